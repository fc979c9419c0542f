package dev.longrun.analysis;

import dev.longrun.log.KnownUntil;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * The eight weeks up to a day, as the training-log models want them.
 *
 * @param kmPerWeek mean; null when the log is younger than the window
 * @param paceSPerKm all running time by all distance, grade-adjusted where that is known; null without a distance
 * @param weeksWithThreeRuns of the eight
 */
record TrainingLogWindow(Double kmPerWeek, Double paceSPerKm, Integer weeksWithThreeRuns) {
  private static final int WEEKS = 8;

  private static final String WINDOW =
      """
      with run as (
          select
              distance_m,
              moving_s,
              coalesce(gap_s_per_km * distance_m / 1000.0, moving_s) as flat_s,
              cast((julianday(:day) - julianday(run_date)) / 7 as integer) as weeks_ago
          from counted_run
          where run_date > date(:day, '-56 days') and run_date <= :day
      )
      select
          (select min(run_date) from counted_run) <= date(:day, '-55 days') as old_enough,
          sum(distance_m) / 8000.0 as km_per_week,
          sum(case when distance_m > 0 and moving_s > 0 then flat_s end)
              / nullif(sum(case when moving_s > 0 then distance_m end) / 1000.0, 0) as pace_s_per_km,
          (select count(*) from (select weeks_ago from run group by weeks_ago having count(*) >= 3)) as weeks_with_three_runs
      from run""";

  /** @param wanted the last day of the window, which ends earlier when the log is not known that far */
  static TrainingLogWindow upTo(Handle handle, LocalDate wanted) {
    LocalDate day = KnownUntil.read(handle).atMost(wanted);
    if (day == null) {
      return new TrainingLogWindow(null, null, null);
    }
    return handle
        .createQuery(WINDOW)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                row.getInt("old_enough") == 0 || row.getObject("km_per_week") == null
                    ? new TrainingLogWindow(null, null, null)
                    : new TrainingLogWindow(
                        Rows.number(row, "km_per_week"), Rows.number(row, "pace_s_per_km"), row.getInt("weeks_with_three_runs")))
        .one();
  }
}
