package dev.longrun.analysis;

import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What could have been said on the eve of each past race, against the result. */
final class RetrospectSection {
  private static final int MOST_RACES = 12;

  private record Eve(boolean known, boolean within, double errorPct, List<String> cells) {}

  private RetrospectSection() {}

  static Section of(AnalysedLog log) {
    List<RaceHistory.RunRace> races =
        log.races().races().stream().filter(race -> Outlook.DISTANCES.stream().anyMatch(each -> each.distanceM() == race.distanceM())).toList();
    if (races.isEmpty()) {
      return Section.missing(
          "What could have been said before past races", "There is no past race over 5 km, 10 km, half marathon or marathon to try it on.");
    }
    List<Eve> eves = races.subList(Math.max(0, races.size() - MOST_RACES), races.size()).stream().map(race -> eve(log, race)).toList();
    List<Eve> known = eves.stream().filter(Eve::known).toList();
    List<Passage> passages = new ArrayList<>();
    passages.add(
        Passage.prose(
            "Today's formulas on what the log knew on the eve of each of the latest %s; not what was said then (that is the ledger), and the formulas may have been made with such races in mind."
                .formatted(Say.count(eves.size(), "race"))));
    passages.add(
        Passage.table(
            List.of("race", "distance", "expected", "80 % interval", "result", "difference", "% of the time"), eves.stream().map(Eve::cells).toList()));
    passages.add(Passage.prose(summary(known)));
    return new Section("What could have been said before past races", passages);
  }

  private static Eve eve(AnalysedLog log, RaceHistory.RunRace race) {
    StandardDistance distance = StandardDistance.official(race.distanceM()).orElseThrow();
    Forecast forecast = new Outlook(log.handle(), race.day().minusDays(1), race.day(), log.races()).of(distance);
    if (!forecast.isKnown()) {
      return new Eve(
          false, false, 0, List.of(race.day().toString(), distance.label(), "too little", "–", Figures.duration(race.timeS()), "–", "–"));
    }
    double error = race.timeS() - forecast.seconds();
    double percent = 100 * error / forecast.seconds();
    return new Eve(
        true,
        race.timeS() >= forecast.lowS() && race.timeS() <= forecast.highS(),
        percent,
        List.of(
            race.day().toString(),
            distance.label(),
            Figures.duration(forecast.seconds()),
            Figures.duration(forecast.lowS()) + " to " + Figures.duration(forecast.highS()),
            Figures.duration(race.timeS()),
            Say.difference(error),
            Say.signed(percent, 1)));
  }

  private static String summary(List<Eve> known) {
    if (known.isEmpty()) {
      return "Too little was known before any of them: a forecast takes a race of the 12 weeks before.";
    }
    double mean = known.stream().mapToDouble(Eve::errorPct).average().orElseThrow();
    long within = known.stream().filter(Eve::within).count();
    return "Of %s with enough known, %d ended within the interval that was to hold 80 %%; the mean difference was %s %% (− is faster than expected).%s"
        .formatted(
            Say.count(known.size(), "race"),
            within,
            Say.signed(mean, 1),
            known.size() < 10 ? " Fewer than ten races say little about how good forecasts are." : "");
  }
}
