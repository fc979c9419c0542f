package dev.longrun.source.file;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dates of {@code activities.csv}: UTC without saying so, written as the account's language writes them. A date is read by its
 * parts and not by a pattern, because sites change theirs: the clock, the month by any of its names, the year by its four digits, and
 * the day is what is left. The names come from the locale data of the platform (CLDR).
 */
final class StravaDate {
  /** Those in which Strava's site is offered, and some more. No name of a month means another one in any other of them. */
  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en", "de", "fr", "it", "es", "es-MX", "nl", "pt-BR", "pt-PT", "sv", "da", "nb", "pl", "ru", "tr", "id", "vi", "th", "ja", "ko", "zh-CN",
              "zh-TW", "cs", "fi", "hu", "uk", "ro", "el", "hi", "ar")
          .map(Locale::forLanguageTag)
          .toList();

  /** With colons or points; not a part of a longer number or of a date. */
  private static final Pattern CLOCK = Pattern.compile("(?<![\\d.:])(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?![\\d:]|\\.\\d)");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** As Vietnamese counts its months. */
  private static final Pattern NUMBERED_MONTH = Pattern.compile("(?:thg|tháng)\\s*(\\d{1,2})");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}॰]+(?:\\.[\\p{L}\\p{M}]+)*");

  /** Thailand counts its years from the death of the Buddha. */
  private static final int BUDDHIST_ERA = 543;

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> MORNING = dayHalves(0);
  private static final Set<String> AFTERNOON = dayHalves(1);

  private StravaDate() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
          String name = plain(month.getDisplayName(style, language)).replaceAll("\\.$", "");
          if (!name.isEmpty() && !Character.isDigit(name.charAt(0))) {
            months.put(name, month.getValue());
          }
        }
      }
    }
    // Written so for centuries, and by older data.
    months.putAll(Map.of("sept", 9, "febr", 2, "juin", 6, "juil", 7, "avr", 4, "août", 8, "aout", 8, "fév", 2, "déc", 12));
    return months;
  }

  private static Set<String> dayHalves(int which) {
    Set<String> words = new HashSet<>(which == 0 ? Set.of("am", "a. m.", "a.m.") : Set.of("pm", "p. m.", "p.m."));
    LANGUAGES.forEach(language -> words.add(plain(DateFormatSymbols.getInstance(language).getAmPmStrings()[which])));
    return words;
  }

  /** Lower case, plain blanks, plain digits, no marks of direction. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(code -> Character.getType(code) != Character.FORMAT)
        .forEach(code -> plain.appendCodePoint(Character.isDigit(code) ? '0' + Character.digit(code, 10) : code));
    // Between time and AM stands a blank that does not break, lately a narrow one.
    return plain.toString().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
  }

  static Optional<Instant> parse(String text) {
    return parse(text, false);
  }

  /**
   * @param dayFirst whether the language writes the day before the month; where nobody knows, what could be read both ways is not
   *     read, because it decides a run's place in the log
   */
  static Optional<Instant> parse(String text, boolean dayFirst) {
    String plain = plain(text);
    Matcher clock = CLOCK.matcher(plain);
    // The last one: a date of points comes before the time, and no language has two times.
    int begin = -1;
    int end = -1;
    Optional<LocalTime> time = Optional.empty();
    while (clock.find()) {
      time = time(clock, plain);
      begin = clock.start();
      end = clock.end();
    }
    if (time.isEmpty()) {
      return Optional.empty();
    }
    LocalTime at = time.get();
    return date(plain.substring(0, begin) + " " + plain.substring(end), dayFirst).map(day -> day.atTime(at).toInstant(ZoneOffset.UTC));
  }

  private static Optional<LocalTime> time(Matcher clock, String plain) {
    int hour = Integer.parseInt(clock.group(1));
    String rest = plain.substring(0, clock.start()) + " " + plain.substring(clock.end());
    if (hour <= 12 && says(rest, AFTERNOON)) {
      hour = hour % 12 + 12;
    } else if (hour == 12 && says(rest, MORNING)) {
      hour = 0;
    }
    try {
      return Optional.of(LocalTime.of(hour, Integer.parseInt(clock.group(2)), clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As a word of its own, or in a script that leaves no blanks. */
  private static boolean says(String text, Set<String> words) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .anyMatch(
            word ->
                word.codePoints().allMatch(code -> Character.isIdeographic(code) || Character.UnicodeScript.of(code) == Character.UnicodeScript.HANGUL)
                    ? text.contains(word)
                    : Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])").matcher(text).find());
  }

  private static Optional<LocalDate> date(String text, boolean dayFirst) {
    Integer month = null;
    String rest = text;
    Matcher numbered = NUMBERED_MONTH.matcher(text);
    if (numbered.find()) {
      month = Integer.valueOf(numbered.group(1));
      rest = numbered.replaceFirst(" ");
    } else {
      Matcher word = WORD.matcher(text);
      while (word.find() && month == null) {
        month = MONTHS.get(word.group());
      }
    }
    List<Integer> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(rest);
    while (number.find() && number.group().length() <= 4) {
      numbers.add(Integer.valueOf(number.group()));
    }
    try {
      return month == null ? ofNumbers(numbers, rest, dayFirst) : ofNames(numbers, month);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> ofNames(List<Integer> numbers, int month) {
    if (numbers.size() != 2) {
      return Optional.empty();
    }
    int year = Math.max(numbers.get(0), numbers.get(1));
    return day(year, month, Math.min(numbers.get(0), numbers.get(1)));
  }

  private static Optional<LocalDate> ofNumbers(List<Integer> numbers, String text, boolean dayFirst) {
    if (numbers.size() != 3) {
      return Optional.empty();
    }
    int first = numbers.get(0);
    int second = numbers.get(1);
    if (first > 31) {
      return day(first, second, numbers.get(2));
    }
    boolean clear = text.matches("(?s)\\D*\\d+\\s*\\..*") || dayFirst || first > 12 || first == second;
    if (clear) {
      return day(numbers.get(2), second, first);
    }
    return second > 12 ? day(numbers.get(2), first, second) : Optional.empty();
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    return year < 1000 ? Optional.empty() : Optional.of(LocalDate.of(year > 2400 ? year - BUDDHIST_ERA : year, month, day));
  }
}
