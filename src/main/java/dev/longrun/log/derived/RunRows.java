package dev.longrun.log.derived;

import dev.longrun.log.RunKey;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.pace.BestEffort;
import dev.longrun.metrics.pace.GradeAdjustment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes what was derived of runs: a row a run, a kilometre, a best effort. */
final class RunRows {
  private static final DerivedRows RUNS =
      new DerivedRows(
          "run_metric",
          "run_date",
          List.of(
              "run_date", "run_no",
              "trimp", "load100", "pace_load", "srpe_load", "load", "load_method", "load_missing", "gap_s_per_km", "gap_method",
              "temperature_c", "dew_point_c", "heat_pct", "cool_pace_s_per_km", "ef_m_per_beat", "ef_missing", "decoupling_pct",
              "decoupling_method", "decoupling_missing",
              "z1_s", "z2_s", "z3_s", "zones_method", "zones_missing", "spike_ratio", "spike_missing", "run_type", "run_type_because",
              "race_distance_m", "race_time_s", "pace_index", "peak_hr_bpm", "threshold_hr_bpm", "max_hr_bpm", "resting_hr_bpm",
              "lthr_bpm", "threshold_pace_s_per_km", "quality", "formula_version"));

  private static final DerivedRows KILOMETRES =
      new DerivedRows("split_metric", "run_date", List.of("run_date", "run_no", "km", "grade_factor", "gap_s_per_km", "formula_version"));

  private static final DerivedRows EFFORTS =
      new DerivedRows(
          "best_effort", "run_date", List.of("run_date", "run_no", "distance_m", "time_s", "from_m", "method", "formula_version"));

  private RunRows() {}

  /** @param runs all counted runs of [from, end) */
  static void write(Handle handle, List<RunMetrics> runs, LocalDate from, LocalDate end, int version) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    List<Map<String, Object>> kilometres = new ArrayList<>();
    List<Map<String, Object>> efforts = new ArrayList<>();
    for (RunMetrics run : runs) {
      Map<String, Object> row = row(run.run().key());
      row.putAll(run.columns());
      metrics.add(row);
      if (run.run().surface().isOutdoors()) {
        run.run().kilometres().forEach((km, stretch) -> addKilometre(kilometres, run.run().key(), km, stretch));
      }
      run.bestEfforts().forEach(effort -> efforts.add(effort(run.run().key(), effort)));
    }
    RUNS.replace(handle, from, end, metrics, version);
    KILOMETRES.replace(handle, from, end, kilometres, version);
    EFFORTS.replace(handle, from, end, efforts, version);
  }

  private static void addKilometre(List<Map<String, Object>> rows, RunKey key, int km, Stretch stretch) {
    Double gap = GradeAdjustment.gapSPerKm(stretch);
    if (gap == null) {
      return;
    }
    Map<String, Object> row = row(key);
    row.put("km", km);
    row.put("grade_factor", GradeAdjustment.factor(stretch.distanceM(), stretch.gainM(), stretch.lossM()));
    row.put("gap_s_per_km", gap);
    rows.add(row);
  }

  private static Map<String, Object> effort(RunKey key, BestEffort effort) {
    Map<String, Object> row = row(key);
    row.put("distance_m", effort.distanceM());
    row.put("time_s", effort.timeS());
    row.put("from_m", effort.fromM());
    row.put("method", "kilometres");
    return row;
  }

  private static Map<String, Object> row(RunKey key) {
    Map<String, Object> row = new HashMap<>();
    row.put("run_date", key.date());
    row.put("run_no", key.no());
    return row;
  }
}
