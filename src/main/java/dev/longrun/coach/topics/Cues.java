package dev.longrun.coach.topics;

import java.util.List;
import java.util.Set;

/**
 * What was recognised in a question, as far as it tells its topic.
 *
 * @param words all its words
 * @param oneDay it speaks of one day that has come
 * @param measure the measure or term that is named; null when none is
 * @param superlative null when there is none
 * @param oneRun it means runs that were found
 * @param compares it sets one time against another
 */
record Cues(
    Tokens tokens,
    Set<String> words,
    int periods,
    boolean ahead,
    boolean shoes,
    boolean race,
    boolean block,
    boolean oneDay,
    boolean distance,
    boolean time,
    boolean pace,
    String measure,
    String superlative,
    boolean oneRun,
    boolean compares) {

  boolean has(String... any) {
    for (String word : any) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  boolean says(String... inOrder) {
    return tokens.containsInOrder(inOrder);
  }

  boolean starts(String... any) {
    for (String word : any) {
      if (tokens.is(0, word)) {
        return true;
      }
    }
    return false;
  }

  boolean measures(String... any) {
    for (String id : any) {
      if (id.equals(measure)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it asks for one of these ends of a measure. */
  boolean wants(String... any) {
    return superlative != null && List.of(any).contains(superlative);
  }
}
