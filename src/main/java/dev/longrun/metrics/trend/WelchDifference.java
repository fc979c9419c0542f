package dev.longrun.metrics.trend;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StatisticalSummary;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * How far the means of two groups are apart, with the 95 % interval of Welch (1947), which lets the groups scatter differently.
 *
 * @param difference mean of the second group less that of the first
 * @param standardError of the difference
 */
public record WelchDifference(double difference, Interval interval, double standardError) {

  /** @throws IllegalArgumentException when a group has fewer than two values */
  public static WelchDifference of(double[] first, double[] second) {
    if (Math.min(first.length, second.length) < 2) {
      throw new IllegalArgumentException("%d and %d values have no difference".formatted(first.length, second.length));
    }
    StatisticalSummary a = summary(first);
    StatisticalSummary b = summary(second);
    double va = a.getVariance() / a.getN();
    double vb = b.getVariance() / b.getN();
    double difference = b.getMean() - a.getMean();
    double error = Math.sqrt(va + vb);
    if (error == 0) {
      return new WelchDifference(difference, new Interval(difference, difference), 0);
    }
    double freedom = (va + vb) * (va + vb) / (va * va / (a.getN() - 1) + vb * vb / (b.getN() - 1));
    double half = new TDistribution(freedom).inverseCumulativeProbability(0.975) * error;
    return new WelchDifference(difference, new Interval(difference - half, difference + half), error);
  }

  private static StatisticalSummary summary(double[] values) {
    StreamingStatistics statistics = new StreamingStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return statistics;
  }
}
