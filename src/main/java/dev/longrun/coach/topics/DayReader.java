package dev.longrun.coach.topics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** Reads one day where it is named: {@code 2026-11-10}, {@code 10.11.}, {@code 10/11} (the day first), {@code 11th of Nov}, {@code last Tuesday}. */
final class DayReader {
  private static final Set<String> UNITS_BEHIND =
      Set.of("km", "k", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "m", "min", "mins", "minutes", "%", "h", "mi", "mile", "miles", "x", "bpm", "spm",
          "runs", "weeks", "days", "months", "hours", "°", "percent", "kg", "split", "lap", "place");
  private static final Set<String> BEFORE_A_DATE = Set.of("on", "since", "from", "to", "until", "till", "before", "after", "between", "and", "of", "the", "am", "vom", "by", "run", "date");
  private static final Set<String> MARKS_OF_TEN = Set.of("effort", "feel", "rpe", "felt", "feeling", "rated", "was");

  private final Tokens tokens;
  private final LocalDate today;
  private final boolean ahead;
  private final LogCalendar log;

  DayReader(Tokens tokens, LocalDate today, boolean ahead, LogCalendar log) {
    this.tokens = tokens;
    this.today = today;
    this.ahead = ahead;
    this.log = log;
  }

  /** The day that is named from a token on; null when none is. */
  Span<LocalDate> at(int i) {
    Span<LocalDate> day = numeric(i);
    day = day == null ? withMonth(i) : day;
    day = day == null ? weekday(i) : day;
    day = day == null ? relative(i) : day;
    return day == null ? ofMonth(i) : day;
  }

  private Span<LocalDate> numeric(int i) {
    int first = tokens.number(i);
    String mark = tokens.word(i + 1);
    if (first < 0 || !Set.of("-", ".", "/").contains(mark) || tokens.at(i - 1).glued() && tokens.is(i - 1, ".", ":", "/")) {
      return null;
    }
    int second = tokens.number(i + 2);
    boolean hasThird = tokens.is(i + 3, mark) && tokens.at(i + 4).isNumber() && tokens.at(i + 4).glued();
    if (second < 0 || !tokens.at(i + 2).glued() && !mark.equals(".")) {
      return null;
    }
    if (hasThird) {
      int third = tokens.number(i + 4);
      LocalDate day = first > 31 ? date(first, second, third) : dayFirst(first, second, year(third));
      return day == null ? null : new Span<>(i, i + 5, day);
    }
    if (mark.equals("-") || first > 31) {
      return null;
    }
    boolean closed = mark.equals(".") && tokens.is(i + 3, ".") && tokens.at(i + 3).glued() && !isEnd(i + 3);
    int end = closed ? i + 4 : i + 3;
    boolean stands = closed || tokens.isOneOf(i - 1, BEFORE_A_DATE) || mark.equals("/");
    boolean isMark = mark.equals("/") && second == 10 && (tokens.isOneOf(i - 1, MARKS_OF_TEN) || tokens.isOneOf(i - 2, MARKS_OF_TEN));
    if (!stands || isMark || tokens.isOneOf(end, UNITS_BEHIND)) {
      return null;
    }
    LocalDate day = near(second, first);
    return day != null ? new Span<>(i, end, day) : mark.equals("/") && near(first, second) != null ? new Span<>(i, end, near(first, second)) : null;
  }

  /** A full stop that ends the text is the text's, unless a preposition already made a date of what stands before it: both are right then. */
  private boolean isEnd(int i) {
    return i == tokens.size() - 1 && !tokens.isOneOf(i - 4, BEFORE_A_DATE);
  }

  private LocalDate dayFirst(int first, int second, int year) {
    LocalDate day = date(year, second, first);
    return day == null ? date(year, first, second) : day;
  }

  private Span<LocalDate> withMonth(int i) {
    int at = tokens.is(i, "the") ? i + 1 : i;
    int number = tokens.number(at);
    if (number >= 1 && number <= 31) {
      int next = CalendarWords.isOrdinalEnding(tokens, at + 1) || tokens.is(at + 1, ".") ? at + 2 : at + 1;
      next = tokens.is(next, "of") ? next + 1 : next;
      Month month = CalendarWords.month(tokens, next);
      if (month != null) {
        return dated(i, tokens.is(next + 1, ".") && tokens.number(next + 2) > 31 ? next + 2 : next + 1, month, number);
      }
      return null;
    }
    Month month = CalendarWords.month(tokens, i);
    if (month == null) {
      return null;
    }
    at = tokens.is(i + 1, ".") && tokens.at(i + 2).isNumber() || tokens.is(i + 1, "the") ? i + 2 : i + 1;
    number = tokens.number(at);
    int next = CalendarWords.isOrdinalEnding(tokens, at + 1) ? at + 2 : at + 1;
    boolean isDay = number >= 1 && number <= 31 && tokens.word(at).length() <= 2 && !tokens.isOneOf(next, UNITS_BEHIND);
    boolean isTime = tokens.is(next, ":") || tokens.is(next, ".") && tokens.at(next + 1).isNumber() && tokens.at(next + 1).glued();
    return isDay && !isTime ? dated(i, next, month, number) : null;
  }

  private Span<LocalDate> dated(int from, int next, Month month, int dayOfMonth) {
    int comma = tokens.is(next, ",") ? next + 1 : next;
    int number = tokens.number(comma);
    if (number >= 2000 && number <= 2099) {
      LocalDate day = date(number, month.getValue(), dayOfMonth);
      return day == null ? null : new Span<>(from, comma + 1, day);
    }
    boolean lastYear = tokens.is(next, "last") && tokens.is(next + 1, "year");
    LocalDate day = lastYear ? date(today.getYear() - 1, month.getValue(), dayOfMonth) : near(month.getValue(), dayOfMonth);
    return day == null ? null : new Span<>(from, lastYear ? next + 2 : next, day);
  }

  private Span<LocalDate> weekday(int i) {
    boolean last = tokens.is(i, "last", "past", "previous");
    boolean next = tokens.is(i, "next", "coming", "upcoming");
    boolean qualified = last || next || tokens.is(i, "this");
    if ((last || next || tokens.is(i, "this")) && tokens.is(i + 1, "week")) {
      int at = tokens.is(i + 2, "'") && tokens.is(i + 3, "s") ? i + 4 : tokens.is(i + 2, "on", "'", "s") ? i + 3 : i + 2;
      DayOfWeek day = CalendarWords.weekday(tokens, at);
      if (day != null) {
        return new Span<>(i, at + 1, inWeek(last ? -1 : next ? 1 : 0, day));
      }
    }
    int at = qualified ? i + 1 : i;
    DayOfWeek day = CalendarWords.weekday(tokens, at);
    if (day == null) {
      return null;
    }
    int end = at + 1;
    int date = tokens.is(end, ",") ? end + 1 : end;
    Span<LocalDate> exact = numeric(date);
    exact = exact == null ? withMonth(date) : exact;
    exact = exact == null ? ofMonth(date) : exact;
    if (exact != null && exact.value().getDayOfWeek() == day) {
      return new Span<>(i, exact.to(), exact.value());
    }
    int week = tokens.is(end, "of") ? end + 1 : end;
    week = tokens.is(week, "the") ? week + 1 : week;
    if (tokens.is(week, "last", "previous", "this", "next") && tokens.is(week + 1, "week")) {
      return new Span<>(i, week + 2, inWeek(tokens.is(week, "this") ? 0 : tokens.is(week, "next") ? 1 : -1, day));
    }
    if (tokens.is(end, "before") && tokens.is(end + 1, "last")) {
      return new Span<>(i, end + 2, today.with(TemporalAdjusters.previous(day)).minusWeeks(1));
    }
    return new Span<>(i, end, nearest(day, last, next, tokens.is(i, "this")));
  }

  private LocalDate inWeek(int weeks, DayOfWeek day) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(day));
  }

  private LocalDate nearest(DayOfWeek day, boolean last, boolean next, boolean thisOne) {
    if (next) {
      return today.with(TemporalAdjusters.next(day));
    }
    if (!last && (ahead || thisOne && !Tense.isBehind(tokens))) {
      return today.with(TemporalAdjusters.nextOrSame(day));
    }
    // Nobody calls today by its name, unless there is a run of today to speak of.
    return !last && today.getDayOfWeek() == day && log.hasRun(today) ? today : today.with(TemporalAdjusters.previous(day));
  }

  private Span<LocalDate> relative(int i) {
    if (tokens.is(i, "today", "tonight", "tody", "todays")) {
      return new Span<>(i, i + 1, today);
    }
    if (tokens.is(i, "this") && tokens.is(i + 1, "morning", "evening", "afternoon", "lunch", "lunchtime", "mornings")) {
      return new Span<>(i, i + 2, today);
    }
    if (tokens.is(i, "last") && tokens.is(i + 1, "night", "nights")) {
      return new Span<>(i, i + 2, today);
    }
    boolean the = tokens.is(i, "the");
    int at = the ? i + 1 : i;
    if (tokens.is(at, "day") && tokens.is(at + 1, "before", "after") && isTomorrowOrYesterday(at + 2)) {
      return new Span<>(i, at + 3, tokens.is(at + 1, "before") ? today.minusDays(2) : today.plusDays(2));
    }
    if (!the && isTomorrowOrYesterday(i)) {
      return new Span<>(i, i + 1, tokens.word(i).startsWith("y") ? today.minusDays(1) : today.plusDays(1));
    }
    int number = tokens.is(i, "a", "an") ? 1 : CalendarWords.number(tokens, i);
    int unit = tokens.is(i + 1, "of") ? i + 2 : i + 1;
    if (number >= 0 && number < 4000 && CalendarWords.unit(tokens, unit) == CalendarWords.Unit.DAY && tokens.is(unit + 1, "ago", "back")) {
      return new Span<>(i, unit + 2, today.minusDays(number));
    }
    if (tokens.is(i, "in") && ahead && CalendarWords.number(tokens, i + 1) >= 0 && CalendarWords.number(tokens, i + 1) < 400
        && CalendarWords.unit(tokens, i + 2) == CalendarWords.Unit.DAY) {
      return new Span<>(i, i + 3, today.plusDays(CalendarWords.number(tokens, i + 1)));
    }
    return festive(i);
  }

  private boolean isTomorrowOrYesterday(int i) {
    return tokens.is(i, "tmrw", "tmr") || tokens.at(i).isWord() && (Spelling.isMeant(tokens.word(i), "yesterday") || Spelling.isMeant(tokens.word(i), "tomorrow"));
  }

  private Span<LocalDate> festive(int i) {
    if (tokens.is(i, "christmas", "xmas")) {
      boolean eve = tokens.is(i + 1, "eve");
      return new Span<>(i, eve || tokens.is(i + 1, "day") ? i + 2 : i + 1, near(12, eve ? 24 : 25));
    }
    if (tokens.is(i, "halloween")) {
      return new Span<>(i, i + 1, near(10, 31));
    }
    int at = tokens.is(i, "new") && tokens.is(i + 1, "year", "years") ? i + 2 : -1;
    if (at > 0) {
      at = tokens.is(at, "'") ? at + (tokens.is(at + 1, "s") ? 2 : 1) : at;
      if (tokens.is(at, "eve", "day")) {
        return new Span<>(i, at + 1, tokens.is(at, "eve") ? near(12, 31) : near(1, 1));
      }
    }
    boolean raceDay = tokens.is(i, "raceday") || tokens.is(i, "race") && tokens.is(i + 1, "day");
    if (raceDay) {
      Event past = log.latest(Event.Kind.RACE, today);
      LocalDate day = Tense.isBehind(tokens) && past != null ? past.from() : log.goalDay() != null ? log.goalDay() : past != null ? past.from() : null;
      return day == null ? null : new Span<>(i, tokens.is(i, "raceday") ? i + 1 : i + 2, day);
    }
    return null;
  }

  /** "The 12th": of the latest month that has one behind us, or the next one before us. */
  private Span<LocalDate> ofMonth(int i) {
    int at = tokens.is(i, "the") ? i + 1 : i;
    int number = tokens.number(at);
    boolean ordinal = CalendarWords.isOrdinalEnding(tokens, at + 1) || tokens.is(at + 1, ".") && tokens.at(at + 1).glued() && at > i && tokens.is(i - 1, "on");
    boolean stands = at > i || tokens.is(i - 1, "on", "since", "from", "until", "by", "before", "after", "and", "to") || CalendarWords.weekday(tokens, i - 1) != null;
    boolean counts =
        tokens.isOneOf(at + 2, UNITS_BEHIND) || tokens.is(at + 2, "km", "kilometre", "rep", "repeat", "interval", "week", "percentile", "time", "half", "quarter", "of", "-")
            && CalendarWords.month(tokens, at + 3) == null;
    if (number < 1 || number > 31 || !ordinal || !stands || counts) {
      return null;
    }
    LocalDate month = today.withDayOfMonth(1);
    for (int tries = 0; tries < 4; tries++) {
      LocalDate day = date(month.getYear(), month.getMonthValue(), number);
      if (day != null && (ahead ? !day.isBefore(today) : !day.isAfter(today))) {
        return new Span<>(i, at + 2, day);
      }
      month = ahead ? month.plusMonths(1) : month.minusMonths(1);
    }
    return null;
  }

  /** The latest such day behind us, or the next one when the question speaks of what is to come; null when the calendar has none. */
  LocalDate near(int month, int dayOfMonth) {
    int step = ahead ? 1 : -1;
    for (int year = today.getYear() - step, tries = 0; tries < 10; year += step, tries++) {
      LocalDate day = date(year, month, dayOfMonth);
      if (day != null && (ahead ? !day.isBefore(today) : !day.isAfter(today))) {
        return day;
      }
    }
    return null;
  }

  private int year(int number) {
    return number < 100 ? 2000 + number : number;
  }

  private static LocalDate date(int year, int month, int day) {
    if (year < 1950 || year > 2099) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
