package dev.longrun.coach.words;

import java.time.Duration;
import java.util.List;

/**
 * How the words came about, for the evidence and the score card.
 *
 * @param refusals of all answers of this page, in order
 * @param leftOut ids that did not fit into the prompt and so could not be used
 * @param predictedTokens of the last prompt
 * @param promptTokens as the model counted them; null when it did not say (all was cached)
 * @param answerTokens of all answers; null when the model did not say
 * @param promptCut whether a prompt was cut by the model's context
 */
public record WordReport(
    Outcome outcome,
    List<Refusal> refusals,
    List<String> leftOut,
    String prompt,
    int predictedTokens,
    Integer promptTokens,
    Integer answerTokens,
    Duration took,
    boolean promptCut) {
  public WordReport {
    refusals = List.copyOf(refusals);
    leftOut = List.copyOf(leftOut);
  }

  /** What became of the model's words. */
  public enum Outcome {
    AT_ONCE,
    AFTER_REPAIR,
    /** Some of its paragraphs fell, the others stand. */
    IN_PART,
    /** The page stands as code wrote it. */
    FELL_BACK
  }
}
