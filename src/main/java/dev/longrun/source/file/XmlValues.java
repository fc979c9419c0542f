package dev.longrun.source.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Texts of XML files as values: NaN where there is none that can be used. */
final class XmlValues {
  private static final int LONGEST_NUMBER = 40;

  private XmlValues() {}

  static double number(String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
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
    if (text == null || text.length() > LONGEST_NUMBER) {
      return Double.NaN;
    }
    try {
      TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime withOffset ? withOffset.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
      return instant.getEpochSecond() + instant.getNano() / 1e9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }
}
