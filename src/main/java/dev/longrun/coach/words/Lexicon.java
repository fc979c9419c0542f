package dev.longrun.coach.words;

import dev.longrun.coach.findings.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words of {@code words/lexicon.txt}, whose head says what each line means. Thread-safe once read. */
final class Lexicon {
  private static final String FILE = "/words/lexicon.txt";
  private static final Comparator<String> LONGEST_FIRST = Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  private final Map<String, Set<String>> words = new HashMap<>();
  private final List<String> phrases = new ArrayList<>();
  private final List<String> things = new ArrayList<>();
  private final Map<String, Set<Claim>> claims = new LinkedHashMap<>();
  private final Map<String, Fault> refused = new LinkedHashMap<>();

  private Lexicon(String text) {
    text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(this::take);
    phrases.sort(LONGEST_FIRST);
    things.sort(LONGEST_FIRST);
  }

  static Lexicon read() {
    try (InputStream input = Lexicon.class.getResourceAsStream(FILE)) {
      if (input == null) {
        throw new IllegalStateException("The program lacks its own file " + FILE);
      }
      return new Lexicon(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + FILE + " cannot be read", e);
    }
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    String[] key = line.substring(0, colon).split(" ");
    String value = line.substring(colon + 1);
    switch (key[0]) {
      case "phrase" -> alternatives(value).forEach(phrases::add);
      case "thing" -> alternatives(value).forEach(things::add);
      case "claim" -> alternatives(value).forEach(word -> claims.computeIfAbsent(word, any -> EnumSet.noneOf(Claim.class)).add(Claim.valueOf(key[1])));
      case "refused" -> alternatives(value).forEach(word -> refused.putIfAbsent(word, Fault.valueOf(key[1])));
      default -> words.computeIfAbsent(key[0], any -> new HashSet<>()).addAll(List.of(value.strip().split(" +")));
    }
  }

  private static Stream<String> alternatives(String value) {
    return Stream.of(value.split("\\|")).map(String::strip).filter(word -> !word.isEmpty());
  }

  /** Wordings that are free as a whole, the longest first. */
  List<String> phrases() {
    return phrases;
  }

  /** What may be named beside a segment that names it, the longest first. */
  List<String> things() {
    return things;
  }

  /** Words that claim something, the longest first. */
  List<String> claimWords() {
    return claims.keySet().stream().sorted(LONGEST_FIRST).toList();
  }

  Set<Claim> claimsOf(String word) {
    return claims.getOrDefault(word, Set.of());
  }

  Map<String, Fault> refused() {
    return refused;
  }

  /** @param list such as {@code free}, {@code opening} or {@code ending} */
  boolean has(String list, String word) {
    return words.getOrDefault(list, Set.of()).contains(word);
  }
}
