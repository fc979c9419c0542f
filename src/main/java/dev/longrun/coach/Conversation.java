package dev.longrun.coach;

import java.time.Instant;

/**
 * One question with its answer, or one summary.
 *
 * @param kind {@code question}, {@code week} or {@code month}
 * @param reference the question's id or the summary's period
 * @param question null for a summary
 * @param vector null when it has not been made yet
 */
record Conversation(String kind, String reference, Instant heldAt, String question, String shortAnswer, float[] vector) {
  /** Unique within the log. */
  String id() {
    return kind + ":" + reference;
  }

  /** What is embedded. */
  String text() {
    return (question == null ? "" : question + "\n") + shortAnswer;
  }
}
