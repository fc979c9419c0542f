package dev.longrun.coach.topics;

import dev.longrun.quantity.IsoWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes the usual periods, under the names that an answer calls them by. */
final class PeriodNames {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final LocalDate today;

  PeriodNames(LocalDate today) {
    this.today = today;
  }

  String day(LocalDate day) {
    return day.format(day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR);
  }

  Period oneDay(LocalDate day) {
    return new Period(day, day, day(day));
  }

  /** The ISO week that a day is in. */
  Period week(LocalDate day) {
    IsoWeek week = IsoWeek.of(day);
    return new Period(week.monday(), week.sunday(), "the week from " + day(week.monday()));
  }

  Period month(LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    return new Period(first, first.plusMonths(1).minusDays(1), first.format(MONTH));
  }

  Period quarter(LocalDate day) {
    int quarter = (day.getMonthValue() + 2) / 3;
    LocalDate first = LocalDate.of(day.getYear(), 3 * quarter - 2, 1);
    return new Period(first, first.plusMonths(3).minusDays(1), "quarter " + quarter + " of " + day.getYear());
  }

  Period season(CalendarWords.Season season, int year) {
    LocalDate first = LocalDate.of(year, season.firstMonth, 1);
    String years = season == CalendarWords.Season.WINTER ? year + "/" + String.format(Locale.ROOT, "%02d", (year + 1) % 100) : Integer.toString(year);
    return new Period(first, first.plusMonths(3).minusDays(1), season.lower() + " " + years);
  }

  Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Integer.toString(year));
  }

  Period weekend(LocalDate saturday) {
    return new Period(saturday, saturday.plusDays(1), "the weekend of " + day(saturday));
  }

  Period range(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return oneDay(from);
    }
    YearMonth month = YearMonth.from(from);
    if (from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth())) {
      return month(from);
    }
    return new Period(from, to, "from " + day(from) + " to " + day(to));
  }

  Period since(LocalDate from) {
    return new Period(from, today, "since " + day(from));
  }

  Period lastDays(LocalDate to, int days, String name) {
    return new Period(to.minusDays(days - 1L), to, name);
  }
}
