package dev.longrun.metrics.race;

import java.util.Locale;

/** How this package writes its numbers, so that one number looks the same wherever it stands. */
final class Words {
  private Words() {}

  /** {@code 2:59:59}, or {@code 38:59} below an hour. */
  static String time(double seconds) {
    long all = Math.round(seconds);
    return all >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all % 3600 / 60, all % 60)
        : String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
  }

  /** {@code 5 days ago}, {@code 9 weeks ago}. */
  static String ago(int days) {
    return days == 0 ? "today" : days == 1 ? "yesterday" : days < 21 ? days + " days ago" : Math.round(days / 7.0) + " weeks ago";
  }

  /** {@code 4:16 /km}. */
  static String pace(double sPerKm) {
    return time(sPerKm) + " /km";
  }

  /** {@code 26.0 km}. */
  static String km(double km) {
    return String.format(Locale.ROOT, "%.1f km", km);
  }

  /** {@code 1.070}. */
  static String exponent(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** {@code 4.5 %}. */
  static String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** {@code 36.4 °C}. */
  static String degrees(double celsius) {
    return String.format(Locale.ROOT, "%.1f °C", celsius);
  }
}
