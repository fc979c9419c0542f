package dev.longrun.coach;

import dev.longrun.report.Figures;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * An ISO 8601 week: Monday first, and the week belongs to the year of its Thursday.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {
  private static final DateTimeFormatter WEEK_MONDAY =
      new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .parseDefaulting(java.time.temporal.ChronoField.DAY_OF_WEEK, 1)
          .toFormatter(Locale.ROOT);

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(monday + " is no Monday");
    }
  }

  static Week of(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** @throws IllegalArgumentException with a sentence when the text is not like {@code 2026-W46} */
  public static Week parse(String text) {
    try {
      return new Week(LocalDate.parse(text.strip().toUpperCase(Locale.ROOT), WEEK_MONDAY));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no week; write it like 2026-W46, with weeks that begin on Monday.");
    }
  }

  /** {@code 2026-W46}. */
  public String period() {
    return String.format(
        Locale.ROOT, "%d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  LocalDate sunday() {
    return monday.plusDays(6);
  }

  Week plusWeeks(int weeks) {
    return new Week(monday.plusWeeks(weeks));
  }

  Instant start(ZoneId timezone) {
    return monday.atStartOfDay(timezone).toInstant();
  }

  /** The first instant that is no longer in the week. */
  Instant end(ZoneId timezone) {
    return monday.plusDays(7).atStartOfDay(timezone).toInstant();
  }

  /** {@code 9 November 2026 to 15 November 2026}. */
  String dates() {
    return Figures.day(monday) + " to " + Figures.day(sunday());
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }
}
