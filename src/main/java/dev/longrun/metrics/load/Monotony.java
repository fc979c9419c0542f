package dev.longrun.metrics.load;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How alike the days of a week were: monotony is the mean daily load over its population standard deviation, strain the week's load
 * times the monotony. Foster 1998 (Med Sci Sports Exerc 30:1164; the paper does not say which deviation). Descriptive: the evidence
 * that it foretells illness is old and small.
 *
 * @param monotony no unit, 0 or more; above 5 the days were practically alike
 * @param strain in the unit of the loads
 */
public record Monotony(double monotony, double strain) {
  private static final int DAYS = 7;

  /** Sums of floating-point numbers differ in their last digits; a real difference between two days is far larger. */
  private static final double ROUNDING = 1e-9;

  /**
   * @param sevenDailyLoads of seven days in a row, rest days as 0, a day whose load is not known as null
   * @return empty when a day is not known, when all days are alike (the ratio has no meaning) or all are rest
   * @throws IllegalArgumentException when there are not seven days or a load is negative
   */
  public static Optional<Monotony> of(List<Double> sevenDailyLoads) {
    if (sevenDailyLoads.size() != DAYS) {
      throw new IllegalArgumentException("Monotony needs seven days, not " + sevenDailyLoads.size());
    }
    if (sevenDailyLoads.stream().anyMatch(Objects::isNull)) {
      return Optional.empty();
    }
    double[] loads = sevenDailyLoads.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = 0;
    double highest = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (double load : loads) {
      if (!(load >= 0)) {
        throw new IllegalArgumentException("A load is never negative: " + load);
      }
      sum += load;
      highest = Math.max(highest, load);
      lowest = Math.min(lowest, load);
    }
    if (highest - lowest <= ROUNDING * highest) {
      return Optional.empty();
    }
    double mean = sum / DAYS;
    double squares = 0;
    for (double load : loads) {
      squares += (load - mean) * (load - mean);
    }
    double monotony = mean / Math.sqrt(squares / DAYS);
    return Optional.of(new Monotony(monotony, sum * monotony));
  }
}
