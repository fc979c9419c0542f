package dev.longrun.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or an HTTP date (RFC 9110 section 10.2.3). */
public final class RetryAfter {
  /** A site that asks for more is misread or sick: it is asked again after a day. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** @return when the site may be asked again, at most a day ahead; empty without a usable header */
  public static Optional<Instant> of(Answer answer, Instant now) {
    return answer.header("Retry-After").flatMap(text -> parse(text.strip(), now)).map(until -> within(until, now));
  }

  private static Optional<Instant> parse(String text, Instant now) {
    try {
      return Optional.of(
          text.matches("\\d{1,9}")
              ? now.plusSeconds(Long.parseLong(text))
              : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant within(Instant until, Instant now) {
    Instant latest = now.plus(LONGEST);
    return until.isAfter(latest) ? latest : until.isBefore(now) ? now : until;
  }
}
