package dev.longrun.coach;

import java.time.Instant;

/**
 * A question that waits for the coach.
 *
 * @param answerPath of the answer, relative to the outbox
 * @param provisional the page is delivered without the model's words; they follow when the model has answered
 * @param attempts how often the model's answer was unusable
 */
public record Question(long questionId, String fileName, String text, Instant askedAt, String answerPath, boolean provisional, int attempts) {
  String reference() {
    return Long.toString(questionId);
  }
}
