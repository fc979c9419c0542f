package dev.longrun.report;

import dev.longrun.log.Source;
import java.time.Instant;

/**
 * How fresh what one source told us is.
 *
 * @param connected whether the runner has set the source up, so that its silence is a gap; files are when nothing else is
 * @param sentence for people, without secrets
 * @param lastAnsweredAt when the source was last asked and answered everything, or when files were imported last; null: never
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
