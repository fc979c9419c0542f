package dev.longrun.analysis;

import dev.longrun.metrics.race.MarathonGoal;
import dev.longrun.metrics.trend.Median;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * What the kilometres of the weeks up to a day say about the marathon.
 *
 * @param goalPaceKm kilometres at goal pace in 8 weeks
 * @param longestGoalPaceKm the longest piece of them without another kilometre in between
 * @param decouplingPct median of the last six long runs of 12 weeks that could be judged; null when there is none
 * @param lastThirdSlowerPct grade-adjusted, median of the same; null when there is none
 */
public record LongRuns(double goalPaceKm, double longestGoalPaceKm, Double decouplingPct, Double lastThirdSlowerPct) {
  private static final int GOAL_PACE_DAYS = 56;
  private static final int LONG_RUN_DAYS = 84;
  private static final int MOST_LONG_RUNS = 6;

  /** A shorter piece at the end of a run is no kilometre. */
  private static final double LEAST_KILOMETRE_M = 900;

  private static final String KILOMETRES =
      """
      select kilometre.run_date, kilometre.run_no, kilometre.distance_m, kilometre.pace_s_per_km, kilometre.gap_s_per_km,
             kilometre.moving_s, run.decoupling_pct, run.run_type
      from counted_split as kilometre
      join counted_run as run using (run_date, run_no)
      where kilometre.run_date > date(:day, '-84 days') and kilometre.run_date <= :day
      order by kilometre.run_date desc, kilometre.run_no desc, kilometre.km""";

  private record Kilometre(
      String day, int no, Double distanceM, Double paceSPerKm, Double gapSPerKm, Double movingS, Double decouplingPct, boolean ofLongRun) {}

  public static LongRuns upTo(Handle handle, LocalDate day, MarathonGoal goal) {
    Map<String, List<Kilometre>> runs = new LinkedHashMap<>();
    handle
        .createQuery(KILOMETRES)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                new Kilometre(
                    row.getString("run_date"),
                    row.getInt("run_no"),
                    Rows.number(row, "distance_m"),
                    Rows.number(row, "pace_s_per_km"),
                    Rows.number(row, "gap_s_per_km"),
                    Rows.number(row, "moving_s"),
                    Rows.number(row, "decoupling_pct"),
                    "long".equals(row.getString("run_type"))))
        .forEach(kilometre -> runs.computeIfAbsent(kilometre.day() + "#" + kilometre.no(), run -> new ArrayList<>()).add(kilometre));
    String goalPaceFrom = day.minusDays(GOAL_PACE_DAYS).toString();
    double total = 0;
    double longest = 0;
    for (List<Kilometre> run : runs.values()) {
      double piece = 0;
      for (Kilometre kilometre : run) {
        boolean counts = kilometre.day().compareTo(goalPaceFrom) > 0 && isAtGoalPace(kilometre, goal);
        piece = counts ? piece + kilometre.distanceM() / 1000 : 0;
        total += counts ? kilometre.distanceM() / 1000 : 0;
        longest = Math.max(longest, piece);
      }
    }
    List<List<Kilometre>> judged =
        runs.values().stream().filter(run -> run.get(0).ofLongRun() && run.get(0).decouplingPct() != null).limit(MOST_LONG_RUNS).toList();
    return new LongRuns(
        total,
        longest,
        median(judged.stream().map(run -> run.get(0).decouplingPct()).toList()),
        median(judged.stream().map(LongRuns::lastThirdSlowerPct).filter(Objects::nonNull).toList()));
  }

  private static boolean isAtGoalPace(Kilometre kilometre, MarathonGoal goal) {
    return kilometre.paceSPerKm() != null
        && kilometre.distanceM() >= LEAST_KILOMETRE_M
        && kilometre.paceSPerKm() >= goal.fastestPaceSPerKm()
        && kilometre.paceSPerKm() <= goal.slowestPaceSPerKm();
  }

  private static Double lastThirdSlowerPct(List<Kilometre> run) {
    int third = run.size() / 3;
    Double first = pace(run.subList(0, third));
    Double last = pace(run.subList(run.size() - third, run.size()));
    return first == null || last == null ? null : (Double) ((last / first - 1) * 100);
  }

  /** Grade-adjusted, by all time over all distance; null when a kilometre is not known. */
  private static Double pace(List<Kilometre> kilometres) {
    if (kilometres.isEmpty() || kilometres.stream().anyMatch(km -> km.gapSPerKm() == null || km.distanceM() == null)) {
      return null;
    }
    double seconds = kilometres.stream().mapToDouble(km -> km.gapSPerKm() * km.distanceM() / 1000).sum();
    return seconds / (kilometres.stream().mapToDouble(Kilometre::distanceM).sum() / 1000);
  }

  private static Double median(List<Double> values) {
    return values.isEmpty() ? null : (Double) Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
