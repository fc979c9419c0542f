package dev.longrun.analysis;

import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The races and their pace index over time. */
final class RaceSection {
  static final int MOST_RACES = 12;

  private RaceSection() {}

  static Section of(AnalysedLog log) {
    List<RaceHistory.RunRace> races = log.races().races();
    if (races.isEmpty()) {
      return Section.missing(
          "Races",
          "No race over a standard distance (1500 m to marathon) is in the log, so there is no pace index. A run counts as a race when"
              + " its source calls it one.");
    }
    List<RaceHistory.RunRace> latest = races.subList(Math.max(0, races.size() - MOST_RACES), races.size());
    List<Passage> passages = new ArrayList<>();
    passages.add(Passage.prose(headline(log.races(), log.today())));
    passages.add(
        Passage.table(
            List.of("day", "race", "distance", "time", "pace index", "heat cost %"), latest.stream().map(RaceSection::row).toList()));
    if (races.size() > MOST_RACES) {
      passages.add(Passage.prose("The latest %d of %d races.".formatted(MOST_RACES, races.size())));
    }
    passages.add(
        Passage.prose(
            "The pace index (Daniels and Gilbert 1979) makes races over different distances comparable, by elapsed time. It corrects"
                + " neither hills nor heat, and is not an oxygen uptake: not comparable with a watch or a laboratory. Two races are"
                + " no trend."));
    List<TextPlot.Point> points =
        races.stream()
            .filter(race -> race.paceIndex() != null)
            .map(race -> new TextPlot.Point(race.day().toEpochDay(), race.paceIndex(), 'x'))
            .toList();
    if (points.size() > 2) {
      passages.add(
          Passage.plot(new TextPlot("Pace index of all races (x)", points, TextPlot.days(), index -> Figures.decimal(index, 1), false)));
    }
    return new Section("Races", passages);
  }

  private static String headline(RaceHistory history, LocalDate today) {
    String latest =
        history
            .latest(today)
            .map(race -> "The latest race: %s in %s on %s. ".formatted(distance(race.distanceM()), Figures.duration(race.timeS()), race.day()))
            .orElse("");
    String best =
        history
            .best(today)
            .map(
                race ->
                    "Best pace index of the last 12 weeks: %s (%s on %s). "
                        .formatted(Figures.decimal(race.paceIndex(), 1), distance(race.distanceM()), race.day()))
            .orElse("There is no race with a pace index in the last 12 weeks. ");
    return latest + best + Say.count(history.races().size(), "race") + " in the log.";
  }

  static String distance(double distanceM) {
    return StandardDistance.official(distanceM).map(StandardDistance::label).orElseGet(() -> Say.km(distanceM) + " km");
  }

  private static List<String> row(RaceHistory.RunRace race) {
    return List.of(
        race.day().toString(),
        race.name(),
        distance(race.distanceM()),
        Figures.duration(race.timeS()),
        Figures.decimal(race.paceIndex(), 1),
        Figures.decimal(race.heatPct(), 1));
  }
}
