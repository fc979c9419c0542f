package dev.longrun.metrics.pace;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import java.util.List;
import java.util.Optional;

/**
 * Efficiency factor: grade-adjusted metres a minute over the mean heart rate, that is metres a heart beat. Friel, by TrainingPeaks (there
 * in yards: 1.0936 times as much). It rises with speed, so it compares runs of a similar heart rate and duration, and no single run is a
 * verdict.
 */
public final class EfficiencyFactor {
  /** A shorter run says nothing: the heart has not caught up with the legs. */
  public static final double LEAST_MOVING_S = 600;

  /** Share of the moving time with heart rate. */
  public static final double LEAST_COVERAGE = 0.95;

  private EfficiencyFactor() {}

  /**
   * @param parts of the run, usually its kilometres; those without heart rate, when they are few enough, are left out
   * @param surface what was run on, null when not known
   * @return metres a beat, about 0.8 to 2
   */
  public static Measured of(List<Stretch> parts, Surface surface) {
    if (Parts.movingS(parts) < LEAST_MOVING_S) {
      return Measured.missing("less than 10 minutes");
    }
    return whyNot(parts, surface)
        .map(Measured::missing)
        .orElseGet(() -> Measured.of(metresPerBeat(parts), "grade-adjusted"));
  }

  /** Why speed and heart rate of the parts cannot be compared; empty when they can. */
  static Optional<String> whyNot(List<Stretch> parts, Surface surface) {
    if (surface != null && !surface.isOutdoors()) {
      return Optional.of("run indoors, where the speed is the machine's");
    }
    if (!GradeAdjustment.haveDistance(parts)) {
      return Optional.of("no distance");
    }
    double coverage = Parts.heartRateCoverage(parts);
    if (coverage == 0) {
      return Optional.of("no heart rate");
    }
    return coverage < LEAST_COVERAGE ? Optional.of("heart rate for less than 95 % of the time") : Optional.empty();
  }

  /** Of parts with distance, at least one with heart rate. */
  static double metresPerBeat(List<Stretch> parts) {
    List<Stretch> known = Parts.withHeartRate(parts);
    double metresPerMinute = GradeAdjustment.flatM(known) / (Parts.movingS(known) / 60);
    return metresPerMinute / Parts.meanHrBpm(known);
  }
}
