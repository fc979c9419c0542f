package dev.longrun.metrics.trend;

/**
 * One thing that changes in tired runners.
 *
 * @param evidence how well the signal is known to go along with accumulated fatigue
 * @param direction what it says now
 * @param sentence the numbers behind it
 */
public record FatigueSignal(String name, Evidence evidence, Direction direction, String sentence) {

  /** After Saw 2016 (56 studies), Meeusen 2013 and Longrun's reading of the literature; strongest first. */
  public enum Evidence {
    /** Without a loss of performance there is no overreaching. */
    DEFINING,
    STRONG,
    MODERATE,
    WEAK
  }

  /**
   * Toward fatigue, away from it, neither clearly, or not known. A clear change of heart rate has no direction of its own: where effort
   * and feel say nothing, it is a change without one.
   */
  public enum Direction {
    TOWARD_FATIGUE,
    AWAY_FROM_FATIGUE,
    CHANGE_WITHOUT_DIRECTION,
    NO_CLEAR_CHANGE,
    UNKNOWN
  }
}
