package dev.longrun.log.run;

import dev.longrun.log.Activity;
import dev.longrun.log.Lap;
import dev.longrun.log.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets only values through that a runner can have; any other becomes null and a finding, never a lost run. The ranges are wide:
 * they keep sensor faults and wrong units out, not unusual runners.
 */
public final class PlausibleValues {
  /** A value that was not let through. */
  public record Finding(String field, String value, String reason) {}

  private final List<Finding> findings = new ArrayList<>();

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  public Activity of(Activity activity) {
    return new Activity(
        activity.source(),
        activity.externalId(),
        activity.startedAt(),
        activity.utcOffsetS(),
        activity.timezone(),
        activity.sport(),
        activity.name(),
        activity.comment(),
        activity.place(),
        between("distance_m", activity.distanceM(), 0, 1_000_000),
        between("moving_s", activity.movingS(), 0, 1_000_000),
        between("elapsed_s", activity.elapsedS(), 0, 1_000_000),
        heartRate("avg_hr_bpm", activity.avgHrBpm()),
        heartRate("max_hr_bpm", activity.maxHrBpm()),
        between("avg_power_w", activity.avgPowerW(), 0, 2_000),
        between("avg_cadence_spm", activity.avgCadenceSpm(), 0, 300),
        between("elevation_gain_m", activity.elevationGainM(), 0, 30_000),
        between("elevation_loss_m", activity.elevationLossM(), 0, 30_000),
        isNoPlace(activity) ? null : between("latitude", activity.latitude(), -90, 90),
        isNoPlace(activity) ? null : between("longitude", activity.longitude(), -180, 180),
        activity.race(),
        between("effort", activity.effort(), 1, 10),
        feel(activity.feel()),
        activity.gear(),
        activity.splits().stream().map(this::of).toList(),
        activity.laps().stream().map(this::of).toList(),
        activity.isRun(),
        activity.flaws());
  }

  /** Zero and zero is what a device says that had no signal; nobody runs in the Gulf of Guinea. */
  private static boolean isNoPlace(Activity activity) {
    return activity.latitude() != null && activity.longitude() != null && activity.latitude() == 0 && activity.longitude() == 0;
  }

  private Split of(Split split) {
    String at = "split " + split.km() + " ";
    return new Split(
        split.km(),
        between(at + "distance_m", split.distanceM(), 0, 1_000_000),
        between(at + "moving_s", split.movingS(), 0, 1_000_000),
        between(at + "elapsed_s", split.elapsedS(), 0, 1_000_000),
        heartRate(at + "avg_hr_bpm", split.avgHrBpm()),
        between(at + "avg_power_w", split.avgPowerW(), 0, 2_000),
        between(at + "avg_cadence_spm", split.avgCadenceSpm(), 0, 300),
        between(at + "elevation_gain_m", split.elevationGainM(), 0, 30_000),
        between(at + "elevation_loss_m", split.elevationLossM(), 0, 30_000));
  }

  private Lap of(Lap lap) {
    String at = "lap " + lap.lapNo() + " ";
    return new Lap(
        lap.lapNo(),
        lap.intensity(),
        between(at + "distance_m", lap.distanceM(), 0, 1_000_000),
        between(at + "moving_s", lap.movingS(), 0, 1_000_000),
        between(at + "elapsed_s", lap.elapsedS(), 0, 1_000_000),
        heartRate(at + "avg_hr_bpm", lap.avgHrBpm()),
        between(at + "avg_power_w", lap.avgPowerW(), 0, 2_000),
        between(at + "avg_cadence_spm", lap.avgCadenceSpm(), 0, 300),
        between(at + "elevation_gain_m", lap.elevationGainM(), 0, 30_000),
        between(at + "elevation_loss_m", lap.elevationLossM(), 0, 30_000));
  }

  private Double heartRate(String field, Double bpm) {
    return between(field, bpm, 30, 230);
  }

  private Integer feel(Integer feel) {
    return feel != null && between("feel", feel.doubleValue(), 1, 5) == null ? null : feel;
  }

  private Double between(String field, Double value, double least, double most) {
    if (value == null || (value >= least && value <= most)) {
      return value;
    }
    findings.add(
        new Finding(
            field, value.toString(), "%s is %s, which is outside %s to %s; it is left out".formatted(field, value, plain(least), plain(most))));
    return null;
  }

  private static String plain(double bound) {
    return Long.toString((long) bound);
  }
}
