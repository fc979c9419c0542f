package dev.longrun.quantity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * A week as ISO 8601 counts them: from Monday, and in the year that most of its days are in.
 *
 * @param monday its first day
 */
public record IsoWeek(LocalDate monday) {
  public IsoWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("A week begins on Monday, " + monday + " is none");
    }
  }

  /** The week a day is in. */
  public static IsoWeek of(LocalDate day) {
    return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** @return empty when the year has no week of that number */
  public static Optional<IsoWeek> of(int year, int number) {
    // The 4th of January is always in week 1.
    IsoWeek week = new IsoWeek(of(LocalDate.of(year, 1, 4)).monday.plusWeeks(number - 1L));
    return week.year() == year && week.number() == number ? Optional.of(week) : Optional.empty();
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  /** The year it is counted in, which is another than its Monday's when the year turns on Tuesday to Thursday. */
  public int year() {
    return monday.get(IsoFields.WEEK_BASED_YEAR);
  }

  /** From 1. */
  public int number() {
    return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /** {@code 2026-W46}. */
  public String name() {
    return String.format(Locale.ROOT, "%d-W%02d", year(), number());
  }
}
