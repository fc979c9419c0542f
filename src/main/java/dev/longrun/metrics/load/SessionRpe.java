package dev.longrun.metrics.load;

import java.util.OptionalDouble;

/**
 * Load from perceived effort: the rating of the whole session times its minutes, in arbitrary units. Foster 2001 (J Strength Cond
 * Res 15:109). The watch's scale of 1 to 10 differs slightly from CR-10's 0 to 10; it is used as it is.
 */
public final class SessionRpe {
  private SessionRpe() {}

  /**
   * @param effort 1 to 10, or null
   * @param seconds duration of the session, or null
   * @return empty when either is unknown
   */
  public static OptionalDouble load(Double effort, Double seconds) {
    return effort == null || seconds == null ? OptionalDouble.empty() : OptionalDouble.of(effort * seconds / 60);
  }
}
