package dev.longrun.coach.findings;

import dev.longrun.coach.topics.Period;
import java.time.LocalDate;

/** Periods that questions imply. */
final class Periods {
  private Periods() {}

  /** The days up to a day, itself included. */
  static Period lastDays(LocalDate to, int days) {
    return new Period(to.minusDays(days - 1L), to, "the last " + days + " days");
  }

  /** As many days as the period has, right before it. */
  static Period before(Period period) {
    long days = period.to().toEpochDay() - period.from().toEpochDay() + 1;
    LocalDate to = period.from().minusDays(1);
    if (isWholeMonth(period)) {
      LocalDate from = period.from().minusMonths(1);
      return new Period(from, to, monthName(from));
    }
    return new Period(to.minusDays(days - 1), to, days == 1 ? "the day before" : days == 7 ? "the week before" : "the " + days + " days before");
  }

  static Period aYearBefore(Period period) {
    LocalDate from = period.from().minusYears(1);
    LocalDate to = isWholeMonth(period) ? from.plusMonths(1).minusDays(1) : period.to().minusYears(1);
    return new Period(from, to, isWholeMonth(period) ? monthName(from) : "the same days a year before");
  }

  static boolean isWholeMonth(Period period) {
    return period.from().getDayOfMonth() == 1 && period.to().equals(period.from().plusMonths(1).minusDays(1));
  }

  static boolean isWholeYear(Period period) {
    return period.from().getDayOfYear() == 1 && period.to().equals(period.from().plusYears(1).minusDays(1));
  }

  static String monthName(LocalDate day) {
    return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH) + " " + day.getYear();
  }

  /** {@code in May 2026}, {@code on 3 May}, {@code over the last 7 days}. */
  static String in(Period period) {
    if (period.from().equals(period.to())) {
      return "on " + period.name();
    }
    String name = period.name();
    if (name.startsWith("the last ") || name.startsWith("the past ")) {
      return "over " + name;
    }
    return name.startsWith("since ") || name.startsWith("from ") || name.startsWith("between ") || name.startsWith("before ") || name.startsWith("this ")
            || name.startsWith("last ") || name.equals("yesterday") || name.equals("today")
        ? name
        : "in " + name;
  }

  /** Up to what is known; null when nothing of it is. */
  static Period known(Period period, LogView log) {
    LocalDate last = log.lastDay();
    if (last == null || period.from().isAfter(last)) {
      return null;
    }
    return period.to().isAfter(last) ? new Period(period.from(), last, period.name()) : period;
  }
}
