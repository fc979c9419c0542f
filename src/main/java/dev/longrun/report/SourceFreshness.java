package dev.longrun.report;

import dev.longrun.log.Source;
import java.time.Instant;

/**
 * How fresh what one source told us is.
 *
 * @param connected whether the runner has set the source up
 * @param sentence for people, without secrets
 * @param lastAnsweredAt when the source last answered everything it was asked; null: never
 * @param readBackTo everything that started at or after this instant has been read; null: everything
 * @param firstReading whether its history is still being read for the first time, and nothing has gone wrong or is in the way
 */
public record SourceFreshness(
    Source source, boolean connected, String sentence, Instant lastAnsweredAt, Instant readBackTo, boolean firstReading) {

  /** Whether the source has answered since the period ended, for all of the period. */
  public boolean covers(Instant from, Instant until) {
    boolean answeredSince = lastAnsweredAt != null && !lastAnsweredAt.isBefore(until);
    return answeredSince && (readBackTo == null || !readBackTo.isAfter(from));
  }
}
