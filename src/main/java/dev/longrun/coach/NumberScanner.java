package dev.longrun.coach;

import dev.longrun.coach.FoundNumber.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers in a text, with their units. Dates are somebody else's ({@link DateScanner}). */
final class NumberScanner {
  /** Up to here a whole number without unit is taken for a count ("three things", "4 runs"), not for a measurement. */
  private static final int LARGEST_COUNT = 12;

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("thirteen", 13), Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16),
          Map.entry("seventeen", 17), Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20),
          Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60),
          Map.entry("seventy", 70), Map.entry("eighty", 80), Map.entry("ninety", 90), Map.entry("hundred", 100),
          Map.entry("thousand", 1000));
  private static final List<String> ONES = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private static final String UNIT =
      "min(?:utes?)?\\s*(?:/|per\\s+)\\s*k(?:m|ilomet(?:re|er))|s(?:ec(?:onds?)?)?\\s*(?:/|per\\s+)\\s*k(?:m|ilomet(?:re|er))"
          + "|km/h|kph|mph|m/s|kilomet(?:re|er)s?|kms?|k|miles?|mi|met(?:re|er)s?|m|minutes?|mins?|seconds?|secs?|s|hours?|hrs?|h"
          + "|bpm|beats(?: per minute)?|%|percent|per cent|°\\s?C|°\\s?F|°|degrees(?: Celsius)?|C|watts?|W|spm|kg|kcal";
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d.,:])(\\d{1,3})\\s*(?:h|hrs?|hours?)(?:\\s*,?\\s*(?:and\\s+)?)(\\d{1,2})"
              + "(?:\\s*(?:m(?:in(?:utes?)?)?)\\b"
              + "(?:\\s*,?\\s*(?:and\\s+)?(\\d{1,2})\\s*(?:s(?:ec(?:onds?)?)?)\\b)?)?(?![\\d:])"
              + "|(?<![\\p{L}\\d.,:])(\\d{1,3})\\s*(?:m(?:in(?:utes?)?)?)\\s*,?\\s*(?:and\\s+)?"
              + "(\\d{1,2})\\s*(?:s(?:ec(?:onds?)?)?)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.:])(\\d{1,3}):(\\d{2})(?::(\\d{2}))?(?![\\d:])"
              + "(\\s*(?:min(?:utes?)?)?\\s*(?:/|per\\s+)\\s*k(?:m|ilomet(?:re|er))\\b)?");
  private static final String THOUSANDS = "\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?";
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<![\\d.,])(" + THOUSANDS + "|\\d+(?:[.,]\\d+)?)(?:(?:st|nd|rd|th)\\b"
              + "|(?:[\\s\\u00A0-]?(?<unit>" + UNIT + ")(?![\\p{L}\\d])))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE_UNIT =
      Pattern.compile(
          "^\\s*(?:-|–|—|to|and|or)\\s*[\\d.,]+[\\s\\u00A0-]?(" + UNIT + ")(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  /** {@code 4'52"} */
  private static final Pattern PRIMES = Pattern.compile("(?<!\\d)(\\d{1,3})['’′](\\d{2})(?!\\d)[\"”″]?");

  /** What makes a small number a mark or a tally of the runner's own. */
  private static final Pattern MARK_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:effort|feel|feeling|felt|rpe)(?:\\s+(?:score|rating|was|is|were|of|at|a|an|as|about|only|just|rated|from|to|between))*"
              + "[\\s:=(]*(?:\\d+\\s*(?:-|–|to|and|or)\\s*)?$");
  private static final Pattern MARK_OR_TALLY_AFTER =
      Pattern.compile("(?i)^\\s*(?:(?:/|(?:out\\s+)?of)\\s*(?:5|10|five|ten)\\b|(?:\\s\\p{L}+)?\\s+runs\\b)");

  private static final Pattern SPELLED =
      Pattern.compile(
          "(?i)\\b(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
              + "(?:[-\\s](one|two|three|four|five|six|seven|eight|nine))?"
              + "|(?:a\\s+|one\\s+)?(thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred|thousand))\\b");

  /** "10k pace" names a kind of running, not a distance that was run. */
  private static final Pattern RACE_KIND = Pattern.compile("(?i)\\b(?:5|10)k(?=[ -](?:pace|effort|races?|training)\\b)");

  private NumberScanner() {}

  static List<FoundNumber> scan(String text) {
    List<FoundNumber> found = new ArrayList<>();
    String rest = PRIMES.matcher(inAsciiDigits(text)).replaceAll("$1:$2");
    rest = RACE_KIND.matcher(rest).replaceAll("race");
    rest = SPELLED.matcher(rest).replaceAll(word -> Integer.toString(spelled(word)));
    rest = take(COMPOUND, rest, match -> found.add(compound(match)));
    rest = take(CLOCK, rest, match -> found.add(clock(match)));
    plain(rest, found);
    return found;
  }

  /** What is left of a name without its numbers and their units. */
  static String withoutNumbers(String name) {
    return PLAIN.matcher(inAsciiDigits(name)).replaceAll(" ");
  }

  /** Other scripts have digits of their own, and full-width ones look like ours. */
  private static String inAsciiDigits(String text) {
    StringBuilder ascii = new StringBuilder();
    text.codePoints()
        .forEach(one -> ascii.appendCodePoint(Character.isDigit(one) ? '0' + Character.digit(one, 10) : one));
    return ascii.toString();
  }

  /** Hands over what matches and returns the text with it blanked out, so that nothing is read twice. */
  private static String take(Pattern pattern, String text, java.util.function.Consumer<MatchResult> found) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder(text);
    while (matcher.find()) {
      found.accept(matcher.toMatchResult());
      for (int i = matcher.start(); i < matcher.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString();
  }

  private static FoundNumber compound(MatchResult match) {
    boolean hours = match.group(1) != null;
    double seconds =
        hours
            ? Integer.parseInt(match.group(1)) * 3600.0 + Integer.parseInt(match.group(2)) * 60.0
                + (match.group(3) == null ? 0 : Integer.parseInt(match.group(3)))
            : Integer.parseInt(match.group(4)) * 60.0 + Integer.parseInt(match.group(5));
    double tolerance = hours && match.group(3) == null ? 30 : 0.5;
    List<Reading> readings = new ArrayList<>(List.of(new Reading(seconds, Dimension.TIME, tolerance, 0)));
    if (!hours) {
      readings.add(new Reading(seconds, Dimension.PACE, tolerance, 0));
    }
    return new FoundNumber(match.group().strip(), readings, false);
  }

  private static FoundNumber clock(MatchResult match) {
    int first = Integer.parseInt(match.group(1));
    int second = Integer.parseInt(match.group(2));
    if (match.group(3) != null) {
      double seconds = first * 3600.0 + second * 60.0 + Integer.parseInt(match.group(3));
      return new FoundNumber(match.group().strip(), List.of(new Reading(seconds, Dimension.TIME, 0.5, 0)), false);
    }
    Reading pace = new Reading(first * 60.0 + second, Dimension.PACE, 0.5, 0);
    if (match.group(4) != null) {
      return new FoundNumber(match.group().strip(), List.of(pace), false);
    }
    Reading minutes = new Reading(pace.value(), Dimension.TIME, 0.5, 0);
    Reading hours = new Reading(first * 3600.0 + second * 60.0, Dimension.TIME, 30, 0);
    return new FoundNumber(match.group().strip(), List.of(pace, minutes, hours), false);
  }

  private static void plain(String text, List<FoundNumber> found) {
    Matcher matcher = PLAIN.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group(1);
      String unit = matcher.group("unit");
      if (unit == null) {
        Matcher range = RANGE_UNIT.matcher(text.substring(matcher.end()));
        unit = range.find() ? range.group(1) : null;
      }
      // "12,5" is the decimal comma of half the world, "61,240" are thousands.
      String number = digits.matches(THOUSANDS) ? digits.replace(",", "") : digits.replace(',', '.');
      boolean whole = number.indexOf('.') < 0;
      double value = Double.parseDouble(number);
      int decimals = whole ? 0 : number.length() - number.indexOf('.') - 1;
      double tolerance = 0.5 * Math.pow(10, -decimals);
      boolean harmless = unit == null && whole && value <= LARGEST_COUNT && !isMarkOrTally(text, matcher);
      found.add(new FoundNumber(matcher.group().strip(), List.of(reading(value, tolerance, unit)), harmless));
    }
  }

  private static boolean isMarkOrTally(String text, Matcher matcher) {
    return MARK_BEFORE.matcher(text.substring(0, matcher.start())).find()
        || MARK_OR_TALLY_AFTER.matcher(text.substring(matcher.end())).find();
  }

  private static Reading reading(double value, double tolerance, String unit) {
    if (unit == null) {
      return new Reading(value, Dimension.PLAIN, tolerance, 1);
    }
    String name = unit.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (name.contains("/ k") || name.contains("/k") || name.contains("per k")) {
      return scaled(value, tolerance, name.startsWith("m") ? 60 : 1, Dimension.PACE);
    }
    return switch (name) {
      case "km", "kms", "k", "kilometre", "kilometres", "kilometer", "kilometers" -> scaled(value, tolerance, 1000, Dimension.DISTANCE);
      case "m", "metre", "metres", "meter", "meters" -> scaled(value, tolerance, 1, Dimension.DISTANCE);
      case "h", "hr", "hrs", "hour", "hours" -> scaled(value, tolerance, 3600, Dimension.TIME);
      case "min", "mins", "minute", "minutes" -> scaled(value, tolerance, 60, Dimension.TIME);
      case "s", "sec", "secs", "second", "seconds" -> scaled(value, tolerance, 1, Dimension.TIME);
      case "bpm", "beats", "beats per minute" -> scaled(value, tolerance, 1, Dimension.HEART_RATE);
      case "%", "percent", "per cent" -> scaled(value, tolerance, 1, Dimension.PERCENT);
      case "°c", "° c", "°", "c", "degrees", "degrees celsius" -> scaled(value, tolerance, 1, Dimension.TEMPERATURE);
      default -> scaled(value, tolerance, 1, Dimension.OTHER_UNIT);
    };
  }

  private static Reading scaled(double value, double tolerance, double factor, Dimension dimension) {
    return new Reading(value * factor, dimension, tolerance * factor, factor);
  }

  private static int spelled(MatchResult word) {
    if (word.group(3) != null) {
      return WORDS.get(word.group(3).toLowerCase(Locale.ROOT));
    }
    int ones = word.group(2) == null ? 0 : ONES.indexOf(word.group(2).toLowerCase(Locale.ROOT)) + 1;
    return WORDS.get(word.group(1).toLowerCase(Locale.ROOT)) + ones;
  }
}
