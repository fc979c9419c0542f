package dev.longrun.coach.topics;

import java.util.Map;

/** Finds which end of a measure a question wants. */
final class Superlatives {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("longest", "longest"), Map.entry("furthest", "longest"), Map.entry("farthest", "longest"), Map.entry("longst", "longest"), Map.entry("lognest", "longest"),
          Map.entry("biggest", "biggest"), Map.entry("highest", "highest"), Map.entry("shortest", "shortest"), Map.entry("smallest", "smallest"),
          Map.entry("fastest", "fastest"), Map.entry("fastes", "fastest"), Map.entry("fatest", "fastest"), Map.entry("quickest", "fastest"), Map.entry("slowest", "slowest"), Map.entry("pb", "fastest"),
          Map.entry("pbs", "fastest"), Map.entry("pr", "fastest"), Map.entry("prs", "fastest"), Map.entry("hardest", "hardest"), Map.entry("toughest", "hardest"),
          Map.entry("easiest", "easiest"), Map.entry("hottest", "hottest"), Map.entry("warmest", "hottest"), Map.entry("coldest", "coldest"),
          Map.entry("hilliest", "hilliest"), Map.entry("best", "best"), Map.entry("bests", "best"), Map.entry("rekord", "fastest"), Map.entry("worst", "worst"), Map.entry("lowest", "lowest"), Map.entry("steepest", "hilliest"),
          Map.entry("windiest", "windiest"), Map.entry("wettest", "wettest"));

  private Superlatives() {}

  /** Its plain word; null when there is none. */
  static String in(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = WORDS.get(tokens.word(i));
      boolean ofMeasure = tokens.is(i, "most", "least") && Measures.in(tokens.part(i + 1, Math.min(i + 3, tokens.size()))) != null;
      word = ofMeasure ? (tokens.is(i, "most") ? "highest" : "lowest") : word;
      // Best is also how one wishes to do things.
      boolean isAdverb = tokens.is(i, "best") && (tokens.is(i + 1, "to", "way", "of", "for") || tokens.is(i - 1, "work", "works", "s"));
      if (word != null && !isAdverb) {
        return word;
      }
    }
    return null;
  }

  static int indexIn(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (WORDS.containsKey(tokens.word(i)) || tokens.is(i, "most", "least") && Measures.in(tokens.part(i + 1, Math.min(i + 3, tokens.size()))) != null) {
        return i;
      }
    }
    return -1;
  }
}
