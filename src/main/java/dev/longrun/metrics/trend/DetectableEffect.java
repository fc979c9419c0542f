package dev.longrun.metrics.trend;

/**
 * The smallest difference that would have been seen in four of five cases (power 80 %, two-sided 5 %): 2.8 standard errors, 2.8 being
 * 1.96 + 0.84 (Bloom 1995). Runs are taken as independent, which is optimistic.
 */
public final class DetectableEffect {
  private static final double STANDARD_ERRORS = 2.8;

  private DetectableEffect() {}

  /** @param standardError of an estimate, in its unit */
  public static double of(double standardError) {
    return STANDARD_ERRORS * standardError;
  }

  /**
   * The total change over a period of evenly spread runs: {@code 2.8 σ √(12 / n)}.
   *
   * @param sigma what nothing explains, run by run
   */
  public static double totalChange(double sigma, int n) {
    return STANDARD_ERRORS * sigma * Math.sqrt(12.0 / n);
  }

  /** The difference of the means of two groups: {@code 2.8 σ √(1 / n + 1 / m)}. */
  public static double betweenGroups(double sigma, int n, int m) {
    return STANDARD_ERRORS * sigma * Math.sqrt(1.0 / n + 1.0 / m);
  }
}
