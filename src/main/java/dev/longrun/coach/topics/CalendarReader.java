package dev.longrun.coach.topics;

import dev.longrun.coach.topics.CalendarWords.Season;
import dev.longrun.coach.topics.CalendarWords.Unit;
import dev.longrun.quantity.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;

/** Reads weeks, months, quarters, seasons, years and relative spans where they are named. */
final class CalendarReader {
  private static final int MOST_UNITS = 1_000;

  private final Tokens tokens;
  private final LocalDate today;
  private final boolean ahead;
  private final DayReader days;
  private final PeriodNames names;
  private final List<IntFunction<Span<Period>>> readers;

  CalendarReader(Tokens tokens, LocalDate today, boolean ahead, DayReader days) {
    this.tokens = tokens;
    this.today = today;
    this.ahead = ahead;
    this.days = days;
    this.names = new PeriodNames(today);
    this.readers =
        List.of(
            this::isoWeek, this::weekOf, this::partOf, this::lastUnits, this::qualified, this::ago, this::weekend, this::quarter, this::soFar, this::month, this::season,
            this::year);
  }

  /** The period that is named from a token on; null when none is. */
  Span<Period> at(int i) {
    for (IntFunction<Span<Period>> reader : readers) {
      Span<Period> span = reader.apply(i);
      if (span != null) {
        return span;
      }
    }
    return null;
  }

  private Span<Period> isoWeek(int i) {
    int year = tokens.number(i);
    if (year >= 1990 && year <= 2099 && tokens.is(i + 1, "-") && tokens.is(i + 2, "w")) {
      return week(i, tokens.number(i + 3), year, i + 4);
    }
    boolean isWeek = tokens.is(i, "week", "wk", "kw", "cw", "w", "weeks") && tokens.at(i + 1).isNumber();
    if (!isWeek || tokens.is(i, "w") && !tokens.at(i + 1).glued()) {
      return null;
    }
    int end = tokens.is(i + 2, "of", ",", "in") ? i + 3 : i + 2;
    int said = tokens.number(end);
    return said >= 1990 && said <= 2099 ? week(i, tokens.number(i + 1), said, end + 1) : week(i, tokens.number(i + 1), 0, i + 2);
  }

  /** @param year 0 when it was not said */
  private Span<Period> week(int from, int week, int year, int to) {
    if (week < 1 || week > 53) {
      return null;
    }
    if (year > 0) {
      LocalDate monday = monday(year, week);
      return monday == null ? null : new Span<>(from, to, names.week(monday));
    }
    int thisYear = IsoWeek.of(today).year();
    for (int tries = 0; tries < 8; tries++) {
      LocalDate monday = monday(ahead ? thisYear - 1 + tries : thisYear + 1 - tries, week);
      if (monday != null && (ahead ? !monday.plusDays(6).isBefore(today) : !monday.isAfter(today))) {
        return new Span<>(from, to, names.week(monday));
      }
    }
    return null;
  }

  private static LocalDate monday(int year, int week) {
    return IsoWeek.of(year, week).map(IsoWeek::monday).orElse(null);
  }

  private Span<Period> weekOf(int i) {
    if (!tokens.is(i, "week", "wk") || !tokens.is(i + 1, "of", "from", "starting", "beginning", "commencing", "with", "around", "ending")) {
      return null;
    }
    int at = tokens.is(i + 2, "on") ? i + 3 : i + 2;
    Span<LocalDate> day = days.at(at);
    return day == null ? null : new Span<>(i, day.to(), names.week(day.value()));
  }

  /** "First week of October", "second half of the year", "early October", "end of May". */
  private Span<Period> partOf(int i) {
    int which = CalendarWords.ordinal(tokens, i);
    int next = tokens.number(i) > 0 ? i + 2 : i + 1;
    if (which != 0 && tokens.is(next, "week", "half", "third", "days") && tokens.is(next + 1, "of", "in")) {
      Span<Period> whole = whole(next + 2);
      Period part = whole == null ? null : tokens.is(next, "week") ? weekWithin(whole.value(), which) : tokens.is(next, "half") ? half(whole.value(), which) : null;
      return part == null ? null : new Span<>(i, whole.to(), part);
    }
    boolean early = tokens.is(i, "early", "beginning", "start");
    boolean mid = tokens.is(i, "mid", "middle");
    boolean late = tokens.is(i, "late", "end");
    if (!early && !mid && !late) {
      return null;
    }
    Span<Period> whole = whole(tokens.is(i + 1, "of", "-", "in") ? i + 2 : i + 1);
    if (whole == null) {
      return null;
    }
    LocalDate from = whole.value().from();
    LocalDate to = whole.value().to();
    long length = to.toEpochDay() - from.toEpochDay() + 1;
    LocalDate firstThird = from.plusDays(length / 3 - 1);
    LocalDate secondThird = from.plusDays(2 * length / 3 - 1);
    Period part = early ? names.range(from, firstThird) : mid ? names.range(firstThird.plusDays(1), secondThird) : names.range(secondThird.plusDays(1), to);
    return new Span<>(i, whole.to(), part);
  }

  private Span<Period> whole(int i) {
    int at = tokens.is(i, "the") ? i + 1 : i;
    if (at > i && tokens.is(at, "year", "month") || tokens.is(i, "this") && tokens.is(i + 1, "year", "month")) {
      at = tokens.is(i, "this") ? i + 1 : at;
      return new Span<>(i, at + 1, tokens.is(at, "year") ? names.year(today.getYear()) : names.month(today));
    }
    Span<Period> span = month(at);
    span = span == null ? qualified(at) : span;
    return span == null ? year(at) : span;
  }

  private Period weekWithin(Period whole, int which) {
    LocalDate from = which < 0 ? whole.to().minusDays(6) : whole.from().plusWeeks(which - 1L);
    return from.isAfter(whole.to()) ? null : names.range(from, from.plusDays(6).isAfter(whole.to()) ? whole.to() : from.plusDays(6));
  }

  private Period half(Period whole, int which) {
    boolean isYear = whole.to().toEpochDay() - whole.from().toEpochDay() > 360;
    LocalDate middle = isYear ? whole.from().plusMonths(6) : whole.from().plusDays(15);
    return which == 1 ? names.range(whole.from(), middle.minusDays(1)) : names.range(middle, whole.to());
  }

  /** "The last three weeks", "past 30 days", "next couple of months", "last 2 wks". */
  private Span<Period> lastUnits(int i) {
    boolean back = tokens.is(i, "last", "past", "previous", "recent", "latest", "lst");
    boolean forth = tokens.is(i, "next", "coming", "following");
    if (!back && !forth) {
      return null;
    }
    int at = tokens.is(i + 1, "a") ? i + 2 : i + 1;
    int number = CalendarWords.number(tokens, at);
    int unitAt = tokens.is(at + 1, "of", "full", "complete", "whole", "-") ? at + 2 : at + 1;
    Unit unit = CalendarWords.unit(tokens, unitAt);
    if (unit == null && tokens.at(unitAt).glued()) {
      unit = tokens.is(unitAt, "d") ? Unit.DAY : tokens.is(unitAt, "w") ? Unit.WEEK : tokens.is(unitAt, "y") ? Unit.YEAR : null;
    }
    if (number < 1 || number > MOST_UNITS || unit == null) {
      return null;
    }
    String name = "the " + (back ? "last " : "next ") + number + " " + plural(unit, number);
    Period period =
        back
            ? new Period(minus(today, number, unit).plusDays(1), today, name)
            : new Period(today.plusDays(1), plus(today, number, unit), name);
    return new Span<>(i, unitAt + 1, period);
  }

  static String plural(Unit unit, int number) {
    return (unit.name().toLowerCase(java.util.Locale.ROOT)) + (number == 1 ? "" : "s");
  }

  static LocalDate minus(LocalDate day, int number, Unit unit) {
    return plus(day, -number, unit);
  }

  private static LocalDate plus(LocalDate day, int number, Unit unit) {
    return switch (unit) {
      case DAY -> day.plusDays(number);
      case WEEK -> day.plusWeeks(number);
      case FORTNIGHT -> day.plusWeeks(2L * number);
      case MONTH -> day.plusMonths(number);
      case QUARTER -> day.plusMonths(3L * number);
      case YEAR -> day.plusYears(number);
    };
  }

  /** "Last week", "this month", "next year", "the past fortnight", "last May", "this summer". */
  private Span<Period> qualified(int i) {
    boolean back = tokens.is(i, "last", "previous", "prior", "past", "lst");
    boolean forth = tokens.is(i, "next", "coming", "upcoming", "following");
    boolean now = tokens.is(i, "this", "current", "thsi", "ths");
    if (tokens.is(i, "lastweek", "thisweek", "nextweek")) {
      return new Span<>(i, i + 1, stepped(Unit.WEEK, tokens.is(i, "lastweek") ? -1 : tokens.is(i, "nextweek") ? 1 : 0));
    }
    if (!back && !forth && !now) {
      return null;
    }
    int at = tokens.is(i + 1, "full", "whole", "complete", "entire", "calendar", "training") ? i + 2 : i + 1;
    int step = back ? -1 : forth ? 1 : 0;
    Unit unit = CalendarWords.unit(tokens, at);
    if (unit == Unit.DAY || tokens.word(at).endsWith("s") && unit != null) {
      return null;
    }
    if (unit != null) {
      if (tokens.is(at + 1, "before", "bevor") && tokens.is(at + 2, "last")) {
        return new Span<>(i, at + 3, stepped(unit, -2));
      }
      // "In the last week" has just passed day by day; "last week" is one of the calendar.
      boolean rolling = tokens.is(i, "past") || back && tokens.is(i - 1, "the") && tokens.is(i - 2, "in", "over", "during", "for", "within") && unit != Unit.QUARTER;
      if (rolling) {
        return new Span<>(i, at + 1, new Period(minus(today, 1, unit).plusDays(1), today, "the last " + rollingName(unit)));
      }
      return new Span<>(i, at + 1, stepped(unit, step));
    }
    Month month = CalendarWords.month(tokens, at);
    if (month != null && tokens.number(at + 1) < 0) {
      LocalDate first = LocalDate.of(today.getYear(), month, 1);
      if (back) {
        first = first.isBefore(today.withDayOfMonth(1)) ? first : first.minusYears(1);
      } else if (forth) {
        first = first.isAfter(today) ? first : first.plusYears(1);
      }
      return new Span<>(i, at + 1, names.month(first));
    }
    Season season = CalendarWords.season(tokens, at);
    if (season != null) {
      int end = season == Season.AUTUMN || !tokens.is(at + 1, "season") ? at + 1 : at + 2;
      return new Span<>(i, end, names.season(season, seasonYear(season, step)));
    }
    return null;
  }

  private static String rollingName(Unit unit) {
    return switch (unit) {
      case WEEK -> "7 days";
      case FORTNIGHT -> "14 days";
      default -> unit.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private Period stepped(Unit unit, int step) {
    return switch (unit) {
      case DAY -> names.oneDay(today.plusDays(step));
      case WEEK -> names.week(today.plusWeeks(step));
      case FORTNIGHT -> step < 0 ? names.lastDays(today, 14, "the last 14 days") : names.lastDays(today.plusDays(14), 14, "the next 14 days");
      case MONTH -> names.month(today.plusMonths(step));
      case QUARTER -> names.quarter(today.plusMonths(3L * step));
      case YEAR -> names.year(today.getYear() + step);
    };
  }

  /** @param step -1 the last one that is over, 1 the next one, 0 the one that is, or the one nearest to today */
  private int seasonYear(Season season, int step) {
    int year = today.getYear() + 1;
    while (names.season(season, year).from().isAfter(today)) {
      year--;
    }
    Period latest = names.season(season, year);
    boolean isNow = latest.contains(today);
    if (step > 0) {
      return year + 1;
    }
    if (step < 0) {
      return isNow ? year - 1 : year;
    }
    long since = today.toEpochDay() - latest.to().toEpochDay();
    long until = names.season(season, year + 1).from().toEpochDay() - today.toEpochDay();
    return !isNow && (ahead || until < since / 4) ? year + 1 : year;
  }

  /** "Two weeks ago", "a month ago", "3 years back". */
  private Span<Period> ago(int i) {
    int number = tokens.is(i, "a", "an") ? 1 : CalendarWords.number(tokens, i);
    int at = tokens.is(i, "a") && tokens.is(i + 1, "couple", "few") ? i + 1 : i;
    number = at > i ? CalendarWords.number(tokens, at) : number;
    boolean bare = CalendarWords.unit(tokens, i) != null && !tokens.is(i - 1, "a", "an", "one", "1");
    int unitAt = bare ? i : tokens.is(at + 1, "of") ? at + 2 : at + 1;
    Unit unit = CalendarWords.unit(tokens, unitAt);
    number = bare ? 1 : number;
    if (unit == null || unit == Unit.DAY || number < 0 || number > MOST_UNITS || !tokens.is(unitAt + 1, "ago", "back", "earlier")) {
      return tokens.is(i, "in") && ahead ? ahead(i) : null;
    }
    LocalDate day = minus(today, number, unit);
    Period period =
        switch (unit) {
          case MONTH -> names.month(day);
          case QUARTER -> names.quarter(day);
          case YEAR -> names.year(day.getYear());
          default -> names.week(day);
        };
    return new Span<>(i, unitAt + 2, period);
  }

  /** "In two weeks". */
  private Span<Period> ahead(int i) {
    int number = tokens.is(i + 1, "a") ? 1 : CalendarWords.number(tokens, i + 1);
    Unit unit = CalendarWords.unit(tokens, i + 2);
    if (number < 1 || number > 100 || unit == null || unit == Unit.DAY || tokens.is(i + 3, "of")) {
      return null;
    }
    LocalDate day = plus(today, number, unit);
    return new Span<>(i, i + 3, unit == Unit.MONTH ? names.month(day) : unit == Unit.YEAR ? names.year(day.getYear()) : names.week(day));
  }

  private Span<Period> weekend(int i) {
    boolean qualified = tokens.is(i, "last", "previous", "past", "this", "next", "coming", "the");
    int at = qualified ? i + 1 : i;
    if (!tokens.is(at, "weekend", "weekends", "wkend", "weeknd") || tokens.is(at, "weekends")) {
      return null;
    }
    LocalDate passed = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    boolean isWeekend = today.getDayOfWeek().getValue() >= 6;
    boolean next = tokens.is(i, "next", "coming") || !tokens.is(i, "last", "previous", "past") && (ahead || tokens.is(i, "this") && !Tense.isBehind(tokens));
    LocalDate saturday = next && !isWeekend ? passed.plusWeeks(1) : tokens.is(i, "last", "previous") && isWeekend ? passed.minusWeeks(1) : tokens.is(i, "next") ? passed.plusWeeks(1) : passed;
    return new Span<>(i, at + 1, names.weekend(saturday));
  }

  private Span<Period> quarter(int i) {
    int quarter = tokens.is(i, "q") && tokens.at(i + 1).glued() ? tokens.number(i + 1) : 0;
    int next = i + 2;
    if (quarter == 0) {
      quarter = CalendarWords.ordinal(tokens, i);
      next = tokens.number(i) > 0 ? i + 2 : i + 1;
      if (quarter == 0 || !tokens.is(next, "quarter")) {
        return null;
      }
      next++;
    }
    if (quarter < 1 || quarter > 4) {
      return null;
    }
    int at = tokens.is(next, "of", "in") ? next + 1 : next;
    int said = tokens.number(at);
    if (said >= 1990 && said <= 2099) {
      return new Span<>(i, at + 1, names.quarter(LocalDate.of(said, 3 * quarter, 1)));
    }
    LocalDate day = LocalDate.of(today.getYear(), 3 * quarter - 2, 1);
    if (tokens.is(at, "last") && tokens.is(at + 1, "year")) {
      return new Span<>(i, at + 2, names.quarter(day.minusYears(1)));
    }
    return new Span<>(i, next, names.quarter(!ahead && day.isAfter(today) ? day.minusYears(1) : day));
  }

  private Span<Period> soFar(int i) {
    Period year = new Period(LocalDate.of(today.getYear(), 1, 1), today, "this year so far");
    if (tokens.is(i, "ytd")) {
      return new Span<>(i, i + 1, year);
    }
    return tokens.is(i, "year") && tokens.is(i + 1, "to") && tokens.is(i + 2, "date") ? new Span<>(i, i + 3, year) : null;
  }

  private Span<Period> month(int i) {
    Month month = CalendarWords.month(tokens, i);
    if (month == null) {
      int year = tokens.number(i);
      boolean iso = year >= 1990 && year <= 2099 && tokens.is(i + 1, "-") && tokens.at(i + 2).isNumber() && tokens.at(i + 2).glued() && !tokens.is(i + 3, "-");
      int number = iso ? tokens.number(i + 2) : 0;
      return number >= 1 && number <= 12 ? new Span<>(i, i + 3, names.month(LocalDate.of(year, number, 1))) : null;
    }
    int at = tokens.is(i + 1, ".", ",", "of", "in", "'", "/") ? i + 2 : i + 1;
    int said = tokens.number(at);
    boolean isShort = said >= 15 && said <= 99 && (tokens.is(i + 1, "'") || tokens.at(at).text().length() == 2) && !tokens.is(at + 1, "km", "k", "min", ":", "runs", "miles", "%", "-");
    if (said >= 1990 && said <= 2099 || isShort) {
      return new Span<>(i, at + 1, names.month(LocalDate.of(said < 100 ? 2000 + said : said, month, 1)));
    }
    if (tokens.is(at, "last", "this", "next") && tokens.is(at + 1, "year")) {
      int year = today.getYear() + (tokens.is(at, "last") ? -1 : tokens.is(at, "next") ? 1 : 0);
      return new Span<>(i, at + 2, names.month(LocalDate.of(year, month, 1)));
    }
    LocalDate first = LocalDate.of(today.getYear(), month, 1);
    boolean forth = ahead && !tokens.is(i - 1, "than", "since", "vs", "versus", "like");
    if (forth && first.plusMonths(1).isBefore(today.plusDays(1))) {
      first = first.plusYears(1);
    } else if (!forth && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    return new Span<>(i, i + 1, names.month(first));
  }

  private Span<Period> season(int i) {
    Season season = CalendarWords.season(tokens, i);
    if (season == null || tokens.is(i + 1, "marathon", "build", "base", "block", "half", "race", "shoes", "run")) {
      return null;
    }
    int at = tokens.is(i + 1, "of", "in", "season") ? i + 2 : i + 1;
    int said = tokens.number(at);
    if (said >= 15 && said <= 99 && !tokens.is(at + 1, "km", "k")) {
      said += 2000;
    }
    if (said >= 1990 && said <= 2099) {
      int end = tokens.is(at + 1, "/", "-") && tokens.number(at + 2) >= 0 ? at + 3 : at + 1;
      return new Span<>(i, end, names.season(season, said));
    }
    if (tokens.is(at, "last") && tokens.is(at + 1, "year")) {
      return new Span<>(i, at + 2, names.season(season, today.getYear() - 1));
    }
    return new Span<>(i, i + 1, names.season(season, seasonYear(season, 0)));
  }

  private Span<Period> year(int i) {
    int year = tokens.number(i);
    boolean counts =
        tokens.is(i + 1, "km", "k", "m", "metres", "meters", "steps", "kcal", "calories", "kilometres", "kilometers", "miles", "-", "/", ":")
            || tokens.is(i + 1, ".") && tokens.at(i + 2).glued()
            || tokens.is(i - 1, ".", ":", "/", "-") && tokens.at(i).glued();
    boolean isYear = year >= 1990 && year <= today.getYear() + 3 && tokens.word(i).length() == 4;
    return isYear && !counts ? new Span<>(i, i + 1, names.year(year)) : null;
  }
}
