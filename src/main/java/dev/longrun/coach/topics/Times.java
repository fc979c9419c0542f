package dev.longrun.coach.topics;

import java.util.Set;

/** Reads times: {@code sub 3}, {@code under 40 minutes}, {@code 1:25:46}, {@code 3h10}, {@code 4:50/km}. */
final class Times {
  private static final Set<String> BELOW = Set.of("sub", "under", "below", "break", "breaking", "beat", "crack");
  private static final double LONG_RACE_M = 15_000;
  /** Below so many minutes nobody runs ten kilometres; above so many hours nobody has a goal. */
  private static final int MOST_HOURS = 7;

  private Times() {}

  /** @param isPace the time is of one kilometre */
  record Read(int to, double seconds, boolean isPace) {}

  /** @param distanceM what the question is about, in metres; null when it does not say */
  static Read at(Tokens tokens, int i, Double distanceM) {
    boolean lessThan = tokens.is(i, "less", "faster", "quicker") && tokens.is(i + 1, "than");
    boolean below = tokens.isOneOf(i, BELOW) || lessThan;
    int at = below ? (tokens.is(i + 1, "-", "than") ? i + 2 : i + 1) : i;
    int first = tokens.number(at);
    if (first < 0 || at == i && tokens.at(at).glued() && tokens.is(i - 1, ".", ":", "/", "-", "x")) {
      return below ? inWords(tokens, at) : null;
    }
    if (tokens.is(at + 1, ":", ".") && (tokens.is(at + 1, ":") || below) && tokens.at(at + 2).isNumber() && tokens.at(at + 2).glued()) {
      return clock(tokens, at, first, distanceM);
    }
    if (tokens.is(at + 1, "h", "hr", "hrs", "hour", "hours")) {
      int minutes = tokens.number(at + 2);
      boolean has = minutes >= 0 && minutes < 60 && !tokens.is(at + 3, "km", "k");
      int end = has ? tokens.is(at + 3, "m", "min", "mins", "minutes") ? at + 4 : at + 3 : at + 2;
      return first > 48 ? null : new Read(end, 3_600.0 * first + (has ? 60.0 * minutes : 0), false);
    }
    if (tokens.is(at + 1, "min", "mins", "minutes", "minute") && first < 1_000) {
      return new Read(at + 2, 60.0 * first, false);
    }
    boolean hasUnit = tokens.is(at + 1, "km", "k", "m", "bpm", "%", "beats", "spm", "runs", "miles", "kg", "degrees");
    if (!below || hasUnit || first == 0 || first > 400) {
      return null;
    }
    boolean hours = first <= MOST_HOURS && (distanceM == null || distanceM > LONG_RACE_M || first < 3);
    return new Read(at + 1, first * (hours ? 3_600.0 : 60.0), false);
  }

  private static Read inWords(Tokens tokens, int i) {
    int number = CalendarWords.number(tokens, i);
    return number < 1 || number > 7 || !tokens.is(i + 1, "hours", "hour", "h", "marathon") ? null : new Read(tokens.is(i + 1, "marathon") ? i + 1 : i + 2, 3_600.0 * number, false);
  }

  private static Read clock(Tokens tokens, int at, int first, Double distanceM) {
    int second = tokens.number(at + 2);
    if (second > 59 || tokens.word(at + 2).length() != 2 || first > 59) {
      return null;
    }
    if (tokens.is(at + 3, ":") && tokens.number(at + 4) >= 0 && tokens.number(at + 4) < 60) {
      return new Read(at + 5, 3_600.0 * first + 60.0 * second + tokens.number(at + 4), false);
    }
    boolean pace =
        tokens.is(at + 3, "/") && tokens.is(at + 4, "km", "k")
            || tokens.is(at + 3, "pace", "per", "a")
            || tokens.is(at + 3, "min") && tokens.is(at + 4, "/", "per")
            || tokens.is(at - 1, "pace", "at");
    boolean hours = !pace && first <= MOST_HOURS && (distanceM != null ? distanceM > LONG_RACE_M : first <= 2);
    int end = tokens.is(at + 3, "/") && pace ? at + 5 : tokens.is(at + 3, "h", "min") ? at + 4 : at + 3;
    return new Read(end, hours ? 3_600.0 * first + 60.0 * second : 60.0 * first + second, pace);
  }
}
