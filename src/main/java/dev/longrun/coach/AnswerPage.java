package dev.longrun.coach;

import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Fact;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.health.RedFlag;
import dev.longrun.coach.topics.Topic;
import dev.longrun.quantity.Units;
import dev.longrun.report.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Markdown of an answer: its first line answers; then at most ten lines that bear it out, a table of the numbers in them, what is
 * not known, and where everything it rests on stands.
 */
final class AnswerPage {
  private static final int LONGEST_TITLE = 90;
  private static final int MOST_FACTS = 6;
  private static final Set<Topic> ASK_FOR_ADVICE = Set.of(Topic.RUN_TOMORROW, Topic.NEXT_WEEK);

  private final Question question;
  private final Answer answer;
  private final Units units;
  private Recollection memories = Recollection.NOTHING;

  AnswerPage(Question question, Answer answer, Units units) {
    this.question = question;
    this.answer = answer;
    this.units = units;
  }

  /** What the memory says to it. */
  AnswerPage remembering(Recollection recollection) {
    memories = recollection;
    return this;
  }

  /**
   * @param words the model's, already rendered, in place of the findings after the first; null: none
   * @param footnote a line at the end, such as that words follow; null: none
   */
  String markdown(String words, String footnote) {
    List<String> blocks = new ArrayList<>();
    blocks.add(title());
    if (answer.freshness() != null) {
      blocks.add(answer.freshness().text());
    }
    answer.parts().stream().limit(1).forEach(part -> lead(part, blocks));
    if (words != null) {
      blocks.add(words);
    } else {
      answer.parts().stream().limit(1).forEach(part -> rest(part, blocks));
    }
    answer.parts().stream().skip(1).forEach(part -> {
      lead(part, blocks);
      rest(part, blocks);
    });
    List<Advice> advice = answer.parts().stream().flatMap(part -> part.advice().stream().skip(answersWithAdvice(part) ? 1 : 0)).distinct().toList();
    if (!advice.isEmpty()) {
      blocks.add(advice.stream().map(each -> "**Next:** " + each.text()).collect(Collectors.joining("\n\n")));
    }
    if (answer.unknown() != null) {
      blocks.add("Not known: " + answer.unknown().text());
    }
    if (answer.chart() != null) {
      blocks.add("```\n" + answer.chart().text() + "\n```");
      blocks.add("[The same as a picture](" + name() + ".svg)");
    }
    table().ifPresent(blocks::add);
    remembered().ifPresent(blocks::add);
    blocks.add("*" + Markdown.text(answer.reading().how()) + "* [Everything this rests on](../" + evidence() + ")");
    if (footnote != null) {
      blocks.add("*" + footnote + "*");
    }
    return String.join("\n\n", blocks) + "\n";
  }

  private String title() {
    String line = question.text().strip().lines().findFirst().orElse("").strip();
    boolean whole = line.length() <= LONGEST_TITLE && question.text().strip().lines().count() <= 1;
    String title = whole ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())))).strip() + " …";
    return "# " + (line.isEmpty() ? "Your question" : Markdown.text(title)) + (whole ? "" : "\n\n" + Markdown.quote(question.text()));
  }

  /** The first sentence in bold: it answers. */
  private static void lead(Answer.Part part, List<String> blocks) {
    String text = answersWithAdvice(part) ? part.advice().get(0).text() : part.findings().isEmpty() ? "" : part.findings().get(0).text();
    if (text.isEmpty()) {
      return;
    }
    int end = endOfSentence(text);
    blocks.add("**" + text.substring(0, end) + "**" + text.substring(end));
  }

  /** Who asks what to do is answered by what to do; the findings are the reasons. */
  private static boolean answersWithAdvice(Answer.Part part) {
    return ASK_FOR_ADVICE.contains(part.asked().topic()) && !part.advice().isEmpty();
  }

  private static void rest(Answer.Part part, List<String> blocks) {
    List<Finding> rest = part.findings().stream().skip(answersWithAdvice(part) ? 0 : 1).toList();
    if (!rest.isEmpty()) {
      blocks.add(rest.stream().map(finding -> "- " + finding.text()).collect(Collectors.joining("\n")));
    }
  }

  /** A full stop that ends a sentence, not one in a number. */
  private static int endOfSentence(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      if ((text.charAt(i) == '.' || text.charAt(i) == '?') && text.charAt(i + 1) == ' ' && i + 2 < text.length() && !Character.isLowerCase(text.charAt(i + 2))) {
        return i + 1;
      }
    }
    return text.length();
  }

  private Optional<String> table() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    answer.facts().stream().filter(fact -> fact.quantity() != null).forEach(fact -> facts.putIfAbsent(fact.id(), fact));
    if (facts.size() < 2) {
      return Optional.empty();
    }
    List<List<String>> rows =
        facts.values().stream()
            .limit(MOST_FACTS)
            .map(fact -> List.of(Markdown.text(fact.aspect()), Markdown.text(fact.quantity().shown(units)), Markdown.text(fact.thing())))
            .toList();
    return Optional.of(Markdown.table(List.of("fact", "value", "of"), rows));
  }

  /** Only that it was asked, not what was answered: the log has newer numbers. */
  private Optional<String> remembered() {
    if (memories.trouble() != null) {
      return Optional.of("*Answered without memory: " + Markdown.text(memories.trouble()) + "*");
    }
    String asked =
        memories.used().stream()
            .filter(memory -> !memory.isSummary() && memory.question() != null)
            .map(memory -> "“" + Markdown.text(shortened(memory.question())) + "”")
            .distinct()
            .collect(Collectors.joining(", "));
    return asked.isEmpty() ? Optional.empty() : Optional.of("You asked before: " + asked + ".");
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  /** The page of a complaint that no training advice may stand beside. */
  String markdown(List<RedFlag> flags) {
    return title() + "\n\n" + flags.stream().map(RedFlag::markdown).collect(Collectors.joining("\n\n")) + "\n\nLongrun gives no training advice on this.\n";
  }

  private String evidence() {
    return "evidence/" + name() + ".json";
  }

  /** Of the page's file, without its ending. */
  private String name() {
    String path = question.answerPath();
    return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.md$", "");
  }
}
