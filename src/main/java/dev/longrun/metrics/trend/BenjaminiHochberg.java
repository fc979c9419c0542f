package dev.longrun.metrics.trend;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who asks many questions gets a few wrong answers: p-values adjusted so that of the answers called clear at q at most the share q is
 * expected to be chance (Benjamini and Hochberg 1995): {@code qᵢ = min over j ≥ i of pⱼ · m / j}, p in rising order.
 */
public final class BenjaminiHochberg {
  /** The share of chance findings that a scan over shoes may have. */
  public static final double Q = 0.10;

  private BenjaminiHochberg() {}

  /** @return the adjusted values in the order of {@code pValues} */
  public static double[] adjusted(double[] pValues) {
    int[] rising =
        IntStream.range(0, pValues.length).boxed().sorted(Comparator.comparingDouble(i -> pValues[i])).mapToInt(i -> i).toArray();
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = pValues.length; rank >= 1; rank--) {
      int i = rising[rank - 1];
      smallest = Math.min(smallest, pValues[i] * (pValues.length / (double) rank));
      adjusted[i] = smallest;
    }
    return adjusted;
  }
}
