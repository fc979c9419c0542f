package dev.longrun.coach;

import java.time.Instant;

/**
 * A question that waits for the coach.
 *
 * @param provisional the facts alone have been delivered; the words follow when the model is back
 * @param attempts how often the model's answer was unusable
 */
record Question(long questionId, String fileName, String text, Instant askedAt, boolean provisional, int attempts) {
  String reference() {
    return Long.toString(questionId);
  }
}
