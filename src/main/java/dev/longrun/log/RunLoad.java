package dev.longrun.log;

import dev.longrun.metrics.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/**
 * What a run asked of the runner, by every method that applies.
 *
 * @param load what feeds the curves; empty with a reason in {@code missing}
 * @param maxHrBpm the thresholds the run was judged by, null when unknown
 */
record RunLoad(
    Input run,
    OptionalDouble trimp,
    OptionalDouble effortLoad,
    OptionalDouble load,
    String method,
    String missing,
    Double maxHrBpm,
    Double restingHrBpm) {

  /**
   * What the log knows of a run's effort.
   *
   * @param parts its kilometres, or the whole run as one part when there are none
   * @param fromAverage whether the parts are the whole run
   */
  record Input(RunKey key, Double movingS, Double effort, List<Stretch> parts, boolean fromAverage) {
    boolean hasHeartRate() {
      return parts.stream().anyMatch(part -> part.hrBpm() != null);
    }
  }

  static Map<LocalDate, List<Input>> inputs(Handle handle, LocalDate from, LocalDate end) {
    Map<RunKey, List<Stretch>> kilometres = kilometres(handle, from, end);
    Map<LocalDate, List<Input>> runs = new HashMap<>();
    handle
        .createQuery(
            """
            select run_date, run_no, moving_s, effort, avg_hr_bpm from counted_run
            where run_date >= :from and run_date < :end order by run_date, run_no""")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) -> {
              RunKey key = new RunKey(row.getString("run_date"), row.getInt("run_no"));
              Double movingS = (Double) row.getObject("moving_s");
              List<Stretch> parts = kilometres.getOrDefault(key, List.of());
              boolean fromAverage = parts.stream().noneMatch(part -> part.hrBpm() != null);
              if (fromAverage && movingS != null) {
                parts = List.of(Stretch.of(movingS, (Double) row.getObject("avg_hr_bpm")));
              }
              return new Input(key, movingS, (Double) row.getObject("effort"), parts, fromAverage);
            })
        .forEach(run -> runs.computeIfAbsent(LocalDate.parse(run.key().date()), day -> new ArrayList<>()).add(run));
    return runs;
  }

  private static Map<RunKey, List<Stretch>> kilometres(Handle handle, LocalDate from, LocalDate end) {
    Map<RunKey, List<Stretch>> kilometres = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select run_date, run_no, moving_s, avg_hr_bpm from counted_split
            where run_date >= :from and run_date < :end and moving_s is not null""")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) ->
                Map.entry(
                    new RunKey(row.getString("run_date"), row.getInt("run_no")),
                    Stretch.of(row.getDouble("moving_s"), (Double) row.getObject("avg_hr_bpm"))))
        .forEach(entry -> kilometres.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue()));
    return kilometres;
  }

  void write(Handle handle) {
    handle
        .createUpdate(
            """
            insert into run_metric (run_date, run_no, trimp, srpe_load, load, load_method, load_missing, max_hr_bpm, resting_hr_bpm,
                                    run_type_because, formula_version)
            values (:date, :no, :trimp, :effortLoad, :load, :method, :missing, :maxHrBpm, :restingHrBpm, '', :version)
            on conflict (run_date, run_no) do update
            set trimp = excluded.trimp, srpe_load = excluded.srpe_load, load = excluded.load, load_method = excluded.load_method,
                load_missing = excluded.load_missing, max_hr_bpm = excluded.max_hr_bpm, resting_hr_bpm = excluded.resting_hr_bpm,
                formula_version = excluded.formula_version
            where (trimp, srpe_load, load, load_method, load_missing, max_hr_bpm, resting_hr_bpm, formula_version)
               is not (excluded.trimp, excluded.srpe_load, excluded.load, excluded.load_method, excluded.load_missing,
                       excluded.max_hr_bpm, excluded.resting_hr_bpm, excluded.formula_version)""")
        .bind("date", run.key().date())
        .bind("no", run.key().no())
        .bind("trimp", nullable(trimp))
        .bind("effortLoad", nullable(effortLoad))
        .bind("load", nullable(load))
        .bind("method", method)
        .bind("missing", missing)
        .bind("maxHrBpm", maxHrBpm)
        .bind("restingHrBpm", restingHrBpm)
        .bind("version", LoadDerivation.FORMULA_VERSION)
        .execute();
  }

  private static Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
