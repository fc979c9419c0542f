package dev.longrun.metrics.trend;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Groups of equal values in a sample. */
final class Ties {
  private Ties() {}

  /** The sum over all groups of a function of their size; a value of its own is a group of 1. */
  static double sum(double[] values, IntToDoubleFunction ofSize) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        sum += ofSize.applyAsDouble(i - from);
        from = i;
      }
    }
    return sum;
  }
}
