package dev.longrun.coach.topics;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Months, weekdays, seasons, numbers and units as they are written, wrongly too. */
final class CalendarWords {
  enum Unit {
    DAY,
    WEEK,
    FORTNIGHT,
    MONTH,
    QUARTER,
    YEAR
  }

  /** Three months from the first of this one. */
  enum Season {
    SPRING(3),
    SUMMER(6),
    AUTUMN(9),
    WINTER(12);

    final int firstMonth;

    Season(int firstMonth) {
      this.firstMonth = firstMonth;
    }

    String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final List<String> LONG_MONTHS = new ArrayList<>();
  private static final List<String> LONG_WEEKDAYS = new ArrayList<>();
  private static final Map<String, Season> SEASONS =
      Map.of(
          "spring", Season.SPRING, "springtime", Season.SPRING, "summer", Season.SUMMER, "summertime", Season.SUMMER, "sumer", Season.SUMMER,
          "autumn", Season.AUTUMN, "autum", Season.AUTUMN, "fall", Season.AUTUMN, "winter", Season.WINTER);
  private static final Map<String, Unit> UNITS = new HashMap<>();
  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
  private static final List<String> ORDINALS =
      List.of("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
  private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
  /** Words of their own that are one slip away from a month, a weekday or a unit. */
  private static final Set<String> NOT_MEANT = Set.of("match", "marsh", "starch", "marcha", "matches", "soonday", "someday", "dayly", "daily", "marched");

  static {
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
      LONG_MONTHS.add(name);
    }
    // As they are shortened, mistyped or written by German fingers.
    Map.ofEntries(
            Map.entry("sept", 9), Map.entry("febr", 2), Map.entry("mai", 5), Map.entry("okt", 10), Map.entry("dez", 12), Map.entry("januar", 1),
            Map.entry("februar", 2), Map.entry("juni", 6), Map.entry("juli", 7), Map.entry("oktober", 10), Map.entry("dezember", 12),
            Map.entry("maerz", 3), Map.entry("märz", 3), Map.entry("jully", 7), Map.entry("juin", 6), Map.entry("junne", 6))
        .forEach((word, number) -> MONTHS.put(word, Month.of(number)));
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      WEEKDAYS.put(name, day);
      WEEKDAYS.put(name + "s", day);
      WEEKDAYS.put(name.substring(0, 3), day);
      LONG_WEEKDAYS.add(name);
    }
    Map.of("tues", 2, "weds", 3, "thur", 4, "thurs", 4, "wensday", 3, "wendsday", 3, "thirsday", 4, "sundy", 7)
        .forEach((word, number) -> WEEKDAYS.put(word, DayOfWeek.of(number)));
    units(Unit.DAY, "day", "days", "night", "nights");
    units(Unit.WEEK, "week", "weeks", "wk", "wks", "wek", "weks", "weeek", "kw");
    units(Unit.FORTNIGHT, "fortnight", "fortnights");
    units(Unit.MONTH, "month", "months", "mth", "mths", "moth", "moths", "mnth", "monht", "monhts", "mont", "monts");
    units(Unit.QUARTER, "quarter", "quarters");
    units(Unit.YEAR, "year", "years", "yr", "yrs", "yaer", "yera", "season", "seasons");
  }

  private CalendarWords() {}

  private static void units(Unit unit, String... words) {
    for (String word : words) {
      UNITS.put(word, unit);
    }
  }

  /** The month named at a token; null when none is. The verb "may" is none. */
  static Month month(Tokens tokens, int i) {
    String word = tokens.word(i);
    if (!tokens.at(i).isWord()) {
      return null;
    }
    if (word.equals("may") && tokens.is(i + 1, "i", "we", "my", "be", "have", "not", "it", "the", "he", "she", "you", "also", "well", "cause")) {
      return null;
    }
    if (word.equals("mar") || word.equals("dec") || word.equals("jan")) {
      return MONTHS.get(word);
    }
    Month exact = MONTHS.get(word);
    if (exact != null || NOT_MEANT.contains(word)) {
      return exact;
    }
    String meant = Spelling.meant(word, LONG_MONTHS);
    return meant == null ? null : MONTHS.get(meant);
  }

  /** The weekday named at a token; null when none is. Nobody's "sat" or "sun" is a day unless it stands where a day stands. */
  static DayOfWeek weekday(Tokens tokens, int i) {
    String word = tokens.word(i);
    if (!tokens.at(i).isWord()) {
      return null;
    }
    if (word.equals("sun") || word.equals("sat") || word.equals("wed") || word.equals("mon")) {
      boolean stands =
          tokens.is(i - 1, "on", "last", "this", "next", "since", "and", "until", "from", "to", "for", "before")
              || tokens.is(i + 1, "run", "long", "'", "morning", "evening", "night", "last", "tempo", "workout", "session");
      return stands ? WEEKDAYS.get(word) : null;
    }
    // "On Mondays" is no day, "Tuesdays session" is one.
    boolean many = word.endsWith("days") && WEEKDAYS.containsKey(word) && !(tokens.isOneOf(i + 1, RunFinder.RUN_WORDS) || tokens.is(i + 1, "long", "easy", "six"));
    if (many) {
      return null;
    }
    DayOfWeek exact = WEEKDAYS.get(word);
    if (exact != null || NOT_MEANT.contains(word)) {
      return exact;
    }
    String meant = Spelling.meant(word, LONG_WEEKDAYS);
    return meant == null ? null : WEEKDAYS.get(meant);
  }

  /** The season named at a token; null when none is. To fall is none. */
  static Season season(Tokens tokens, int i) {
    Season season = SEASONS.get(tokens.word(i));
    boolean isVerb =
        tokens.is(i, "fall")
            && !tokens.is(i - 1, "this", "last", "next", "the", "in", "since", "during", "of", "every", "and", "vs")
            && tokens.number(i + 1) < 0;
    // Spring marathons and summer shoes are no time; "the spring marathon" is one race.
    return isVerb ? null : season;
  }

  static Unit unit(Tokens tokens, int i) {
    return UNITS.get(tokens.word(i));
  }

  /** The small whole number at a token, in digits or a word; -1 when none is. A few are three. */
  static int number(Tokens tokens, int i) {
    int digits = tokens.number(i);
    if (digits >= 0) {
      return digits;
    }
    int word = NUMBERS.indexOf(tokens.word(i));
    return word >= 0 ? word : tokens.is(i, "few", "several") ? 3 : tokens.is(i, "couple", "pair") ? 2 : tokens.is(i, "dozen") ? 12 : -1;
  }

  /** First, second … last (-1) at a token; 0 when it is none. */
  static int ordinal(Tokens tokens, int i) {
    int word = ORDINALS.indexOf(tokens.word(i));
    if (word > 0) {
      return word;
    }
    return tokens.number(i) > 0 && isOrdinalEnding(tokens, i + 1) ? tokens.number(i) : tokens.is(i, "last") ? -1 : 0;
  }

  static boolean isOrdinalEnding(Tokens tokens, int i) {
    return tokens.at(i).glued() && tokens.isOneOf(i, ORDINAL_ENDINGS);
  }
}
