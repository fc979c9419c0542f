package dev.longrun.coach.health;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of one sentence, plain and in lower case; a comma is a word too. */
record Sentence(List<String> words) {
  static final String COMMA = ",";

  /** A word that was taken out: nothing is met across it, and it means nothing. */
  static final String GAP = "_";

  Sentence {
    words = List.copyOf(words);
  }

  static List<Sentence> of(String text, Spelling spelling) {
    return Stream.of(plain(text).split("(?<!\\d)[.]|[.](?!\\d)|[!?;()]+|\\R\\s*\\R|\\R\\s*[-*•]"))
        .map(part -> new Sentence(words(part, spelling)))
        .filter(sentence -> sentence.size() > 0)
        .toList();
  }

  private static List<String> words(String part, Spelling spelling) {
    return Stream.of(part.replace(",", " , ").replaceAll("[^a-z0-9.,]+", " ").strip().split(" +"))
        .filter(word -> !word.isEmpty())
        .map(spelling::mended)
        .toList();
  }

  private static String plain(String text) {
    String german = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    return Normalizer.normalize(german, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\p{Cf}'’‘`´]+", "")
        // Paaaain.
        .replaceAll("([a-z])\\1{2,}", "$1");
  }

  int size() {
    return words.size();
  }

  boolean has(List<String> phrase, int start) {
    if (start + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      String wanted = phrase.get(i);
      String word = words.get(start + i);
      boolean met = wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
      if (!met) {
        return false;
      }
    }
    return true;
  }

  Sentence without(List<Span> spans) {
    List<String> rest = new ArrayList<>(words);
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        rest.set(i, GAP);
      }
    }
    return new Sentence(rest);
  }
}
