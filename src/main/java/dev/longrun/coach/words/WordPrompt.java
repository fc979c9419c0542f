package dev.longrun.coach.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the model is told about a draft, as much as its context holds: explanations are left out first, then the least important
 * findings; what is left out cannot be named.
 *
 * @param draft what can be named
 * @param leftOut ids that did not fit
 */
record WordPrompt(Draft draft, List<String> leftOut, String system, String user) {
  private static final int LONGEST_QUESTION = 1_500;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

  /** @param mostTokens of system and user text together, as they are predicted */
  static WordPrompt of(Draft draft, boolean says, int mostTokens) {
    Set<String> ids = new LinkedHashSet<>(draft.segments().stream().map(Segment::id).toList());
    List<String> expendable = expendable(draft);
    List<String> leftOut = new ArrayList<>();
    WordPrompt prompt = of(draft, leftOut, says);
    for (String id : expendable) {
      if (prompt.predictedTokens() <= mostTokens) {
        break;
      }
      ids.remove(id);
      leftOut.add(id);
      prompt = of(draft.of(ids), leftOut, says);
    }
    return prompt;
  }

  boolean fits(int mostTokens) {
    return predictedTokens() <= mostTokens;
  }

  int predictedTokens() {
    return TokenBudget.predicted(List.of(system, user));
  }

  private static List<String> expendable(Draft draft) {
    List<String> ids = new ArrayList<>();
    for (int i = draft.explanations().size() - 1; i >= 0; i--) {
      ids.add(draft.explanations().get(i).id());
    }
    // The first finding stays: without it there is nothing to word.
    for (int i = draft.findings().size() - 1; i > 0; i--) {
      ids.add(draft.findings().get(i).id());
    }
    return ids;
  }

  private static WordPrompt of(Draft draft, List<String> leftOut, boolean says) {
    String system = WordTexts.of("prompts/words-system.md") + (says ? "\n" + WordTexts.of("prompts/words-say.md") : "");
    String template = WordTexts.of("prompts/words.md");
    String user = PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), draft)));
    return new WordPrompt(draft, List.copyOf(leftOut), system, user);
  }

  private static String value(String name, Draft draft) {
    return switch (name) {
      case "question" -> shortened(fenced(draft.question() == null ? "" : draft.question()));
      case "answer" -> draft.answer() == null ? "nothing yet" : fenced(draft.answer());
      case "findings" -> lines(draft, Segment.Kind.FINDING);
      case "advice" -> lines(draft, Segment.Kind.ADVICE);
      case "explanations" -> lines(draft, Segment.Kind.EXPLAIN);
      default -> throw new IllegalStateException("The prompt has no value for {{" + name + "}}");
    };
  }

  private static String lines(Draft draft, Segment.Kind kind) {
    String lines =
        draft.segments().stream().filter(segment -> segment.kind() == kind).map(segment -> segment.id() + ": " + fenced(segment.text())).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "none" : lines;
  }

  /** Text that cannot close its data block, nor hide anything; names from outside stand in our own sentences too. */
  private static String fenced(String text) {
    return text.replace('<', '‹').replace('>', '›').replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_QUESTION ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUESTION)) + " … (cut)";
  }
}
