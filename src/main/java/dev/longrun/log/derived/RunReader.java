package dev.longrun.log.derived;

import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the counted runs of some days with everything that belongs to them, one statement a table. */
final class RunReader {
  private static final String RUNS =
      """
      select run_date, run_no, started_at, sport, is_race, distance_m, moving_s, elapsed_s, avg_hr_bpm, max_hr_bpm, elevation_gain_m,
             elevation_loss_m, effort, feel
      from counted_run where run_date >= :from and run_date < :end order by run_date, run_no""";

  private static final String KILOMETRES =
      """
      select run_date, run_no, km as no, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_cadence_spm, elevation_gain_m, elevation_loss_m
      from split_log where run_date >= :from and run_date < :end and moving_s is not null""";

  private static final String LAPS =
      """
      select run_date, run_no, lap_no as no, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_cadence_spm, elevation_gain_m,
             elevation_loss_m
      from lap_log where run_date >= :from and run_date < :end and moving_s is not null""";

  private static final String HOURS =
      """
      select run_date, run_no, hour_utc, temperature_c, dew_point_c
      from weather_log where run_date >= :from and run_date < :end order by hour_utc""";

  private static final RowMapper<Stretch> STRETCH =
      (row, context) ->
          new Stretch(
              number(row, "distance_m"),
              row.getDouble("moving_s"),
              number(row, "elapsed_s"),
              number(row, "avg_hr_bpm"),
              number(row, "avg_cadence_spm"),
              number(row, "elevation_gain_m"),
              number(row, "elevation_loss_m"));

  private RunReader() {}

  /** @return the runs by day, in order */
  static Map<LocalDate, List<LoggedRun>> runs(Handle handle, LocalDate from, LocalDate end) {
    Map<RunKey, SortedMap<Integer, Stretch>> kilometres = stretches(handle, KILOMETRES, from, end);
    Map<RunKey, SortedMap<Integer, Stretch>> laps = stretches(handle, LAPS, from, end);
    Map<RunKey, List<Air.Hour>> hours = hours(handle, from, end);
    Map<LocalDate, List<LoggedRun>> runs = new HashMap<>();
    handle
        .createQuery(RUNS)
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map((row, context) -> run(row, kilometres, laps, hours))
        .forEach(run -> runs.computeIfAbsent(run.day(), day -> new ArrayList<>()).add(run));
    return runs;
  }

  private static LoggedRun run(
      ResultSet row,
      Map<RunKey, SortedMap<Integer, Stretch>> kilometres,
      Map<RunKey, SortedMap<Integer, Stretch>> laps,
      Map<RunKey, List<Air.Hour>> hours)
      throws SQLException {
    RunKey key = key(row);
    Double elapsedS = number(row, "elapsed_s");
    Double movingS = number(row, "moving_s");
    double lastsS = elapsedS != null ? elapsedS : movingS != null ? movingS : 0;
    Double feel = number(row, "feel");
    return new LoggedRun(
        key,
        Timestamps.parse(row.getString("started_at")),
        Surface.valueOf(row.getString("sport").toUpperCase(Locale.ROOT)),
        row.getInt("is_race") == 1,
        number(row, "distance_m"),
        movingS,
        elapsedS,
        number(row, "avg_hr_bpm"),
        number(row, "max_hr_bpm"),
        number(row, "elevation_gain_m"),
        number(row, "elevation_loss_m"),
        number(row, "effort"),
        feel == null ? null : feel.intValue(),
        kilometres.getOrDefault(key, new TreeMap<>()),
        List.copyOf(laps.getOrDefault(key, new TreeMap<>()).values()),
        Air.of(hours.getOrDefault(key, List.of()), Timestamps.parse(row.getString("started_at")), lastsS));
  }

  private static Map<RunKey, SortedMap<Integer, Stretch>> stretches(Handle handle, String sql, LocalDate from, LocalDate end) {
    Map<RunKey, SortedMap<Integer, Stretch>> stretches = new HashMap<>();
    handle
        .createQuery(sql)
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map((row, context) -> Map.entry(key(row), Map.entry(row.getInt("no"), STRETCH.map(row, context))))
        .forEach(
            entry ->
                stretches
                    .computeIfAbsent(entry.getKey(), key -> new TreeMap<>())
                    .put(entry.getValue().getKey(), entry.getValue().getValue()));
    return stretches;
  }

  private static Map<RunKey, List<Air.Hour>> hours(Handle handle, LocalDate from, LocalDate end) {
    Map<RunKey, List<Air.Hour>> hours = new HashMap<>();
    handle
        .createQuery(HOURS)
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) ->
                Map.entry(
                    key(row),
                    new Air.Hour(
                        Timestamps.parse(row.getString("hour_utc")), number(row, "temperature_c"), number(row, "dew_point_c"))))
        .forEach(entry -> hours.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue()));
    return hours;
  }

  private static RunKey key(ResultSet row) throws SQLException {
    return new RunKey(row.getString("run_date"), row.getInt("run_no"));
  }

  static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
