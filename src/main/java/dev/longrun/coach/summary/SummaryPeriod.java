package dev.longrun.coach.summary;

import dev.longrun.coach.topics.Period;
import dev.longrun.quantity.IsoWeek;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A week (ISO 8601: Monday first) or a calendar month that is summed up.
 *
 * @param name {@code 2026-W46} or {@code 2026-10}
 * @param to its last day
 */
public record SummaryPeriod(Kind kind, String name, LocalDate from, LocalDate to) implements Comparable<SummaryPeriod> {
  private static final DateTimeFormatter WEEK =
      new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .parseDefaulting(ChronoField.DAY_OF_WEEK, 1)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** What is summed up, and where the page lies. */
  public enum Kind {
    WEEK("weekly"),
    MONTH("monthly");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }

    /** As the database calls it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String folder() {
      return folder;
    }
  }

  public static SummaryPeriod of(Kind kind, LocalDate day) {
    if (kind == Kind.MONTH) {
      YearMonth month = YearMonth.from(day);
      return new SummaryPeriod(kind, month.toString(), month.atDay(1), month.atEndOfMonth());
    }
    IsoWeek week = IsoWeek.of(day);
    return new SummaryPeriod(kind, week.name(), week.monday(), week.sunday());
  }

  /** @throws IllegalArgumentException with a sentence when the text names no such period */
  public static SummaryPeriod parse(Kind kind, String text) {
    try {
      return kind == Kind.WEEK
          ? of(kind, LocalDate.parse(text.strip().toUpperCase(Locale.ROOT), WEEK))
          : of(kind, YearMonth.parse(text.strip()).atDay(1));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          kind == Kind.WEEK
              ? "\"" + text + "\" is no week; write it like 2026-W46, with weeks that begin on Monday."
              : "\"" + text + "\" is no month; write it like 2026-10.");
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is outside the calendar.");
    }
  }

  public SummaryPeriod next() {
    return of(kind, to.plusDays(1));
  }

  public SummaryPeriod previous() {
    return of(kind, from.minusDays(1));
  }

  /** {@code 16 to 22 November 2026}, {@code 28 September to 4 October 2026}, {@code October 2026}. */
  public String dates() {
    if (kind == Kind.MONTH) {
      return MONTH.format(from);
    }
    String first =
        from.getYear() != to.getYear() ? DAY_OF_YEAR.format(from) : from.getMonth() == to.getMonth() ? Integer.toString(from.getDayOfMonth()) : DAY.format(from);
    return first + " to " + DAY_OF_YEAR.format(to);
  }

  public String title() {
    return kind == Kind.WEEK ? "Week " + name + ": " + dates() : dates();
  }

  public Period period() {
    return new Period(from, to, kind == Kind.WEEK ? "the week" : dates());
  }

  public String path() {
    return kind.folder() + "/" + name + ".md";
  }

  public Instant start(ZoneId timezone) {
    return from.atStartOfDay(timezone).toInstant();
  }

  /** The first instant that is no longer in it. */
  public Instant end(ZoneId timezone) {
    return to.plusDays(1).atStartOfDay(timezone).toInstant();
  }

  @Override
  public int compareTo(SummaryPeriod other) {
    return from.compareTo(other.from);
  }
}
