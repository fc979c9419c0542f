package dev.longrun.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long what has failed is left alone before it is tried again: a few seconds at first, minutes later. Thread-safe. */
public final class Patience {
  private static final Duration FIRST = Duration.ofSeconds(2);

  /** What comes back is noticed within this time, and one that stays away costs next to nothing. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private Duration pause = Duration.ZERO;
  private Instant tryAgainAt = Instant.MIN;

  public Patience(Clock clock) {
    this.clock = clock;
  }

  public synchronized boolean mayTry() {
    return !clock.instant().isBefore(tryAgainAt);
  }

  public synchronized void wasAway() {
    pause = pause.isZero() ? FIRST : pause.multipliedBy(2);
    pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    tryAgainAt = clock.instant().plus(pause);
  }

  public synchronized void wasThere() {
    pause = Duration.ZERO;
    tryAgainAt = Instant.MIN;
  }
}
