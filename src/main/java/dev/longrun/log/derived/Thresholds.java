package dev.longrun.log.derived;

/**
 * The runner's thresholds on one day.
 *
 * @param maxHr beats a minute
 * @param restingHr beats a minute
 * @param lthr heart rate at the lactate threshold, beats a minute
 * @param thresholdPace seconds a kilometre
 */
record Thresholds(Threshold maxHr, Threshold restingHr, Threshold lthr, Threshold thresholdPace) {

  /** Where a threshold came from; the first that has one wins. */
  enum Origin {
    NOTE,
    SETTING,
    DATA,
    UNKNOWN;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param value null when it is not known
   * @param method the rule that found it, or why it is not known
   */
  record Threshold(Double value, Origin origin, String method) {
    static Threshold unknown(String why) {
      return new Threshold(null, Origin.UNKNOWN, why);
    }

    boolean isKnown() {
      return value != null;
    }
  }
}
