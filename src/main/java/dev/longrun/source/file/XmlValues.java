package dev.longrun.source.file;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of XML files as values: NaN where there is none that can be used. */
final class XmlValues {
  private static final int LONGEST_NUMBER = 40;

  /**
   * What the formats demand, and what programs write of it: a blank for the T, a comma before the fraction, an offset without its
   * colon or none at all.
   */
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[Tt]|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?\\s*(?:[Zz]|UTC|GMT|([+-]\\d{1,2})(?::?(\\d{2}))?)?");

  private XmlValues() {}

  static double number(String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text.indexOf(',') == text.lastIndexOf(',') && text.indexOf('.') < 0 ? text.replace(',', '.') : text);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  static Double numberOrNull(String text) {
    double value = number(text);
    return Double.isNaN(value) ? null : value;
  }

  /** Seconds since 1970, with their fraction. A time without a zone is UTC, as both formats demand. */
  static double second(String text) {
    Matcher time = TIME.matcher(text == null || text.length() > LONGEST_NUMBER ? "" : text.strip());
    if (!time.matches()) {
      return Double.NaN;
    }
    try {
      LocalDateTime minute =
          LocalDateTime.of(number(time, 1), number(time, 2), number(time, 3), number(time, 4) % 24, number(time, 5));
      double fraction = time.group(7) == null ? 0 : number(time, 7) / Math.pow(10, time.group(7).length());
      int minutes = number(time, 9) * (time.group(8) != null && time.group(8).startsWith("-") ? -1 : 1);
      // 24:00 is the midnight that ends the day; a leap second is the next one.
      return minute.toEpochSecond(ZoneOffset.UTC) + number(time, 4) / 24 * 86_400 + number(time, 6) + fraction - 3600 * number(time, 8) - 60 * minutes;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }
}
