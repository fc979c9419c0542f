package dev.longrun.log.derived;

import dev.longrun.log.KnownUntil;
import dev.longrun.metrics.Measured;
import dev.longrun.metrics.heart.Distribution;
import dev.longrun.metrics.heart.PolarisationIndex;
import dev.longrun.quantity.IsoWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a week's days and runs say together. */
final class WeekRows {
  private static final DerivedRows ROWS =
      new DerivedRows(
          "week_metric",
          "monday",
          List.of(
              "monday", "week", "load", "load_missing", "monotony", "strain", "ramp", "z1_s", "z2_s", "z3_s", "zones_runs", "polarisation_index", "distribution",
              "complete", "formula_version"));

  private static final String WEEKS =
      """
      with day as (
          select date(day, '-6 days', 'weekday 1') as monday, day, ramp, monotony, strain
          from day_metric
          where day >= :from and day < :end
      ),
      run as (
          select date(run_date, '-6 days', 'weekday 1') as monday, sum(z1_s) as z1_s, sum(z2_s) as z2_s, sum(z3_s) as z3_s,
                 count(z1_s) as zones_runs, sum(load) as load, max(load_missing) as load_missing
          from counted_run
          where run_date >= :from and run_date < :end
          group by 1
      )
      select
          day.monday,
          coalesce(run.load, 0) as load,
          run.load_missing,
          max(case when day.day = date(day.monday, '+6 days') then ramp end) as ramp,
          max(case when day.day = date(day.monday, '+6 days') then monotony end) as monotony,
          max(case when day.day = date(day.monday, '+6 days') then strain end) as strain,
          run.z1_s,
          run.z2_s,
          run.z3_s,
          coalesce(run.zones_runs, 0) as zones_runs
      from day
      left join run using (monday)
      group by day.monday""";

  private WeekRows() {}

  /** Derives the weeks that days of [from, end) belong to, as far as they have begun to be known. */
  static void derive(Handle handle, LocalDate from, LocalDate end, KnownUntil known, int version) {
    List<Map<String, Object>> rows =
        handle
            .createQuery(WEEKS)
            .bind("from", IsoWeek.of(from).monday())
            .bind("end", end.toString())
            .map(
                (row, context) -> {
                  IsoWeek isoWeek = new IsoWeek(LocalDate.parse(row.getString("monday")));
                  String missing = row.getString("load_missing");
                  Map<String, Object> week = new HashMap<>();
                  week.put("monday", isoWeek.monday().toString());
                  week.put("week", isoWeek.name());
                  week.put("load", missing != null ? null : (Double) row.getDouble("load"));
                  week.put("load_missing", missing);
                  for (String column : List.of("monotony", "strain", "ramp", "z1_s", "z2_s", "z3_s")) {
                    week.put(column, RunReader.number(row, column));
                  }
                  week.put("zones_runs", row.getInt("zones_runs"));
                  putDistribution(week);
                  week.put("complete", missing == null && known.covers(isoWeek.sunday()) ? 1 : 0);
                  return week;
                })
            .list();
    ROWS.replace(handle, IsoWeek.of(from).monday(), end, rows, version);
  }

  private static void putDistribution(Map<String, Object> week) {
    Double z1 = (Double) week.get("z1_s");
    Double z2 = (Double) week.get("z2_s");
    Double z3 = (Double) week.get("z3_s");
    Measured index = z1 == null ? Measured.missing("no zones") : PolarisationIndex.of(z1, z2, z3);
    week.put("polarisation_index", index.value());
    week.put(
        "distribution",
        z1 == null ? null : Distribution.of(z1, z2, z3).map(named -> named.name().toLowerCase(Locale.ROOT)).orElse(null));
  }
}
