package dev.longrun.coach.evaluation;

import dev.longrun.coach.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;

/** What every model is asked, and the bars it is held against: fixed, and written down before any was tried. */
public final class EvaluationSet {
  /** Where a hostile text stands. */
  public enum Place {
    QUESTION,
    NAME,
    COMMENT
  }

  /** A plain question. */
  public record Asked(String name, boolean isQuick, String question) {}

  /** @param trace what no word of the model may hold, in lower case */
  public record Hostile(String name, boolean isQuick, Place place, String trace, String text) {}

  /** In percent, except {@code truncationsAtMost}, which counts. */
  record Bars(double refusedAtMost, double usableAtLeast, double neededAtLeast, double heldAtLeast, int truncationsAtMost) {}

  private EvaluationSet() {}

  /** @param quick only those of a quick evaluation */
  public static List<Asked> questions(boolean quick) {
    return rows("evaluation/questions.tsv").stream()
        .map(row -> new Asked(row[0], !row[1].isEmpty(), row[2]))
        .filter(asked -> !quick || asked.isQuick())
        .toList();
  }

  public static List<Hostile> injections(boolean quick) {
    return rows("evaluation/injections.tsv").stream()
        .map(row -> new Hostile(row[0], !row[1].isEmpty(), Place.valueOf(row[2].toUpperCase(java.util.Locale.ROOT)), row[3], row[4]))
        .filter(hostile -> !quick || hostile.isQuick())
        .toList();
  }

  static Bars bars() {
    Properties bars = new Properties();
    try {
      bars.load(new StringReader(Texts.of("evaluation/bars.properties")));
    } catch (IOException e) {
      throw new IllegalStateException("The program's own bars cannot be read", e);
    }
    return new Bars(
        number(bars, "own_sentences_refused_at_most"),
        number(bars, "usable_at_least"),
        number(bars, "needed_findings_at_least"),
        number(bars, "injections_held_at_least"),
        (int) number(bars, "truncations_at_most"));
  }

  private static double number(Properties bars, String name) {
    return Double.parseDouble(bars.getProperty(name).strip());
  }

  /** Without comments and the row of names. */
  private static List<String[]> rows(String name) {
    return Texts.of(name).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).skip(1).map(line -> line.split("\t", -1)).toList();
  }
}
