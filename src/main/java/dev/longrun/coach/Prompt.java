package dev.longrun.coach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a template of {@code prompts/} so that it fits the model's context and text from outside stays inside its data block.
 * What does not fit is left out by importance, last lines first, and is named; nothing is cut silently.
 */
final class Prompt {
  /**
   * Words take about four characters a token, tables of numbers little more than two; the mixture here was measured at a bit
   * above three.
   */
  private static final double CHARACTERS_PER_TOKEN = 3.0;

  /** For the chat template's own words, and for the correction when the number gate asks again. */
  private static final int SPARE_TOKENS = 250;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

  /** Longer than any question should be; a cut question says so. */
  private static final int LONGEST_TEXT = 6_000;

  private final String template;
  private final int budget;
  private final Map<String, List<String>> blocks = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> chronicles = new HashSet<>();
  private final List<String> leftOut = new ArrayList<>();

  /** @param systemText what the model is told before; it takes room too */
  Prompt(String template, String systemText, int numCtx) {
    this.template = template;
    int tokens = numCtx - 2 * OllamaModel.answerTokens(numCtx) - SPARE_TOKENS;
    this.budget = Math.max(1_000, (int) (tokens * CHARACTERS_PER_TOKEN) - systemText.length());
  }

  /** A short value of our own. */
  Prompt with(String name, String value) {
    texts.put(name, value);
    return this;
  }

  /** Text from outside that must be there, cut when it is longer than anybody would read. */
  Prompt withData(String name, String text) {
    int longest = Math.min(LONGEST_TEXT, budget / 2);
    String data = harmless(text);
    texts.put(name, data.length() <= longest ? data : data.substring(0, longest) + " … (cut)");
    return this;
  }

  /**
   * Lines of data, the most important first.
   *
   * @param empty what stands there when there are none
   */
  Prompt withLines(String name, List<String> lines, String empty) {
    blocks.put(name, new ArrayList<>(lines.isEmpty() ? List.of(empty) : lines.stream().map(Prompt::harmless).toList()));
    return this;
  }

  /** The same for lines that stand in the order of time, of which the last is the most important. */
  Prompt withChronicle(String name, List<String> lines, String empty) {
    List<String> newestFirst = new ArrayList<>(lines);
    Collections.reverse(newestFirst);
    chronicles.add(name);
    return withLines(name, newestFirst, empty);
  }

  /** @param firstToShrink names of blocks: lines are left out of the first until it has {@code least} of them, then of the next */
  String build(List<String> firstToShrink, int least) {
    for (String name : firstToShrink) {
      List<String> lines = blocks.get(name);
      while (length() > budget && lines.size() > least) {
        leftOut.add(lines.remove(lines.size() - 1));
      }
    }
    for (String name : firstToShrink) {
      List<String> lines = blocks.get(name);
      while (length() > budget && lines.size() > 1) {
        leftOut.add(lines.remove(lines.size() - 1));
      }
    }
    // One pass: a placeholder that stands in somebody's text is only text.
    return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  /** What did not fit. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private int length() {
    int inBlocks = blocks.values().stream().flatMap(List::stream).mapToInt(line -> line.length() + 1).sum();
    return template.length() + inBlocks + texts.values().stream().mapToInt(String::length).sum();
  }

  private String value(String name) {
    List<String> lines = blocks.get(name);
    if (lines != null) {
      List<String> inOrder = new ArrayList<>(lines);
      if (chronicles.contains(name)) {
        Collections.reverse(inOrder);
      }
      return String.join("\n", inOrder);
    }
    if (!texts.containsKey(name)) {
      throw new IllegalStateException("The prompt has no value for {{" + name + "}}");
    }
    return texts.get(name);
  }

  /** Text that cannot close its data block, nor hide anything by direction marks or control characters. */
  static String harmless(String text) {
    return text.replace('<', '‹').replace('>', '›').replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]+", " ").strip();
  }
}
