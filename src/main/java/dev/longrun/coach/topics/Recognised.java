package dev.longrun.coach.topics;

import dev.longrun.coach.topics.LogCalendar.NamedShoe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that code recognises in one question.
 *
 * @param periods in the order of the text
 * @param races those that count as races themselves, not as ends of a period
 * @param blocks training blocks, which are periods too
 * @param distanceM null when none is named
 * @param time null when none is named
 */
record Recognised(
    Tokens tokens,
    List<Span<Period>> periods,
    List<Span<List<NamedShoe>>> shoes,
    List<Span<Event>> races,
    List<Span<Event>> blocks,
    Double distanceM,
    Times.Read time,
    String measure,
    String superlative) {
  private static final Set<String> COMPARING =
      Set.of("compare", "compared", "comparing", "compares", "comparison", "vs", "versus", "than", "difference", "against", "comparision", "differ", "diff", "relative");
  private static final Set<String> FILLING =
      Set.of("and", "or", "what", "how", "about", "in", "on", "the", "for", "of", "to", "compared", "compare", "with", "vs", "versus", "than", "then", "also", "too", "that", "it",
          "same", "is", "was", "did", "do", "i", "my", "a", "at", "against", "by", "again", "ok", "now", "just", "during", "over", "from", "ones", "one", "if", "but", "as", "well",
          "so", "question", "those", "these", "this", "comparison", "instead", "hows", "whats");

  static Recognised in(Tokens tokens, LocalDate today, LogCalendar log, Period context) {
    return in(tokens, today, log, context, Tense.isAhead(tokens));
  }

  /** @param ahead the question speaks of what is to come */
  static Recognised in(Tokens tokens, LocalDate today, LogCalendar log, Period context, boolean ahead) {
    List<Span<List<NamedShoe>>> shoes = new ShoeReader(tokens, log).find();
    List<Span<Period>> periods = new ArrayList<>(new PeriodReader(tokens, today, log, context, ahead).find());
    periods.removeIf(period -> shoes.stream().anyMatch(shoe -> shoe.overlaps(period)));
    List<Span<Event>> races = new ArrayList<>();
    List<Span<Event>> blocks = new ArrayList<>();
    EventReader reader = new EventReader(tokens, today, ahead, log);
    for (int i = 0; i < tokens.size(); i++) {
      int at = i;
      Span<Event> event = reader.at(i);
      if (event == null || shoes.stream().anyMatch(shoe -> shoe.overlaps(event))) {
        continue;
      }
      boolean isEnd = periods.stream().anyMatch(period -> period.from() < at && at < period.to());
      if (event.value().kind() == Event.Kind.BLOCK) {
        blocks.add(event);
      } else if (event.value().kind() == Event.Kind.RACE && !isEnd) {
        races.add(event);
      }
      i = event.to() - 1;
    }
    Double distance = null;
    Times.Read time = null;
    for (int i = 0; i < tokens.size() && distance == null; i++) {
      Distances.Read read = covers(periods, i) || covers(shoes, i) ? null : Distances.at(tokens, i);
      distance = read == null ? null : read.metres();
    }
    for (int i = 0; i < tokens.size() && time == null; i++) {
      time = covers(periods, i) || covers(shoes, i) ? null : Times.at(tokens, i, distance);
    }
    return new Recognised(tokens, periods, shoes, races, blocks, distance, time, Measures.in(tokens), Superlatives.in(tokens));
  }

  private static boolean covers(List<? extends Span<?>> spans, int i) {
    return spans.stream().anyMatch(span -> span.from() <= i && i < span.to());
  }

  static boolean compares(Tokens tokens) {
    return tokens.contains(COMPARING);
  }

  boolean compares() {
    return compares(tokens) || periods.size() >= 2 && tokens.contains(Set.of("or"));
  }

  /** Nothing is said beyond what was recognised: it goes on with an earlier question. */
  boolean saysNothingElse() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean recognised = covers(periods, i) || covers(shoes, i) || covers(races, i);
      if (!recognised && tokens.at(i).isWord() && !FILLING.contains(tokens.word(i)) && !tokens.is(i, "s", "k", "km", "half", "marathon", "hm", "run", "long", "tempo", "longrun")) {
        return false;
      }
    }
    boolean startsAnew = tokens.is(0, "how", "what") && tokens.is(1, "was", "is", "did", "were", "s", "'", "does");
    return !startsAnew && (!periods.isEmpty() || !shoes.isEmpty() || !races.isEmpty() || distanceM != null);
  }

  /** It points to something that was spoken of before. */
  boolean pointsBack() {
    return tokens.contains(Set.of("it", "that", "this", "then", "there", "those", "them", "these"));
  }

  /** Some day that is over is named where one to come may be meant as well: a weekday, a date without a year. */
  boolean mayMeanAhead(LocalDate today) {
    return !Tense.isBehind(tokens)
        && periods.stream()
            .anyMatch(
                span -> span.value().from().equals(span.value().to()) && span.value().to().isBefore(today) && !tokens.is(span.from() - 1, "from", "after", "since", "than"));
  }

  private boolean isOneDayBehind(LocalDate today) {
    return periods.size() == 1 && periods.get(0).value().from().equals(periods.get(0).value().to()) && !periods.get(0).value().from().isAfter(today);
  }

  Cues cues(boolean oneRun, LocalDate today) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i));
    }
    boolean pace = time != null && time.isPace();
    return new Cues(
        tokens, words, periods.size(), Tense.isAhead(tokens), !shoes.isEmpty(), races.stream().anyMatch(race -> !race.value().from().isAfter(today)), !blocks.isEmpty(), isOneDayBehind(today), distanceM != null, time != null, pace, measure, superlative,
        oneRun, compares());
  }

  String wording(LocalDate today) {
    List<Span<Period>> times = periods.stream().filter(period -> blocks.stream().noneMatch(block -> block.from() == period.from() && block.to() == period.to())).toList();
    List<Span<Event>> events = new ArrayList<>(races);
    events.addAll(blocks);
    return Wording.of(tokens, times, shoes, events, today);
  }
}
