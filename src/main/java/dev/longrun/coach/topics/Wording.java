package dev.longrun.coach.topics;

import java.time.LocalDate;
import java.util.List;

/** A question in the words that the examples use: what was recognised is replaced by its kind, so that a name does not decide its topic. */
final class Wording {
  private static final int LONGEST = 300;
  private static final int SHORT_DAYS = 20;
  private static final int MIDDLE_DAYS = 150;

  private Wording() {}

  static String of(Tokens tokens, List<Span<Period>> periods, List<? extends Span<?>> shoes, List<Span<Event>> events, LocalDate today) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < tokens.size() && words.length() < LONGEST; ) {
      Span<Period> period = at(i, periods);
      Span<?> shoe = at(i, shoes);
      Span<Event> event = at(i, events);
      if (period != null) {
        dropPreposition(words);
        append(words, kind(period.value(), today), true);
        i = period.to();
        if (tokens.is(i, "'") && tokens.is(i + 1, "s")) {
          words.append("'s");
          i += 2;
        }
      } else if (shoe != null) {
        append(words, "my shoes", true);
        i = shoe.to();
      } else if (event != null) {
        append(words, event.value().kind() == Event.Kind.BLOCK ? "the training block" : "the race", true);
        i = event.to();
      } else {
        append(words, tokens.word(i), !tokens.at(i).glued());
        i++;
      }
    }
    return words.toString().strip();
  }

  private static <T extends Span<?>> T at(int i, List<T> spans) {
    for (T span : spans) {
      if (span.from() == i) {
        return span;
      }
    }
    return null;
  }

  private static void append(StringBuilder words, String word, boolean apart) {
    if (apart && words.length() > 0) {
      words.append(' ');
    }
    words.append(word);
  }

  private static void dropPreposition(StringBuilder words) {
    for (String preposition : List.of(" in", " on", " during", " over", " for", " at", " in the", " over the", " during the")) {
      if (words.toString().endsWith(preposition)) {
        words.setLength(words.length() - preposition.length());
        return;
      }
    }
  }

  /** As one would say it of a time like this one. */
  private static String kind(Period period, LocalDate today) {
    long days = period.to().toEpochDay() - period.from().toEpochDay() + 1;
    if (period.from().isAfter(today)) {
      return days == 1 ? "tomorrow" : days < SHORT_DAYS ? "next week" : "next month";
    }
    if (days == 1) {
      return period.from().equals(today) ? "today" : "yesterday";
    }
    if (period.contains(today) && period.to().isAfter(today)) {
      return days < SHORT_DAYS ? "this week" : days < MIDDLE_DAYS ? "this month" : "this year";
    }
    return days < SHORT_DAYS ? "last week" : days < MIDDLE_DAYS ? "last month" : "last year";
  }
}
