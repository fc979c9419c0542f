package dev.longrun.command;

import dev.longrun.quantity.IsoWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A week or a month, as on the command line.
 *
 * @param kind {@code week} or {@code month}
 * @param text {@code 2026-W46} or {@code 2026-10}
 * @param firstDay its first day
 */
record Period(String kind, String text, LocalDate firstDay) {

  /** {@code 2026-W46}: ISO 8601, Monday first. */
  static final class WeekConverter implements ITypeConverter<Period> {
    private static final Pattern PATTERN = Pattern.compile("([0-9]{4})-?[Ww]([0-9]{1,2})");

    @Override
    public Period convert(String text) {
      Matcher matcher = PATTERN.matcher(text.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException("\"" + text + "\" is no week; weeks are written like 2026-W46");
      }
      int year = Integer.parseInt(matcher.group(1));
      int week = Integer.parseInt(matcher.group(2));
      return IsoWeek.of(year, week)
          .map(found -> new Period("week", found.name(), found.monday()))
          .orElseThrow(() -> new TypeConversionException("the year " + year + " has no week " + week));
    }
  }

  /** {@code 2026-10}. */
  static final class MonthConverter implements ITypeConverter<Period> {
    @Override
    public Period convert(String text) {
      try {
        YearMonth month = YearMonth.parse(text.strip());
        return new Period("month", month.toString(), month.atDay(1));
      } catch (DateTimeException e) {
        throw new TypeConversionException("\"" + text + "\" is no month; months are written like 2026-10");
      }
    }
  }
}
