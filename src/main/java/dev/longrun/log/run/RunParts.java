package dev.longrun.log.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.log.Lap;
import dev.longrun.log.RunKey;
import dev.longrun.log.Split;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the kilometres, laps and origins of a run, touching only rows that differ. */
public final class RunParts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SPLIT =
      """
      insert into split_log (run_date, run_no, km, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_power_w, avg_cadence_spm,
                             elevation_gain_m, elevation_loss_m, created_at, updated_at)
      values (:date, :no, :km, :distanceM, :movingS, :elapsedS, :avgHrBpm, :avgPowerW, :avgCadenceSpm,
              :elevationGainM, :elevationLossM, :now, :now)
      on conflict (run_date, run_no, km) do update
      set distance_m = excluded.distance_m, moving_s = excluded.moving_s, elapsed_s = excluded.elapsed_s,
          avg_hr_bpm = excluded.avg_hr_bpm, avg_power_w = excluded.avg_power_w, avg_cadence_spm = excluded.avg_cadence_spm,
          elevation_gain_m = excluded.elevation_gain_m, elevation_loss_m = excluded.elevation_loss_m,
          updated_at = excluded.updated_at
      where (distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_power_w, avg_cadence_spm, elevation_gain_m, elevation_loss_m)
         is not (excluded.distance_m, excluded.moving_s, excluded.elapsed_s, excluded.avg_hr_bpm, excluded.avg_power_w,
                 excluded.avg_cadence_spm, excluded.elevation_gain_m, excluded.elevation_loss_m)""";

  private static final String LAP =
      """
      insert into lap_log (run_date, run_no, lap_no, intensity, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_power_w,
                           avg_cadence_spm, elevation_gain_m, elevation_loss_m, created_at, updated_at)
      values (:date, :no, :lapNo, :intensity, :distanceM, :movingS, :elapsedS, :avgHrBpm, :avgPowerW,
              :avgCadenceSpm, :elevationGainM, :elevationLossM, :now, :now)
      on conflict (run_date, run_no, lap_no) do update
      set intensity = excluded.intensity, distance_m = excluded.distance_m, moving_s = excluded.moving_s,
          elapsed_s = excluded.elapsed_s, avg_hr_bpm = excluded.avg_hr_bpm, avg_power_w = excluded.avg_power_w,
          avg_cadence_spm = excluded.avg_cadence_spm, elevation_gain_m = excluded.elevation_gain_m,
          elevation_loss_m = excluded.elevation_loss_m, updated_at = excluded.updated_at
      where (intensity, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_power_w, avg_cadence_spm, elevation_gain_m, elevation_loss_m)
         is not (excluded.intensity, excluded.distance_m, excluded.moving_s, excluded.elapsed_s, excluded.avg_hr_bpm,
                 excluded.avg_power_w, excluded.avg_cadence_spm, excluded.elevation_gain_m, excluded.elevation_loss_m)""";

  private static final String ORIGIN =
      """
      insert into field_origin (run_date, run_no, field, source, others, created_at, updated_at)
      values (:date, :no, :field, :source, :others, :now, :now)
      on conflict (run_date, run_no, field) do update
      set source = excluded.source, others = excluded.others, updated_at = excluded.updated_at
      where (source, others) is not (excluded.source, excluded.others)""";

  private final Handle handle;
  private final String now;

  RunParts(Handle handle, String now) {
    this.handle = handle;
    this.now = now;
  }

  /** @return whether anything was different */
  boolean writeSplits(RunKey key, List<Split> splits) {
    int changed = deleteBeyond("split_log", "km", key, splits.stream().mapToInt(Split::km).max().orElse(0));
    if (!splits.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch(SPLIT);
      splits.forEach(split -> bindRun(batch, key).bindMethods(split).add());
      changed += sum(batch.execute());
    }
    return changed > 0;
  }

  /** @return whether anything was different */
  boolean writeLaps(RunKey key, List<Lap> laps) {
    int changed = deleteBeyond("lap_log", "lap_no", key, laps.stream().mapToInt(Lap::lapNo).max().orElse(0));
    if (!laps.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch(LAP);
      laps.forEach(lap -> bindRun(batch, key).bindMethods(lap).add());
      changed += sum(batch.execute());
    }
    return changed > 0;
  }

  void writeOrigins(RunKey key, List<Run.Origin> origins) {
    if (origins.isEmpty()) {
      handle.execute("delete from field_origin where run_date = ? and run_no = ?", key.date(), key.no());
      return;
    }
    handle
        .createUpdate("delete from field_origin where run_date = :date and run_no = :no and field not in (<fields>)")
        .bind("date", key.date())
        .bind("no", key.no())
        .bindList("fields", origins.stream().map(Run.Origin::field).toList())
        .execute();
    PreparedBatch batch = handle.prepareBatch(ORIGIN);
    origins.forEach(
        origin ->
            bindRun(batch, key)
                .bind("field", origin.field())
                .bind("source", origin.source().id())
                .bind("others", json(origin))
                .add());
    batch.execute();
  }

  private PreparedBatch bindRun(PreparedBatch batch, RunKey key) {
    return batch.bind("date", key.date()).bind("no", key.no()).bind("now", now);
  }

  private int deleteBeyond(String table, String number, RunKey key, int last) {
    return handle.execute(
        "delete from " + table + " where run_date = ? and run_no = ? and " + number + " > ?", key.date(), key.no(), last);
  }

  private static String json(Run.Origin origin) {
    try {
      return JSON.writeValueAsString(origin.others());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The values of " + origin.field() + " cannot be written as JSON", e);
    }
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
