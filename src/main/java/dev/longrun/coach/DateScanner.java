package dev.longrun.coach;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates in a text and tells those that a fact sheet speaks of from those it does not. */
final class DateScanner {
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern ISO_WEEK = Pattern.compile("\\b(?:(\\d{4})-W|W|[Ww]eek )(\\d{1,2})\\b");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|to|and)\\s*)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+"
              + MONTH
              + "(?:,?\\s+(\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:km|:|\\.\\d|min|%))(?:,?\\s+(\\d{4})\\b)?");
  private static final Pattern MONTH_YEAR = Pattern.compile("\\b" + MONTH + "\\s+(\\d{4})\\b");
  private static final Pattern YEAR = Pattern.compile("\\b(?:in|of|since|during) (\\d{4})\\b");

  private final LocalDate from;
  private final LocalDate to;
  private final List<LocalDate> others;

  /** @param others days outside the span that the data names: of races, of earlier conversations */
  DateScanner(LocalDate from, LocalDate to, List<LocalDate> others) {
    this.from = from;
    this.to = to;
    this.others = List.copyOf(others);
  }

  /** The text with everything that looks like a date blanked out, so that its digits lend themselves to nothing else. */
  static String withoutDates(String text) {
    String rest = text;
    for (Pattern pattern : List.of(ISO, ISO_WEEK, DAY_MONTH, MONTH_DAY, MONTH_YEAR, YEAR)) {
      rest = blank(pattern, rest, match -> true);
    }
    return rest;
  }

  /** The text with every date that is known blanked out; what is left of dates is read as numbers. */
  String withoutKnownDates(String text) {
    String rest = blank(ISO, text, match -> isKnown(date(match.group(1), match.group(2), match.group(3))));
    rest = blank(ISO_WEEK, rest, match -> isKnownWeek(match.group(1), Integer.parseInt(match.group(2))));
    rest = blank(DAY_MONTH, rest, match -> isKnownDay(match.group(2), match.group(3), match.group(4)) && isKnownFirst(match));
    rest = blank(MONTH_DAY, rest, match -> isKnownDay(match.group(2), match.group(1), match.group(3)));
    rest = blank(MONTH_YEAR, rest, match -> isKnownYear(Integer.parseInt(match.group(2))));
    return blank(YEAR, rest, match -> isKnownYear(Integer.parseInt(match.group(1))));
  }

  private boolean isKnownFirst(MatchResult match) {
    return match.group(1) == null || isKnownDay(match.group(1), match.group(3), match.group(4));
  }

  private static String blank(Pattern pattern, String text, Function<MatchResult, Boolean> known) {
    return pattern.matcher(text).replaceAll(match -> known.apply(match) ? "date" : Matcher.quoteReplacement(match.group()));
  }

  private boolean isKnownDay(String day, String month, String year) {
    String number = Integer.toString(MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    if (year != null) {
      return isKnown(date(year, number, day));
    }
    return others.stream().anyMatch(other -> isKnown(date(Integer.toString(other.getYear()), number, day)))
        || isKnown(date(Integer.toString(from.getYear()), number, day))
        || isKnown(date(Integer.toString(to.getYear()), number, day));
  }

  private boolean isKnown(LocalDate day) {
    return day != null && (others.contains(day) || (!day.isBefore(from) && !day.isAfter(to)));
  }

  private boolean isKnownWeek(String year, int week) {
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      boolean sameYear = year == null || day.get(IsoFields.WEEK_BASED_YEAR) == Integer.parseInt(year);
      if (sameYear && day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnownYear(int year) {
    return (year >= from.getYear() && year <= to.getYear()) || others.stream().anyMatch(day -> day.getYear() == year);
  }

  private static LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
