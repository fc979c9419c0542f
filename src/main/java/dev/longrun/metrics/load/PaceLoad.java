package dev.longrun.metrics.load;

/**
 * Load from pace: {@code hours · (threshold pace / grade-adjusted pace)² · 100}, so that an hour at threshold pace is 100. Published
 * by TrainingPeaks for its running score; the grade adjustment here is {@code pace.GradeAdjustment}.
 */
public final class PaceLoad {
  private PaceLoad() {}

  /**
   * @param movingS seconds, 0 or more
   * @param gapSPerKm grade-adjusted pace of the run, above 0
   * @param thresholdPaceSPerKm the pace the runner could race for an hour, above 0
   * @return 0 or more
   * @throws IllegalArgumentException outside these ranges
   */
  public static double of(double movingS, double gapSPerKm, double thresholdPaceSPerKm) {
    if (!(movingS >= 0) || !(gapSPerKm > 0) || !(thresholdPaceSPerKm > 0)) {
      throw new IllegalArgumentException(
          "No load for %s s at %s s/km with a threshold of %s s/km".formatted(movingS, gapSPerKm, thresholdPaceSPerKm));
    }
    double intensity = thresholdPaceSPerKm / gapSPerKm;
    return movingS / 3600 * intensity * intensity * 100;
  }
}
