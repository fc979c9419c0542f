package dev.longrun.source.file;

import dev.longrun.log.Sport;
import dev.longrun.source.RunningType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people and programs call sports, in the languages of {@code sport-words.tsv}: the one place that knows such words. Thread-safe. */
final class SportWords {
  private static final String TABLE = "/sport-words.tsv";

  private static final int LONGEST_PHRASE = 4;

  private static final SportWords ALL = read();

  /** What a word may say. */
  enum Meaning {
    RUN,
    TRAIL,
    TRACK,
    TREADMILL,
    VIRTUAL,
    WALK,
    OTHER,
    NOTHING
  }

  /** Whole types, which as a part of a name would say nothing. */
  private final Map<String, Meaning> types = new HashMap<>();

  /** Words and phrases that say the same wherever they stand. */
  private final Map<String, Meaning> words = new HashMap<>();

  /** Ends of longer words. */
  private final Map<String, Meaning> ends = new HashMap<>();

  /** Words of languages that leave no blanks between them, the longest first: a bicycle is no car in which one runs. */
  private final Map<String, Meaning> pieces = new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  private SportWords() {}

  private static SportWords read() {
    SportWords table = new SportWords();
    try (InputStream input = SportWords.class.getResourceAsStream(TABLE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  /** {@code language TAB meaning TAB word, =whole type, *end of a word}. */
  private void add(String line) {
    String[] cells = line.split("\t");
    Meaning meaning = Meaning.valueOf(cells[1].toUpperCase(Locale.ROOT));
    for (String cell : cells[2].split(",")) {
      String word = cell.strip();
      String plain = normal(word);
      if (word.startsWith("=")) {
        types.put(plain, meaning);
      } else if (word.startsWith("*")) {
        ends.put(plain, meaning);
      } else if (leavesNoBlanks(plain)) {
        pieces.put(plain, meaning);
      } else {
        words.put(plain, meaning);
      }
    }
  }

  private static boolean leavesNoBlanks(String word) {
    return word.codePoints().anyMatch(code -> {
      Character.UnicodeScript script = Character.UnicodeScript.of(code);
      return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
          || script == Character.UnicodeScript.HANGUL || script == Character.UnicodeScript.THAI;
    });
  }

  /** Lower case, one blank between words, {@code TrailRunning} as two of them. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }

  /**
   * What a type says: a word of a device, a site or an app, in any spelling.
   *
   * @param type null when there is none
   */
  static SaidSport ofType(String type) {
    String plain = type == null ? "" : normal(type);
    if (plain.isEmpty()) {
      return SaidSport.NOTHING;
    }
    Optional<Sport> known = RunningType.of(type);
    if (known.isPresent()) {
      return SaidSport.running(known.get());
    }
    Meaning whole = Optional.ofNullable(ALL.types.get(plain)).or(() -> Optional.ofNullable(ALL.words.get(plain))).orElse(null);
    Set<Meaning> meanings = whole == null ? ALL.in(plain) : EnumSet.of(whole);
    if (isRun(meanings) && !meanings.contains(Meaning.OTHER)) {
      return SaidSport.running(kind(meanings));
    }
    boolean nothing = whole == Meaning.NOTHING || Stream.of(plain.split(" ")).allMatch(word -> ALL.words.get(word) == Meaning.NOTHING);
    return nothing ? SaidSport.NOTHING : SaidSport.other(type.strip());
  }

  /** What the words of a name or a note mean together. */
  static Set<Meaning> ofName(String name) {
    return name == null ? Set.of() : ALL.in(normal(name));
  }

  private Set<Meaning> in(String plain) {
    Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
    String[] tokens = plain.split(" ");
    for (int from = 0; from < tokens.length; from++) {
      String token = tokens[from];
      StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(tokens.length, from + LONGEST_PHRASE); to++) {
        phrase.append(to == from ? "" : " ").append(tokens[to]);
        Optional.ofNullable(words.get(phrase.toString())).ifPresent(meanings::add);
      }
      if (!words.containsKey(token)) {
        ends.forEach((end, meaning) -> {
          if (token.endsWith(end)) {
            meanings.add(meaning);
          }
        });
      }
    }
    String rest = plain;
    for (Map.Entry<String, Meaning> piece : pieces.entrySet()) {
      if (rest.contains(piece.getKey())) {
        meanings.add(piece.getValue());
        rest = rest.replace(piece.getKey(), " ");
      }
    }
    meanings.remove(Meaning.NOTHING);
    return meanings;
  }

  static boolean isRun(Set<Meaning> meanings) {
    return meanings.contains(Meaning.RUN) || meanings.contains(Meaning.TRAIL) || meanings.contains(Meaning.TRACK)
        || meanings.contains(Meaning.TREADMILL) || meanings.contains(Meaning.VIRTUAL);
  }

  /** Which kind of running the words mean. */
  static Sport kind(Set<Meaning> meanings) {
    if (meanings.contains(Meaning.VIRTUAL)) {
      return Sport.VIRTUAL;
    }
    if (meanings.contains(Meaning.TREADMILL)) {
      return Sport.TREADMILL;
    }
    return meanings.contains(Meaning.TRAIL) ? Sport.TRAIL : meanings.contains(Meaning.TRACK) ? Sport.TRACK : Sport.ROAD;
  }
}
