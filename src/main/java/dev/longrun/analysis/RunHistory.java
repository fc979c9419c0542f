package dev.longrun.analysis;

import dev.longrun.metrics.Surface;
import dev.longrun.metrics.pace.HeatCost;
import dev.longrun.metrics.trend.RunObservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * The runs of some time as the questions over months and years see them. A run without distance or duration cannot be seen at all.
 *
 * <p>Heart rate is that of the kilometres by their time, when nine tenths of the time have one. Recent overload is unknown in the first 126 days of the log, while the 42-day mean, which began at 0, still makes
 * every week look too much, and after a week in which a run has no load.
 */
public final class RunHistory {
  private static final String RUNS =
      """
      with kilometres as (
          select
              run_date,
              run_no,
              sum(moving_s) as moving_s,
              sum(case when avg_hr_bpm is not null then moving_s end) as with_hr_s,
              sum(avg_hr_bpm * moving_s) as beats
          from counted_split
          where run_date > :after and run_date <= :day and moving_s > 0
          group by run_date, run_no
      ),
      log as (select min(run_date) as first_day from counted_run)
      select
          run.run_date,
          run.run_type,
          run.sport,
          run.distance_m,
          run.moving_s,
          1000.0 / nullif(run.gap_s_per_km, 0) as speed_ms,
          case
              when kilometres.moving_s is null then run.avg_hr_bpm
              when kilometres.with_hr_s >= 0.9 * kilometres.moving_s then kilometres.beats / kilometres.with_hr_s
          end as hr_bpm,
          run.valid_max_hr_bpm,
          run.temperature_c,
          run.dew_point_c,
          case when run.sport not in ('treadmill', 'virtual') then run.elevation_gain_m * 1000.0 / run.distance_m end as gain_m_per_km,
          shoe.name as shoe,
          run.effort,
          run.feel,
          (run.z2_s + run.z3_s) / nullif(run.z1_s + run.z2_s + run.z3_s, 0) as share_above_lt1,
          case
              when run.run_date >= date(log.first_day, '+126 days') and not exists (
                  select 1 from day_metric
                  where day >= date(run.run_date, '-7 days') and day < run.run_date and incomplete = 1
              )
              then max(0, morning.fatigue / nullif(morning.fitness, 0) - 1)
          end as overload,
          run.spike_ratio
      from counted_run as run
      join log
      left join kilometres using (run_date, run_no)
      left join shoe on shoe.shoe_id = run.shoe_id
      left join day_metric as morning on morning.day = date(run.run_date, '-1 day')
      where run.run_date > :after and run.run_date <= :day and run.distance_m > 0 and run.moving_s > 0
      order by run.run_date, run.run_no""";

  private RunHistory() {}

  /** @return the runs after one day up to another, oldest first */
  public static List<RunObservation> between(Handle handle, LocalDate after, LocalDate day) {
    return handle.createQuery(RUNS).bind("after", after.toString()).bind("day", day.toString()).map((row, context) -> run(row)).list();
  }

  private static RunObservation run(ResultSet row) throws SQLException {
    Surface surface = Surface.valueOf(row.getString("sport").toUpperCase(Locale.ROOT));
    return new RunObservation(
        LocalDate.parse(row.getString("run_date")),
        row.getString("run_type"),
        surface,
        row.getDouble("distance_m"),
        row.getDouble("moving_s"),
        Rows.number(row, "speed_ms"),
        Rows.number(row, "hr_bpm"),
        Rows.number(row, "valid_max_hr_bpm"),
        surface.isOutdoors() ? heatDegrees(Rows.number(row, "temperature_c"), Rows.number(row, "dew_point_c")) : null,
        Rows.number(row, "gain_m_per_km"),
        Rows.name(row, "shoe"),
        Rows.whole(row, "effort"),
        Rows.whole(row, "feel"),
        Rows.number(row, "share_above_lt1"),
        Rows.number(row, "overload"),
        Rows.number(row, "spike_ratio"));
  }

  private static Double heatDegrees(Double temperatureC, Double dewPointC) {
    return temperatureC == null || dewPointC == null ? null : (Double) HeatCost.heat(temperatureC, dewPointC);
  }
}
