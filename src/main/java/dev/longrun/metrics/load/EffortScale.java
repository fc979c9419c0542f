package dev.longrun.metrics.load;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns perceived-effort load into the units of heart-rate load by this runner's own ratio of the two: the median over the runs that
 * have both, so that a run without heart rate can stand in the same series. Loads of two scales are never mixed without it.
 */
public final class EffortScale {
  /** Fewer runs with both loads than this say too little about the runner. */
  public static final int LEAST_RUNS = 15;

  private EffortScale() {}

  /** @param ratios heart-rate load divided by effort load, of earlier runs; empty result below 15 of them */
  public static OptionalDouble median(List<Double> ratios) {
    if (ratios.size() < LEAST_RUNS) {
      return OptionalDouble.empty();
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
