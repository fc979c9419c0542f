package dev.longrun.coach.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and phrases of which one must stand somewhere, listed by their first word. A word that ends with * is a beginning. */
final class Phrases {
  private final List<List<String>> phrases;

  Phrases(List<String> phrases) {
    this.phrases = phrases.stream().map(phrase -> List.of(phrase.split(" "))).toList();
  }

  /** Every place where one of them stands, each as long as the phrase. */
  List<Span> in(Sentence sentence) {
    List<Span> found = new ArrayList<>();
    for (int start = 0; start < sentence.size(); start++) {
      for (List<String> phrase : phrases) {
        if (sentence.has(phrase, start)) {
          found.add(new Span(start, start + phrase.size()));
        }
      }
    }
    return found;
  }

  /** Whether one of them ends just before the place. */
  boolean endAt(Sentence sentence, int end) {
    return phrases.stream().anyMatch(phrase -> end >= phrase.size() && sentence.has(phrase, end - phrase.size()));
  }

  boolean standIn(Sentence sentence) {
    return !in(sentence).isEmpty();
  }

  Set<String> words() {
    return phrases.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  static Phrases none() {
    return new Phrases(List.of());
  }

  static Stream<String> parts(String list, String separator) {
    return Stream.of(list.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
