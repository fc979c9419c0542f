package dev.longrun.coach.topics;

import dev.longrun.coach.topics.CalendarWords.Unit;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/** Finds every period that a question names: by the calendar, from one day to another, or since, before and after something. */
final class PeriodReader {
  /** What "before the race" means: what the training of two months does is in it. */
  private static final int BEFORE_AN_EVENT_DAYS = 56;
  private static final int BEFORE_A_DAY_DAYS = 7;
  private static final int MOST_UNITS = 500;
  private static final int MOST_PERIODS = 6;

  private final Tokens tokens;
  private final LocalDate today;
  private final boolean ahead;
  private final LogCalendar log;
  private final Period context;
  private final DayReader days;
  private final CalendarReader calendar;
  private final EventReader events;
  private final PeriodNames names;
  private final boolean compares;

  /** @param context of which the sentence before spoke, for "the week before"; null when there is none */
  PeriodReader(Tokens tokens, LocalDate today, LogCalendar log, Period context) {
    this(tokens, today, log, context, Tense.isAhead(tokens));
  }

  /** @param ahead the question speaks of what is to come */
  PeriodReader(Tokens tokens, LocalDate today, LogCalendar log, Period context, boolean ahead) {
    this.tokens = tokens;
    this.today = today;
    this.ahead = ahead;
    this.log = log;
    this.context = context;
    this.days = new DayReader(tokens, today, ahead, log);
    this.calendar = new CalendarReader(tokens, today, ahead, days);
    this.events = new EventReader(tokens, today, ahead, log);
    this.names = new PeriodNames(today);
    this.compares = Recognised.compares(tokens) || tokens.contains(java.util.Set.of("better", "change", "changed"));
  }

  List<Span<Period>> find() {
    List<Span<Period>> found = new ArrayList<>();
    for (int i = 0; i < tokens.size() && found.size() < MOST_PERIODS; ) {
      Period base = found.isEmpty() ? context : found.get(found.size() - 1).value();
      Span<Period> span = at(i, base);
      if (span == null) {
        i++;
      } else {
        found.add(span);
        i = span.to();
      }
    }
    return found;
  }

  private Span<Period> at(int i, Period base) {
    Span<Period> span = counted(i);
    span = span == null ? around(i) : span;
    span = span == null ? range(i) : span;
    span = span == null ? relativeTo(i, base) : span;
    span = span == null ? plain(i) : span;
    return span == null ? block(i) : span;
  }

  /** A day or a period of the calendar. */
  private Span<Period> plain(int i) {
    // "Week of 9 November" and "first week of October" hold days that would be found alone.
    Span<Period> span = calendar.at(i);
    Span<LocalDate> day = days.at(i);
    if (day != null && (span == null || day.to() >= span.to())) {
      return new Span<>(i, day.to(), names.oneDay(day.value()));
    }
    return span;
  }

  private Span<Period> block(int i) {
    Span<Event> event = events.at(i);
    boolean isTime = event != null && (event.value().kind() == Event.Kind.BLOCK || event.value().kind() != Event.Kind.RACE && (tokens.is(i - 1, "during", "while") || tokens.is(i - 1, "in", "when") && tokens.is(i, "i", "my")));
    return isTime ? new Span<>(i, event.to(), whole(event.value())) : null;
  }

  private Period whole(Event event) {
    return new Period(event.from(), event.to(), names.range(event.from(), event.to()).name());
  }

  /** "The three weeks before the half", "the day after the race". */
  private Span<Period> counted(int i) {
    int at = tokens.is(i, "the", "my", "in", "last", "final") ? i + 1 : i;
    at = tokens.is(at, "the", "last", "final") ? at + 1 : at;
    int number = CalendarWords.number(tokens, at);
    int unitAt = number >= 0 ? at + 1 : at;
    unitAt = tokens.is(unitAt, "of") ? unitAt + 1 : unitAt;
    Unit unit = CalendarWords.unit(tokens, unitAt);
    number = number < 0 ? 1 : number;
    boolean before = tokens.is(unitAt + 1, "before", "bevor") || tokens.is(unitAt + 1, "leading", "building") && tokens.is(unitAt + 2, "up", "into");
    boolean after = tokens.is(unitAt + 1, "after", "following");
    if (unit == null || number == 0 || number > MOST_UNITS || !before && !after) {
      return null;
    }
    int next = tokens.is(unitAt + 1, "leading", "building") ? unitAt + (tokens.is(unitAt + 3, "to") ? 4 : 3) : unitAt + 2;
    Span<Period> anchor = anchor(next);
    if (anchor == null) {
      return null;
    }
    LocalDate edge = before ? anchor.value().from() : anchor.value().to();
    LocalDate other = before ? CalendarReader.minus(edge, number, unit) : CalendarReader.minus(edge, -number, unit);
    Period period = before ? names.range(other, edge.minusDays(1)) : names.range(edge.plusDays(1), other);
    return new Span<>(i, anchor.to(), period);
  }

  /** Since, before, after and until something. */
  private Span<Period> around(int i) {
    boolean since = tokens.is(i, "since", "sinse", "sicne");
    boolean before = tokens.is(i, "before", "bevor", "preceding") || leadsUp(i) > 0;
    boolean after = tokens.is(i, "after", "following");
    boolean until = tokens.is(i, "until", "till", "til") || tokens.is(i, "by") && ahead;
    if (!since && !before && !after && !until) {
      return null;
    }
    int next = before && leadsUp(i) > 0 ? leadsUp(i) : tokens.is(i + 1, "about", "around", "the") && tokens.is(i + 2, "start", "beginning") && tokens.is(i + 3, "of") ? i + 4 : i + 1;
    Span<Period> anchor = anchor(next);
    if (anchor == null) {
      return null;
    }
    LocalDate from = anchor.value().from();
    LocalDate to = anchor.value().to();
    if (since && !from.isAfter(today)) {
      LocalDate start = isHealth(next) ? to.plusDays(1) : from;
      return start.isAfter(today) ? null : new Span<>(i, anchor.to(), names.since(start));
    }
    if (after && to.isBefore(today)) {
      return new Span<>(i, anchor.to(), names.since(to.plusDays(1)));
    }
    if (before && !from.isAfter(today)) {
      int days = from.equals(to) && events.at(next) == null ? BEFORE_A_DAY_DAYS : BEFORE_AN_EVENT_DAYS;
      return new Span<>(i, anchor.to(), names.range(from.minusDays(days), from.minusDays(1)));
    }
    if (before || until) {
      LocalDate end = before ? from.minusDays(1) : to;
      return end.isBefore(today) ? null : new Span<>(i, anchor.to(), new Period(today, end, names.range(today, end).name()));
    }
    return null;
  }

  private int leadsUp(int i) {
    if (tokens.is(i, "leading", "lead") && tokens.is(i + 1, "up") && tokens.is(i + 2, "to")) {
      return i + 3;
    }
    boolean noun = tokens.is(i, "buildup", "leadup") || tokens.is(i, "build", "run", "lead") && tokens.is(i + 1, "up") || tokens.is(i, "build", "run") && tokens.is(i + 1, "-") && tokens.is(i + 2, "up");
    int end = tokens.is(i + 1, "up") ? i + 2 : tokens.is(i + 1, "-") ? i + 3 : i + 1;
    return noun && tokens.is(end, "to", "for") ? end + 1 : 0;
  }

  private boolean isHealth(int i) {
    Span<Event> event = events.at(i);
    return event != null && (event.value().kind() == Event.Kind.ILLNESS || event.value().kind() == Event.Kind.INJURY);
  }

  /** What a period is counted from. */
  private Span<Period> anchor(int i) {
    Span<Event> event = events.at(i);
    if (event != null) {
      return new Span<>(i, event.to(), whole(event.value()));
    }
    Span<Period> span = plain(i);
    if (span == null && tokens.is(i, "the", "my", "then")) {
      event = events.at(i + 1);
      span = event == null ? plain(i + 1) : new Span<>(i, event.to(), whole(event.value()));
    }
    return span;
  }

  /** "Between 3 and 17 October", "from May to July", "Oct 3-17", "W40-W44". */
  private Span<Period> range(int i) {
    boolean between = tokens.is(i, "between", "betwen") && !tokens.is(i - 1, "difference", "compare", "compared", "comparison", "changed", "change", "diff", "improved", "differ");
    // "May to July" is a span, unless the one is compared to the other.
    boolean from = tokens.is(i, "from") || tokens.is(i, "weeks") && tokens.at(i + 1).isNumber() || !compares;
    int at = between || tokens.is(i, "from") ? i + 1 : i;
    Span<Period> left = plain(at);
    // "3-17 October", "3rd to 17th of October": the month follows the second day.
    int number = tokens.number(tokens.is(at, "the") ? at + 1 : at);
    int afterNumber = tokens.is(at, "the") ? at + 2 : at + 1;
    afterNumber = CalendarWords.isOrdinalEnding(tokens, afterNumber) || tokens.is(afterNumber, ".") ? afterNumber + 1 : afterNumber;
    if (number >= 1 && number <= 31 && isJoint(afterNumber, between, true)) {
      Span<LocalDate> right = days.at(afterNumber + 1);
      if (right != null && right.value().getDayOfMonth() >= number && hasMonth(right)) {
        return new Span<>(i, right.to(), names.range(right.value().withDayOfMonth(number), right.value()));
      }
      // "The 3rd and the 17th": both of the latest month that has them behind us.
      right = days.at(afterNumber + 1);
      if (right != null && (between || from) && CalendarWords.isOrdinalEnding(tokens, at + 1) && right.value().getDayOfMonth() > number) {
        return new Span<>(i, right.to(), names.range(right.value().withDayOfMonth(number), right.value()));
      }
    }
    if (left == null || !isJoint(left.to(), between, from)) {
      return null;
    }
    Span<Period> right = plain(left.to() + 1);
    boolean weeks = tokens.is(i, "week", "weeks", "w", "kw", "wk") && tokens.at(left.to() + 1).isNumber();
    if (right == null || weeks) {
      right = second(left, weeks);
    }
    if (right == null) {
      return null;
    }
    LocalDate first = left.value().from();
    LocalDate last = right.value().to();
    if (last.isBefore(first) && !between && !tokens.is(i, "from") && tokens.is(left.to(), "to")) {
      return null;
    }
    if (last.isBefore(first)) {
      first = first.minusYears(1);
    }
    // A year that is said once is said of both.
    boolean lateYear = right.value().to().getYear() < first.getYear();
    if (last.isBefore(first) || lateYear) {
      first = first.withYear(last.getYear());
    }
    if (!last.isBefore(first) && first.getYear() < last.getYear() && saysYear(right) && !saysYear(left) && !first.plusYears(last.getYear() - first.getYear()).isAfter(last)) {
      first = first.plusYears(last.getYear() - first.getYear());
    }
    return last.isBefore(first) ? null : new Span<>(i, right.to(), names.range(first, last));
  }

  private boolean saysYear(Span<Period> span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.number(i) >= 1990) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMonth(Span<LocalDate> span) {
    for (int i = span.from(); i < span.to(); i++) {
      Month month = CalendarWords.month(tokens, i);
      if (month != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isJoint(int i, boolean between, boolean from) {
    return between && tokens.is(i, "and", "to", "-", "&", "until")
        || tokens.is(i, "until", "till", "through", "thru", "til")
        || from && tokens.is(i, "to", "-")
        || tokens.is(i, "-");
  }

  /** The second part when it leaves out what the first one said: {@code Oct 3-17}, {@code W40-44}. */
  private Span<Period> second(Span<Period> left, boolean weeks) {
    int at = tokens.is(left.to() + 1, "the", "w", "week") ? left.to() + 2 : left.to() + 1;
    int number = tokens.number(at);
    int end = CalendarWords.isOrdinalEnding(tokens, at + 1) ? at + 2 : at + 1;
    LocalDate first = left.value().from();
    if (weeks) {
      Tokens week = Tokens.of("week " + number);
      Span<Period> right = number < 1 ? null : new CalendarReader(week, today, ahead, new DayReader(week, today, ahead, log)).at(0);
      return right == null ? null : new Span<>(at, at + 1, right.value());
    }
    boolean isDay = number >= 1 && number <= first.lengthOfMonth() && first.equals(left.value().to()) && number >= first.getDayOfMonth();
    return isDay ? new Span<>(at, end, names.oneDay(first.withDayOfMonth(number))) : null;
  }

  /** "The week before", "the previous month", "the year before that", "the same month last year". */
  private Span<Period> relativeTo(int i, Period base) {
    int at = tokens.is(i, "the", "that") ? i + 1 : i;
    if (base != null && (tokens.is(at, "one") && at > i && tokens.is(at + 1, "before", "prior") || isLastAlone(i))) {
      return new Span<>(i, isLastAlone(i) ? i + 1 : at + 2, oneBefore(base));
    }
    if (tokens.is(at, "same") || tokens.is(i, "this") && tokens.is(i + 1, "time", "period", "point")) {
      return sameOfYear(i, tokens.is(at, "same") ? at + 1 : i + 1, base);
    }
    boolean beforeLast = at > i && tokens.is(at + 1, "before") && tokens.is(at + 2, "last") && !tokens.at(at + 3).isWord();
    if (beforeLast && CalendarWords.unit(tokens, at) != null) {
      Tokens twice = Tokens.of("last " + tokens.word(at) + " before last");
      Span<Period> period = new CalendarReader(twice, today, false, days).at(0);
      return period == null ? null : new Span<>(i, at + 3, period.value());
    }
    Span<Period> several = severalBefore(i, at, base);
    if (several != null) {
      return several;
    }
    boolean previous = tokens.is(at, "previous", "prior", "preceding") && at > i;
    boolean before = CalendarWords.unit(tokens, at) != null && at > i && tokens.is(at + 1, "before", "prior", "bevor", "after") && !tokens.is(at + 2, "last");
    Unit unit = previous ? CalendarWords.unit(tokens, at + 1) : before ? CalendarWords.unit(tokens, at) : null;
    boolean after = before && tokens.is(at + 1, "after");
    if (unit == null) {
      return null;
    }
    int end = tokens.is(at + 2, "that", "this", "it") ? at + 3 : at + 2;
    if (base == null) {
      base = stepBase(unit);
    }
    int step = after ? 1 : -1;
    Period period =
        switch (unit) {
          case DAY -> names.oneDay(base.from().plusDays(step));
          case WEEK -> names.week(base.from().plusWeeks(step));
          case FORTNIGHT -> names.range(base.from().plusDays(14L * step), base.from().plusDays(14L * step + 13));
          case MONTH -> names.month(base.from().plusMonths(step));
          case QUARTER -> names.quarter(base.from().plusMonths(3L * step));
          case YEAR -> isYear(base) ? names.year(base.from().getYear() + step) : sameAYearBefore(base, step);
        };
    return new Span<>(i, end, period);
  }

  /** "The four weeks before", "the second half" of what was spoken of. */
  private Span<Period> severalBefore(int i, int at, Period base) {
    if (base == null || at == i) {
      return null;
    }
    int number = CalendarWords.number(tokens, at);
    Unit unit = CalendarWords.unit(tokens, at + 1);
    if (number > 0 && number <= MOST_UNITS && unit != null && tokens.is(at + 2, "before", "prior", "earlier")) {
      LocalDate from = CalendarReader.minus(base.from(), number, unit);
      return new Span<>(i, tokens.is(at + 3, "that", "this", "it") ? at + 4 : at + 3, names.range(from, base.from().minusDays(1)));
    }
    boolean ofYear = base.to().toEpochDay() - base.from().toEpochDay() > 150 && tokens.is(at, "first", "second") && tokens.is(at + 1, "half") && !tokens.is(at + 2, "of", "marathon");
    if (ofYear) {
      LocalDate from = LocalDate.of(base.from().getYear(), tokens.is(at, "first") ? 1 : 7, 1);
      return new Span<>(i, at + 2, names.range(from, from.plusMonths(6).minusDays(1)));
    }
    return null;
  }

  /** "This week compared to last": what is meant is left out. */
  private boolean isLastAlone(int i) {
    return tokens.is(i, "last") && !tokens.at(i + 1).isWord() && !tokens.at(i + 1).isNumber() && tokens.is(i - 1, "to", "than", "vs", "versus", "with", "and", "or", "against", ".");
  }

  private Period oneBefore(Period base) {
    long days = base.to().toEpochDay() - base.from().toEpochDay() + 1;
    boolean fromFirst = base.from().getDayOfMonth() == 1;
    if (days == 7) {
      return names.week(base.from().minusWeeks(1));
    }
    if (fromFirst && isYear(base)) {
      return names.year(base.from().getYear() - 1);
    }
    return fromFirst && days >= 28 && days <= 31 ? names.month(base.from().minusMonths(1)) : names.range(base.from().minusDays(days), base.from().minusDays(1));
  }

  private static boolean isYear(Period period) {
    return period.from().getDayOfYear() == 1 && period.to().toEpochDay() - period.from().toEpochDay() > 200;
  }

  private Period stepBase(Unit unit) {
    return switch (unit) {
      case WEEK -> names.week(today);
      case MONTH -> names.month(today);
      case QUARTER -> names.quarter(today);
      case YEAR -> names.year(today.getYear());
      default -> names.oneDay(today);
    };
  }

  private Span<Period> sameOfYear(int i, int at, Period base) {
    Unit unit = CalendarWords.unit(tokens, at);
    if (unit == null && !tokens.is(at, "time", "period", "point", "weeks", "days", "span")) {
      return null;
    }
    int end = tokens.is(at + 1, "of", "in") ? at + 2 : at + 1;
    int said = tokens.number(end);
    boolean lastYear = tokens.is(end, "last", "previous") && tokens.is(end + 1, "year", "yr");
    boolean yearAgo = tokens.is(end, "a", "one") && tokens.is(end + 1, "year") && tokens.is(end + 2, "ago", "earlier", "before");
    boolean yearBefore = tokens.is(end, "the") && tokens.is(end + 1, "year") && tokens.is(end + 2, "before");
    if (!lastYear && !yearAgo && !yearBefore && !(said >= 1990 && said <= 2099)) {
      return null;
    }
    Period from = base != null ? base : unit == null ? names.lastDays(today, 28, "the last 28 days") : stepBase(unit);
    int years = lastYear || yearAgo || yearBefore ? -1 : said - from.from().getYear();
    return new Span<>(i, lastYear ? end + 2 : yearAgo || yearBefore ? end + 3 : end + 1, sameAYearBefore(from, years));
  }

  private Period sameAYearBefore(Period period, int years) {
    LocalDate from = period.from().plusYears(years);
    boolean month = period.from().getDayOfMonth() == 1 && period.to().equals(period.from().plusMonths(1).minusDays(1));
    return month ? names.month(from) : names.range(from, period.to().plusYears(years));
  }
}
