package dev.longrun.coach.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The example questions of every topic. A file {@code topics/<name>.txt} has one line that says what such a question asks, an empty one,
 * and an example a line; SHOE, RACE and BLOCK stand for names.
 */
final class Examples {
  private final Map<Topic, String> titles = new EnumMap<>(Topic.class);
  private final List<Example> all = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();

  record Example(Topic topic, String wording) {}

  Examples() {
    for (Topic topic : Topic.values()) {
      List<String> lines = lines(topic);
      titles.put(topic, lines.get(0));
      for (String line : lines.subList(1, lines.size())) {
        String wording = line.replace("SHOE", "my shoes").replace("RACE", "the race").replace("BLOCK", "the training block").toLowerCase(Locale.ROOT);
        all.add(new Example(topic, wording));
        Tokens tokens = Tokens.of(wording);
        for (int i = 0; i < tokens.size(); i++) {
          if (tokens.at(i).isWord()) {
            vocabulary.add(tokens.word(i));
          }
        }
      }
    }
  }

  /** What a question of a topic asks, as in "how much you ran". */
  String title(Topic topic) {
    return titles.get(topic);
  }

  List<Example> all() {
    return all;
  }

  /** Every word that an example uses. */
  Set<String> vocabulary() {
    return vocabulary;
  }

  private static List<String> lines(Topic topic) {
    String name = "/topics/" + topic.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    try (InputStream file = Examples.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The topic " + topic + " has no file " + name);
      }
      return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
