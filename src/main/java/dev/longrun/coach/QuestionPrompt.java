package dev.longrun.coach;

import dev.longrun.report.Figures;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the model is asked for a question.
 *
 * @param text the whole message
 * @param leftOut lines that did not fit into the model's context
 * @param gate knows every number of the message
 */
record QuestionPrompt(String text, List<String> leftOut, NumberGate gate) {
  private static final int WORDS = 250;

  static QuestionPrompt of(
      Question question, FactSheet sheet, Recollection memories, LocalDate today, ZoneId timezone, int numCtx) {
    List<String> remembered = memories.used().stream().map(memory -> line(memory, timezone)).toList();
    List<String> freshness = FactPages.freshnessLines(sheet);
    Prompt prompt =
        new Prompt(Texts.of("prompts/question.md"), Coach.systemText(), numCtx)
            .with("today", today.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + today)
            .with("words", Integer.toString(WORDS))
            .withData("question", question.text())
            .withLines("freshness", freshness, "nothing is connected")
            .withLines("facts", FactPages.factLines(sheet), "there are no facts")
            .withLines("runs", FactPages.runLines(sheet), "there is no run in this time")
            .withChronicle("memories", remembered, memories.trouble() == null ? "none" : "the memory cannot be reached");
    String text = prompt.build(List.of("memories", "runs", "facts"), 3);
    List<String> texts = new ArrayList<>(remembered);
    texts.addAll(freshness);
    texts.add(question.text());
    texts.add(today.toString());
    return new QuestionPrompt(text, prompt.leftOut(), new NumberGate(sheet, texts));
  }

  // Past numbers carry their date: the facts outrank them.
  private static String line(Memory.Candidate memory, ZoneId timezone) {
    LocalDate day = memory.heldAt().atZone(timezone).toLocalDate();
    String what = memory.isSummary() ? "summary of " + memory.reference() : "the runner asked: " + oneLine(memory.question());
    String when = "On " + day + " (" + Figures.day(day) + ", numbers of that day) ";
    return when + what + " / the coach said: " + oneLine(memory.shortAnswer());
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 600 ? line : line.substring(0, 600) + "…";
  }
}
