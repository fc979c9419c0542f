package dev.longrun.coach;

import dev.longrun.report.Figures;
import dev.longrun.report.Markdown;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** The Markdown of an answer: the question, how fresh the data is, the coach's words, and what they rest on. */
final class OldAnswerPage {
  private OldAnswerPage() {}

  static String answered(Question question, FactSheet sheet, Recollection memories, GatedWords words, ZoneId timezone) {
    return page(question, sheet, words.shown(), memories, timezone);
  }

  /** @param reason one or more sentences */
  static String factsAlone(Question question, FactSheet sheet, String reason, ZoneId timezone) {
    return page(question, sheet, "*The coach's words are missing: " + Markdown.text(reason) + "*", Recollection.NOTHING, timezone);
  }

  private static String page(Question question, FactSheet sheet, String words, Recollection memories, ZoneId timezone) {
    StringBuilder page = new StringBuilder("# Answer\n\n").append(Markdown.quote(question.text())).append("\n\n");
    page.append("Asked on ").append(Figures.day(question.askedAt().atZone(timezone).toLocalDate())).append(".\n\n");
    page.append(FactPages.freshness(sheet)).append("\n## The coach\n\n").append(words).append("\n\n");
    if (memories.trouble() != null) {
      page.append("*Answered without memory: ").append(Markdown.text(memories.trouble())).append("*\n\n");
    }
    page.append("## Facts\n\n").append(FactPages.factTable(sheet)).append("\n\n");
    page.append("## Latest runs\n\n").append(FactPages.runTable(sheet.runs())).append('\n');
    if (!memories.used().isEmpty()) {
      page.append("\n## Remembered\n\n").append(remembered(memories, timezone)).append('\n');
    }
    return page.toString();
  }

  private static String remembered(Recollection memories, ZoneId timezone) {
    return memories.used().stream()
        .map(
            memory ->
                "- "
                    + Figures.day(memory.heldAt().atZone(timezone).toLocalDate())
                    + ": "
                    + Markdown.text(memory.isSummary() ? "summary of " + memory.reference() : memory.question()))
        .collect(Collectors.joining("\n"));
  }
}
