package dev.longrun.metrics.race;

import java.util.Optional;

/**
 * A marathon time somebody wants to run, and what belongs to it.
 *
 * @param seconds the slowest time that meets the goal
 */
public record MarathonGoal(double seconds) {
  /** What counts as running at goal pace, to either side. Coaches' custom. */
  public static final double PACE_TOLERANCE = 0.025;

  public MarathonGoal {
    if (!PlausiblePace.covers(StandardDistance.MARATHON.distanceM(), seconds)) {
      throw new IllegalArgumentException("Not a goal for a marathon: %s s".formatted(seconds));
    }
  }

  /** Empty for a time in which nobody runs a marathon. */
  public static Optional<MarathonGoal> of(double seconds) {
    return PlausiblePace.covers(StandardDistance.MARATHON.distanceM(), seconds) ? Optional.of(new MarathonGoal(seconds)) : Optional.empty();
  }

  public double paceSPerKm() {
    return seconds * 1000 / StandardDistance.MARATHON.distanceM();
  }

  /** The fastest pace that still counts as goal pace. */
  public double fastestPaceSPerKm() {
    return paceSPerKm() * (1 - PACE_TOLERANCE);
  }

  /** The slowest pace that still counts as goal pace. */
  public double slowestPaceSPerKm() {
    return paceSPerKm() * (1 + PACE_TOLERANCE);
  }

  /** Whether the goal is within the 4 hours that the pace index was made for. */
  boolean hasPaceIndex() {
    return seconds <= PaceIndex.LONGEST_S;
  }

  /** The time over a shorter distance that is worth as much: by equal pace index, beyond 4 hours by Riegel's classic exponent. */
  public double equivalentS(StandardDistance distance) {
    return hasPaceIndex()
        ? PaceIndex.timeS(PaceIndex.unchecked(StandardDistance.MARATHON.distanceM(), seconds), distance.distanceM())
        : riegelS(distance, Riegel.CLASSIC);
  }

  /** The time over a shorter distance from which Riegel's exponent leads to the goal. */
  public double riegelS(StandardDistance distance, double exponent) {
    return Riegel.timeS(StandardDistance.MARATHON.distanceM(), seconds, distance.distanceM(), exponent);
  }
}
