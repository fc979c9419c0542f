package dev.longrun.coach.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of {@code health/red-flags.txt}, whose head says how it is read. */
final class RuleFile {
  private static final String FILE = "/health/red-flags.txt";

  private final Map<String, List<String>> lists = new HashMap<>();
  private final List<String> harmless = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<String> vocabulary = new TreeSet<>();
  private final List<Kind> kinds;
  private final Phrases harmlessPhrases;
  private final Spelling spelling;

  private RuleFile(String text) {
    text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(this::take);
    drafts.forEach(draft -> draft.lines.forEach(line -> line.groups.forEach(group -> vocabulary.addAll(group.words()))));
    Negation negation = new Negation(list("no"), list("not"), Set.copyOf(lists.get("filler")), list("still"), vocabulary);
    this.harmlessPhrases = new Phrases(harmless);
    Set<String> others = new TreeSet<>(lists.get("spelt"));
    lists.values().forEach(list -> others.addAll(new Phrases(list).words()));
    others.addAll(harmlessPhrases.words());
    drafts.forEach(draft -> draft.lines.forEach(line -> others.addAll(line.unless.words())));
    this.spelling = new Spelling(vocabulary, others);
    this.kinds = drafts.stream().map(draft -> draft.made(negation)).toList();
  }

  static RuleFile read() {
    try (InputStream input = RuleFile.class.getResourceAsStream(FILE)) {
      if (input == null) {
        throw new IllegalStateException("The program lacks its own file " + FILE);
      }
      return new RuleFile(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own file " + FILE + " cannot be read", e);
    }
  }

  List<Kind> kinds() {
    return kinds;
  }

  Spelling spelling() {
    return spelling;
  }

  Sentence withoutHarmless(Sentence sentence) {
    return sentence.without(harmlessPhrases.in(sentence));
  }

  private void take(String line) {
    if (line.startsWith("== ")) {
      drafts.add(new Draft(line.substring(3)));
      return;
    }
    String key = line.substring(0, line.indexOf(':'));
    String value = line.substring(key.length() + 1).strip();
    if (key.startsWith("words ")) {
      lists.put(key.substring(6), Phrases.parts(value, "\\|").toList());
    } else if (key.equals("harmless")) {
      harmless.addAll(alternatives(value));
    } else {
      drafts.get(drafts.size() - 1).take(key, value);
    }
  }

  private Phrases list(String name) {
    return new Phrases(lists.get(name));
  }

  private List<String> alternatives(String value) {
    return Phrases.parts(value, "\\|").flatMap(this::expanded).toList();
  }

  private Stream<String> expanded(String phrase) {
    int at = phrase.indexOf('@');
    if (at < 0) {
      return Stream.of(phrase);
    }
    String name = phrase.substring(at + 1).split(" ", 2)[0];
    String rest = phrase.substring(at + 1 + name.length());
    return lists.get(name).stream().map(word -> phrase.substring(0, at) + word + rest);
  }

  private final class Draft {
    private final String id;
    private final List<String> says = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private Draft(String id) {
      this.id = id;
    }

    private void take(String key, String value) {
      switch (key) {
        case "say" -> says.add(value);
        case "unless" -> lines.get(lines.size() - 1).unless = new Phrases(alternatives(value));
        case "flag", "always" ->
            lines.add(new Line(Phrases.parts(value, "&").map(group -> new Phrases(alternatives(group))).toList(), key.equals("flag")));
        default -> throw new IllegalStateException(FILE + " has a line that is no rule: " + key);
      }
    }

    private Kind made(Negation negation) {
      return new Kind(
          new RedFlag(id, says), lines.stream().map(line -> new Flag(line.groups, line.unless, line.canBeTakenBack ? negation : null)).toList());
    }
  }

  private static final class Line {
    private final List<Phrases> groups;
    private final boolean canBeTakenBack;
    private Phrases unless = Phrases.none();

    private Line(List<Phrases> groups, boolean canBeTakenBack) {
      this.groups = groups;
      this.canBeTakenBack = canBeTakenBack;
    }
  }
}
