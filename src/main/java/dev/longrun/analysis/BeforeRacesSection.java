package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The training of the weeks before the best races, beside that of the weeks now. */
final class BeforeRacesSection {
  private static final int MOST = 3;

  private static final String WEEKS =
      """
      select
          (select min(run_date) from counted_run) <= date(:day, '-55 days') as known,
          count(*) as runs,
          sum(distance_m) / 8000.0 as km_a_week,
          max(distance_m) / 1000.0 as longest_km,
          sum(distance_m >= 25000) as long_runs,
          sum(load) / 8.0 as load_a_week,
          sum(load is null) as without_load,
          100.0 * sum(z2_s + z3_s) / nullif(sum(z1_s + z2_s + z3_s), 0) as hard_pct
      from counted_run
      where run_date > date(:day, '-56 days') and run_date <= :day""";

  private BeforeRacesSection() {}

  static Section of(AnalysedLog log) {
    List<RaceHistory.RunRace> best =
        log.races().races().stream()
            .filter(race -> race.paceIndex() != null)
            .sorted(Comparator.comparing(RaceHistory.RunRace::paceIndex).reversed())
            .limit(MOST)
            .toList();
    if (best.isEmpty()) {
      return Section.missing("The weeks before the best races", "There is no race with a pace index in the log.");
    }
    List<List<String>> rows = new ArrayList<>();
    for (RaceHistory.RunRace race : best) {
      String name = "%s, %s, index %s".formatted(race.day(), RaceSection.distance(race.distanceM()), Figures.decimal(race.paceIndex(), 1));
      rows.add(row(log.handle(), name, race.day().minusDays(1)));
    }
    LocalDate lastKnown = log.known().atMost(log.today());
    rows.add(lastKnown == null ? List.of("now", "–", "–", "–", "–", "–", "–") : row(log.handle(), now(log, lastKnown), lastKnown));
    return Section.of(
        "The weeks before the best races",
        Passage.table(
            List.of("8 weeks before", "km/week", "runs", "longest km", "of 25 km", "load/week", "> LT1 %"), rows),
        Passage.prose(
            "The %s by pace index. What came before a good race is not what made it: races are run on chosen days, with a taper, after years of running. Of 25 km: runs of at least that. > LT1: share of the time above the first threshold. –: not known, or the log is younger than the 8 weeks."
                .formatted(best.size() == 1 ? "one race with a pace index" : "best " + best.size() + " races")));
  }

  private static String now(AnalysedLog log, LocalDate lastKnown) {
    return log.isKnownToTheDay() ? "now" : lastKnown.toString();
  }

  private static List<String> row(Handle handle, String name, LocalDate day) {
    return handle
        .createQuery(WEEKS)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                row.getInt("known") == 0
                    ? List.of(name, "–", "–", "–", "–", "–", "–")
                    : List.of(
                        name,
                        Figures.decimal(Rows.number(row, "km_a_week"), 1),
                        row.getString("runs"),
                        Figures.decimal(Rows.number(row, "longest_km"), 1),
                        Integer.toString(row.getInt("long_runs")),
                        Figures.decimal(row.getInt("without_load") > 0 ? null : Rows.number(row, "load_a_week"), 0),
                        Figures.decimal(Rows.number(row, "hard_pct"), 0)))
        .one();
  }
}
