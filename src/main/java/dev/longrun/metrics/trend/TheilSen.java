package dev.longrun.metrics.trend;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A slope that a few odd values cannot bend: the median of the slopes between all pairs of points (Theil 1950), with Sen's interval
 * (1968): with N pairs and {@code C = z √Var S} of {@link MannKendall}, the slopes of rank {@code (N − C)/2} and {@code (N + C)/2 + 1}.
 * It takes the values for independent; {@code widening} above 1 makes C wider for values that are not.
 *
 * @param slope y for each unit of x
 * @param intercept median of y less slope times median of x
 * @param interval 95 %
 */
public record TheilSen(double slope, double intercept, Interval interval) {
  /** Pairs grow with the square of the points: more than this is for weekly values, not for runs. */
  public static final int MOST_POINTS = 4000;

  /** @return empty when fewer than two points differ in x */
  public static Optional<TheilSen> of(double[] x, double[] y) {
    return of(x, y, 1);
  }

  /**
   * @param widening how much wider than for independent values; 1 or more
   * @return empty when fewer than two points differ in x
   * @throws IllegalArgumentException above {@link #MOST_POINTS} points
   */
  public static Optional<TheilSen> of(double[] x, double[] y, double widening) {
    if (x.length != y.length || x.length > MOST_POINTS) {
      throw new IllegalArgumentException("%d and %d values; at most %d".formatted(x.length, y.length, MOST_POINTS));
    }
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      return Optional.empty();
    }
    Arrays.sort(slopes);
    double slope = Median.ofSorted(slopes);
    double c = new NormalDistribution().inverseCumulativeProbability(0.975) * Math.sqrt(variance(x, y)) * widening;
    int low = (int) Math.max(Math.rint((slopes.length - c) / 2) - 1, 0);
    int high = (int) Math.min(Math.rint((slopes.length + c) / 2), slopes.length - 1);
    return Optional.of(
        new TheilSen(slope, Median.of(y) - slope * Median.of(x), new Interval(slopes[low], slopes[high])));
  }

  /** Of S, with the ties of both x and y. */
  private static double variance(double[] x, double[] y) {
    return Math.max(0, MannKendall.variance(y) - Ties.sum(x, t -> t * (t - 1.0) * (2 * t + 5)) / 18);
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * Math.max(0, x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    return Arrays.copyOf(slopes, count);
  }
}
