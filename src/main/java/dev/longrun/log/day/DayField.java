package dev.longrun.log.day;

import java.util.Locale;

/** What can be known of a day, each by the name of its column in {@code day_log}; nights belong to the day of waking. */
public enum DayField {
  RESTING_HR_BPM(20, 150),
  /** Root mean square of successive differences, over the night or on waking. */
  HRV_RMSSD_MS(1, 400),
  HRV_BASELINE_LOW_MS(1, 400),
  HRV_BASELINE_HIGH_MS(1, 400),
  SLEEP_S(1, 86_400),
  SLEEP_DEEP_S(0, 86_400),
  SLEEP_LIGHT_S(0, 86_400),
  SLEEP_REM_S(0, 86_400),
  SLEEP_AWAKE_S(0, 86_400),
  /** An instant, as text. */
  SLEEP_STARTED_AT,
  /** An instant, as text. */
  SLEEP_ENDED_AT,
  SLEEP_SCORE(0, 100),
  /** Garmin's, at waking. */
  BODY_BATTERY(0, 100),
  BODY_BATTERY_LOW(0, 100),
  BODY_BATTERY_HIGH(0, 100),
  /** Garmin's mean of the day. */
  STRESS(0, 100),
  /** Garmin's, at waking. */
  TRAINING_READINESS(0, 100),
  RECOVERY_TIME_S(0, 14 * 86_400),
  WEIGHT_KG(20, 400),
  /** Garmin's estimate, in ml a minute and kilogram. */
  VO2MAX(10, 100);

  private final double least;
  private final double most;

  DayField() {
    this(Double.NaN, Double.NaN);
  }

  DayField(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** The column of {@code day_log} that holds the settled value. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of {@code day_log} that holds what was first seen after waking. */
  public String wakeColumn() {
    return "wake_" + column();
  }

  /** Whether a body can have this value; a text is never judged. */
  public boolean canBe(Object value) {
    return !(value instanceof Double number) || (number >= least && number <= most);
  }

  /** For people. */
  public String range() {
    return "%s to %s".formatted(plain(least), plain(most));
  }

  private static String plain(double number) {
    return Long.toString((long) number);
  }
}
