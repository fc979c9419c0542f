package dev.longrun.coach.health;

import java.util.List;
import java.util.Set;

/**
 * Whether a "no" takes a word back: "no fever, cough or chest pain", but not "no sleep, chest pain" nor "never chest pain until
 * today". What is unclear is not taken back.
 */
record Negation(Phrases no, Phrases not, Set<String> fillers, Phrases still, Set<String> symptoms) {
  private static final int FARTHEST = 9;

  boolean takesBack(Sentence sentence, Span span) {
    if (!still.in(sentence).stream().allMatch(found -> found.end() <= span.start())) {
      return false;
    }
    if (not.endAt(sentence, span.start())) {
      return true;
    }
    List<String> words = sentence.words();
    boolean inList = false;
    for (int end = span.start(); end > 0 && span.start() - end < FARTHEST; end--) {
      if (no.endAt(sentence, end)) {
        return true;
      }
      String word = words.get(end - 1);
      inList |= word.equals("or");
      boolean goesOn = fillers.contains(word) || symptoms.contains(word) || word.equals(Sentence.GAP) || word.equals(Sentence.COMMA) && inList;
      if (!goesOn) {
        return false;
      }
    }
    return false;
  }
}
