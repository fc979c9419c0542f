package dev.longrun.coach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a model that was away is left alone before it is tried again: a few seconds at first, minutes later. Thread-safe. */
final class Patience {
  private static final Duration FIRST = Duration.ofSeconds(2);

  /** A model that comes back is noticed within this time, and one that stays away costs next to nothing. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private Duration pause = Duration.ZERO;
  private Instant tryAgainAt = Instant.MIN;

  Patience(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean mayTry() {
    return !clock.instant().isBefore(tryAgainAt);
  }

  synchronized void wasAway() {
    pause = pause.isZero() ? FIRST : pause.multipliedBy(2);
    pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    tryAgainAt = clock.instant().plus(pause);
  }

  synchronized void wasThere() {
    pause = Duration.ZERO;
    tryAgainAt = Instant.MIN;
  }
}
