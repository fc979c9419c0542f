package dev.longrun.metrics.race;

import java.util.Arrays;
import java.util.Optional;

/** A distance that races are held over, and the way from what a watch measured to it. */
public enum StandardDistance {
  FIFTEEN_HUNDRED_M(1500, "1500 m"),
  THREE_KM(3000, "3 km"),
  FIVE_KM(5000, "5 km"),
  TEN_KM(10000, "10 km"),
  FIFTEEN_KM(15000, "15 km"),
  HALF_MARATHON(21097.5, "half marathon"),
  MARATHON(42195, "marathon");

  /** A measured course is never short; a watch that reads 1 % less still ran all of it. */
  public static final double SHORTEST_SHARE = 0.99;

  /** Nobody runs the ideal line, and a watch cuts no corner: courses read up to about 2.5 % long. */
  public static final double LONGEST_SHARE = 1.025;

  private final double distanceM;
  private final String label;

  StandardDistance(double distanceM, String label) {
    this.distanceM = distanceM;
    this.label = label;
  }

  public double distanceM() {
    return distanceM;
  }

  /** Such as {@code half marathon}. */
  public String label() {
    return label;
  }

  /**
   * The distance a race was officially over.
   *
   * @param measuredM metres by the watch
   * @return empty when no standard distance lies between 1 % above and 2.5 % below what was measured
   */
  public static Optional<StandardDistance> official(double measuredM) {
    return Arrays.stream(values())
        .filter(each -> measuredM >= each.distanceM * SHORTEST_SHARE && measuredM <= each.distanceM * LONGEST_SHARE)
        .findFirst();
  }
}
