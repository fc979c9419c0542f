package dev.longrun.coach.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of a sentence of the model, from which what was recognised is taken out piece by piece. */
final class Say {
  private static final String TAKEN = "_";

  /** So that a phrase can ask to stand at the end. */
  private static final String END = " . ";

  private final String text;
  private String line;

  Say(String text) {
    this.text = text;
    this.line = " " + String.join(" ", Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+")).filter(word -> !word.isEmpty()).toList()) + END;
  }

  boolean holds(String phrase) {
    return line.contains(" " + phrase + " ");
  }

  /** Takes out every one of the phrases that stands here. */
  List<String> take(List<String> phrases) {
    List<String> taken = new ArrayList<>();
    for (String phrase : phrases) {
      while (holds(phrase)) {
        taken.add(phrase);
        line = line.replace(" " + phrase + " ", " " + TAKEN + " ");
      }
    }
    return taken;
  }

  /** What is left, in order. */
  List<String> words() {
    return Stream.of(line.strip().split(" ")).filter(word -> !word.equals(TAKEN) && !word.equals(".")).toList();
  }

  /** The words as they stand in the text. */
  List<String> written() {
    return Stream.of(text.split("[^A-Za-z']+")).filter(word -> !word.isEmpty()).toList();
  }
}
