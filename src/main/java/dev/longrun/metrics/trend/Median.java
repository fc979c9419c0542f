package dev.longrun.metrics.trend;

import java.util.Arrays;

/** The value in the middle; between the two in the middle when their number is even. */
public final class Median {
  private Median() {}

  /** @throws IllegalArgumentException when there is no value */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(double[] sorted) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nothing has no median");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
