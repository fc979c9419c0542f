package dev.longrun.coach.topics;

import java.util.Map;
import java.util.Set;

/** Reads distances: {@code 10k}, {@code half}, {@code HM}, {@code 13.1}, {@code 5 km}, {@code 3 miles}. */
final class Distances {
  private static final double MILE_M = 1_609.344;
  private static final double HALF_M = 21_097.5;
  private static final double MARATHON_M = 42_195;
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("km", 1_000.0), Map.entry("kms", 1_000.0), Map.entry("k", 1_000.0), Map.entry("ks", 1_000.0), Map.entry("kilometer", 1_000.0),
          Map.entry("kilometers", 1_000.0), Map.entry("kilometre", 1_000.0), Map.entry("kilometres", 1_000.0), Map.entry("kilo", 1_000.0), Map.entry("kilos", 1_000.0),
          Map.entry("m", 1.0), Map.entry("metres", 1.0), Map.entry("meters", 1.0), Map.entry("metre", 1.0), Map.entry("mile", MILE_M), Map.entry("miles", MILE_M),
          Map.entry("mi", MILE_M), Map.entry("miler", MILE_M));
  private static final Set<String> NUMBERS_BEFORE_K = Set.of("five", "ten", "fifteen", "twenty", "thirty", "three");

  private Distances() {}

  /** @param isRaceName it names a kind of race by itself: half, marathon, 10k */
  record Read(int to, double metres, boolean isRaceName) {}

  /** The distance named from a token on; null when none is. */
  static Read at(Tokens tokens, int i) {
    String word = tokens.word(i);
    if (word.equals("half") || word.equals("hlaf")) {
      int end = tokens.is(i + 1, "-") ? i + 2 : i + 1;
      if (tokens.at(end).isWord() && (Spelling.isMeant(tokens.word(end), "marathon") || tokens.is(end, "mara", "marathons"))) {
        return new Read(end + 1, HALF_M, true);
      }
      boolean isPart =
          tokens.is(i - 1, "first", "second", "last", "other", "and", "one", "by", "back", "1st", "nd", "st", "than", "each", "in")
              || tokens.is(i + 1, "of", "an", "a", "the", "way", "my", "hour", "as", "empty", "full", "asleep", "dead")
              || tokens.at(i).glued();
      return isPart ? null : new Read(i + 1, HALF_M, true);
    }
    if (word.equals("hm") || word.equals("halfmarathon") || word.equals("halfs") || word.equals("halbmarathon")) {
      return new Read(i + 1, HALF_M, true);
    }
    if (word.equals("fm") || word.equals("mara") || word.equals("marathons") || tokens.at(i).isWord() && Spelling.isMeant(word, "marathon")) {
      return new Read(i + 1, MARATHON_M, true);
    }
    if (word.equals("mile") && !tokens.is(i - 1, "per", "a", "each", "every", "/", "last", "first")) {
      return new Read(i + 1, MILE_M, false);
    }
    if (NUMBERS_BEFORE_K.contains(word) && tokens.is(i + 1, "k", "km")) {
      int tens = switch (word) { case "three" -> 3; case "five" -> 5; case "ten" -> 10; case "fifteen" -> 15; case "twenty" -> 20; default -> 30; };
      return new Read(i + 2, 1_000.0 * tens, true);
    }
    return inDigits(tokens, i);
  }

  private static Read inDigits(Tokens tokens, int i) {
    int whole = tokens.number(i);
    if (whole < 0 || tokens.at(i).glued() && tokens.is(i - 1, ".", ":", "/", "-", ",")) {
      return null;
    }
    double value = whole;
    int end = i + 1;
    boolean hasPoint = tokens.is(end, ".", ",") && tokens.at(end).glued() && tokens.at(end + 1).isNumber() && tokens.at(end + 1).glued();
    if (hasPoint && tokens.number(end + 1) >= 0) {
      value += tokens.number(end + 1) / Math.pow(10, tokens.word(end + 1).length());
      end += 2;
    }
    Double unit = UNITS.get(tokens.word(end));
    if (unit == null && tokens.is(end, "-")) {
      unit = tokens.is(end + 1, "km", "k", "mile", "miler") ? UNITS.get(tokens.word(end + 1)) : null;
      end = unit == null ? end : end + 1;
    }
    if (unit != null && !(unit == 1.0 && !(whole >= 100 && whole % 100 == 0))) {
      double metres = value * unit;
      // Per kilometre is a pace, and repeats are parts of a session.
      boolean isPart = tokens.is(i - 1, "x", "*", "per");
      if (isPart || metres > 500_000 || metres < 100) {
        return null;
      }
      boolean isRace = unit == 1_000 && (whole == 5 || whole == 10 || whole == 15) && !hasPoint || Math.abs(metres - HALF_M) < 150 || Math.abs(metres - MARATHON_M) < 250;
      return new Read(end + 1, Math.abs(metres - HALF_M) < 150 ? HALF_M : Math.abs(metres - MARATHON_M) < 250 ? MARATHON_M : metres, isRace);
    }
    if (hasPoint && unit == null && (value == 13.1 || value == 26.2 || value == 21.1 || value == 42.2)) {
      return new Read(end, value == 13.1 || value == 21.1 ? HALF_M : MARATHON_M, true);
    }
    return null;
  }
}
