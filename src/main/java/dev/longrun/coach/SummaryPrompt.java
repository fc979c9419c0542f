package dev.longrun.coach;

import java.util.ArrayList;
import java.util.List;

/**
 * What the model is asked for a week.
 *
 * @param text the whole message
 * @param leftOut lines that did not fit into the model's context
 * @param gate knows every number of the message
 */
record SummaryPrompt(String text, List<String> leftOut, NumberGate gate) {
  private static final int WORDS = 180;

  static SummaryPrompt of(Week week, FactSheet sheet, boolean incomplete, int numCtx) {
    List<String> freshness = FactPages.freshnessLines(sheet);
    String verdict =
        incomplete
            ? "The week is incomplete: a source is silent. Say so, and give no verdict on load, fitness, fatigue or form."
            : "";
    Prompt prompt =
        new Prompt(Texts.of("prompts/week.md"), Coach.systemText(), numCtx)
            .with("period", week.period())
            .with("dates", week.dates())
            .with("words", Integer.toString(WORDS))
            .with("verdict", verdict)
            .withLines("freshness", freshness, "nothing is connected")
            .withLines("facts", FactPages.factLines(sheet), "there are no facts")
            .withLines("runs", FactPages.runLines(sheet), incomplete ? "no run of the week is known" : "there was no run");
    String text = prompt.build(List.of("runs", "facts"), 5);
    List<String> texts = new ArrayList<>(freshness);
    texts.add(week.period());
    return new SummaryPrompt(text, prompt.leftOut(), new NumberGate(sheet, texts));
  }

  /** What the words are made from, but not how fresh it is: that changes with every poll. */
  static String hash(FactSheet sheet, boolean incomplete) {
    String facts = String.join("\n", FactPages.factLines(sheet));
    String runs = String.join("\n", FactPages.runLines(sheet));
    return Evidence.sha256(facts + "\n\n" + runs + "\n\n" + incomplete);
  }
}
