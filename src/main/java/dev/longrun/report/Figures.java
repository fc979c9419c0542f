package dev.longrun.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as runners write them. Null, which means missing, becomes a dash. */
public final class Figures {
  private static final String MISSING = "–";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Figures() {}

  /** Seconds as {@code 43:05} or {@code 1:02:03}. */
  public static String duration(Double seconds) {
    if (seconds == null) {
      return MISSING;
    }
    long all = Math.round(seconds);
    return all >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all % 3600 / 60, all % 60)
        : String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
  }

  /** Seconds per kilometre as {@code 4:52}. */
  public static String pace(Double secondsPerKm) {
    if (secondsPerKm == null) {
      return MISSING;
    }
    long all = Math.round(secondsPerKm);
    return String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
  }

  /** A number with so many digits after the point. */
  public static String decimal(Double number, int digits) {
    if (number == null) {
      return MISSING;
    }
    String text = String.format(Locale.ROOT, "%." + digits + "f", number);
    return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
  }

  /** {@code 9 November 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }
}
