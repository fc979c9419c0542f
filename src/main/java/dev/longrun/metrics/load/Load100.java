package dev.longrun.metrics.load;

/**
 * Heart-rate load in hundredths of an hour at threshold: {@code 100 · TRIMP / TRIMP(60 min at LTHR)}, so that an hour at the lactate
 * threshold heart rate is 100 whoever runs it. The open equivalent of what training sites call a heart-rate stress score (there as
 * TRIMP(100) or HRSS); built on {@link BanisterTrimp} (Banister 1991), never on {@code (HR / LTHR)²}, which overstates easy running.
 */
public final class Load100 {
  private static final double HOUR_S = 3600;

  private Load100() {}

  /**
   * @param trimp of the run, by {@code formula}, 0 or more
   * @param formula with the runner's thresholds of that day
   * @param lthrBpm lactate threshold heart rate, above the resting heart rate of the formula
   * @return 0 or more
   * @throws IllegalArgumentException when the threshold is not above the resting heart rate
   */
  public static double of(double trimp, BanisterTrimp formula, double lthrBpm) {
    double hour = formula.of(HOUR_S, lthrBpm);
    if (!(hour > 0)) {
      throw new IllegalArgumentException("The threshold heart rate (%.0f) must be above the resting heart rate".formatted(lthrBpm));
    }
    return 100 * trimp / hour;
  }
}
