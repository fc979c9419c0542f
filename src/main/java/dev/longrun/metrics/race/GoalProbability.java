package dev.longrun.metrics.race;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The probability of a time or better when a forecast's error is normal: {@code Φ((goal − mean) / σ)}. A design of Longrun's, not a
 * published model; it assumes a good day.
 */
public final class GoalProbability {
  /** So many standard deviations to either side of the mean lie 80 % of the outcomes. */
  static final double EIGHTY_PERCENT = new NormalDistribution().inverseCumulativeProbability(0.9);

  private GoalProbability() {}

  /**
   * @param goalS the slowest time, in seconds, that still meets the goal
   * @param sigmaS standard deviation of the forecast, above 0
   * @return 0 to 1
   */
  public static double of(double goalS, double meanS, double sigmaS) {
    if (!(sigmaS > 0) || !Double.isFinite(goalS) || !Double.isFinite(meanS)) {
      throw new IllegalArgumentException(
          "No probability of %s s with a mean of %s s and a deviation of %s s".formatted(goalS, meanS, sigmaS));
    }
    return new NormalDistribution(meanS, sigmaS).cumulativeProbability(goalS);
  }
}
