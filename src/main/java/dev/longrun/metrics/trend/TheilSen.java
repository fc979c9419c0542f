package dev.longrun.metrics.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A slope that a few odd values cannot bend: the median of the slopes between all pairs of points (Theil 1950), with Sen's interval
 * (1968): with N pairs and {@code C = z √Var S} of {@link MannKendall}, the slopes of rank {@code (N − C)/2} and {@code (N + C)/2 + 1}.
 *
 * @param slope y for each unit of x
 * @param intercept median of y less slope times median of x
 * @param interval 95 %
 * @param widening how much wider C was made than for independent values; 1 or more
 */
public record TheilSen(double slope, double intercept, Interval interval, double widening) {
  /** Pairs grow with the square of the points: more than this is for weekly values, not for runs. */
  public static final int MOST_POINTS = 4000;

  private static final double GREATEST_AUTOCORRELATION = 0.9;

  /** @return empty when fewer than two points differ in x; the values are taken for independent */
  public static Optional<TheilSen> of(double[] x, double[] y) {
    return of(x, y, false);
  }

  /**
   * For points in the order of time that may be like their neighbours: C is wider by {@code √((1 + r) / (1 − r))}, r being the lag-1
   * autocorrelation of what the line leaves over (Bartlett 1935), never narrower.
   *
   * @return empty when fewer than two points differ in x
   */
  public static Optional<TheilSen> ofSeries(double[] x, double[] y) {
    return of(x, y, true);
  }

  private static Optional<TheilSen> of(double[] x, double[] y, boolean series) {
    if (x.length != y.length || x.length > MOST_POINTS) {
      throw new IllegalArgumentException("%d and %d values; at most %d".formatted(x.length, y.length, MOST_POINTS));
    }
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      return Optional.empty();
    }
    Arrays.sort(slopes);
    double slope = Median.ofSorted(slopes);
    double intercept = Median.of(y) - slope * Median.of(x);
    double widening = series ? widening(x, y, slope, intercept) : 1;
    double c = new NormalDistribution().inverseCumulativeProbability(0.975) * Math.sqrt(variance(x, y)) * widening;
    int low = (int) Math.max(Math.rint((slopes.length - c) / 2) - 1, 0);
    int high = (int) Math.min(Math.rint((slopes.length + c) / 2), slopes.length - 1);
    return Optional.of(new TheilSen(slope, intercept, new Interval(slopes[low], slopes[high]), widening));
  }

  private static double widening(double[] x, double[] y, double slope, double intercept) {
    double[] left = IntStream.range(0, x.length).mapToDouble(i -> y[i] - intercept - slope * x[i]).toArray();
    double alike = Math.max(0, Math.min(GREATEST_AUTOCORRELATION, Autocorrelation.lag1(left)));
    return Math.sqrt((1 + alike) / (1 - alike));
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
