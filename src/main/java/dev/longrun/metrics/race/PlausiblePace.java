package dev.longrun.metrics.race;

/** The paces that a person runs: 2:00 to 15:00 a kilometre. Outside of them a distance or a time was recorded wrongly. */
final class PlausiblePace {
  private static final double FASTEST_S_PER_KM = 120;
  private static final double SLOWEST_S_PER_KM = 900;

  private PlausiblePace() {}

  /** False for what is no pace at all too: nothing, negative, not a number. */
  static boolean covers(double distanceM, double timeS) {
    return distanceM > 0 && covers(timeS * 1000 / distanceM);
  }

  static boolean covers(double paceSPerKm) {
    return paceSPerKm >= FASTEST_S_PER_KM && paceSPerKm <= SLOWEST_S_PER_KM;
  }
}
