package dev.longrun.metrics.race;

/**
 * The time over another distance by a power of the distance: {@code t2 = t1 · (d2 / d1)^b}, in the unit of {@code t1}.
 *
 * <p>Riegel 1977 and 1981 (American Scientist 69:285), b = 1.06 for races of 3.5 to 230 minutes. From the half to the marathon
 * 1.06 is at least 10 minutes too fast for half of the runners (Vickers and Vertosick 2016, n = 2303); 1.07 is what they used, 1.08
 * the cautious choice.
 */
public final class Riegel {
  public static final double SHORTEST_S = 3.5 * 60;
  public static final double LONGEST_S = 230 * 60;

  /** Riegel 1981. */
  public static final double CLASSIC = 1.06;

  /** The most cautious of the exponents in use. */
  public static final double CAUTIOUS = 1.08;

  private Riegel() {}

  /** @throws IllegalArgumentException when a distance, the time or the exponent is not above 0 */
  public static double timeS(double fromM, double fromS, double toM, double exponent) {
    if (!(fromM > 0 && fromS > 0 && toM > 0 && exponent > 0)) {
      throw new IllegalArgumentException("Cannot go from %s m in %s s to %s m with the exponent %s".formatted(fromM, fromS, toM, exponent));
    }
    return fromS * Math.pow(toM / fromM, exponent);
  }

  /** Whether a race lasted as long as those the formula was made from. */
  static boolean covers(Race race) {
    return race.timeS() >= SHORTEST_S && race.timeS() <= LONGEST_S;
  }
}
