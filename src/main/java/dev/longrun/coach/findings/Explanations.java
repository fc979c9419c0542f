package dev.longrun.coach.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The explanations, from {@code explanations/terms.md}: a heading a term, {@code ## form | freshness, tsb} with other names of it
 * after the bar, and two sentences.
 */
public final class Explanations {
  private static final Map<String, Explanation> BY_NAME = new LinkedHashMap<>();
  private static final List<Explanation> ALL = new ArrayList<>();

  static {
    read();
  }

  private Explanations() {}

  public static List<Explanation> all() {
    return List.copyOf(ALL);
  }

  static List<String> titles() {
    return ALL.stream().map(Explanation::title).toList();
  }

  /** By any of its names; the longest name that stands in the text. */
  public static Optional<Explanation> of(String word) {
    if (word == null) {
      return Optional.empty();
    }
    String wanted = normal(word);
    Explanation exact = BY_NAME.get(wanted);
    if (exact != null) {
      return Optional.of(exact);
    }
    return BY_NAME.entrySet().stream()
        .filter(entry -> (" " + wanted + " ").contains(" " + entry.getKey() + " "))
        .max((one, other) -> Integer.compare(one.getKey().length(), other.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static void read() {
    try (InputStream file = Explanations.class.getResourceAsStream("/explanations/terms.md")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^## ")) {
        int end = part.indexOf('\n');
        if (end < 0 || part.startsWith("#") || part.startsWith("<!--")) {
          continue;
        }
        String[] names = part.substring(0, end).split("\\|", 2);
        String title = names[0].strip();
        Explanation explanation = new Explanation(normal(title).replace(' ', '-'), title, part.substring(end).strip().replaceAll("\\s+", " "));
        ALL.add(explanation);
        BY_NAME.put(normal(title), explanation);
        if (names.length > 1) {
          Arrays.stream(names[1].split(",")).map(Explanations::normal).forEach(name -> BY_NAME.put(name, explanation));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("explanations/terms.md cannot be read", e);
    }
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
