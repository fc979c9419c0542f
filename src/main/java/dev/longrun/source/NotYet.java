package dev.longrun.source;

import dev.longrun.log.Activity;
import java.time.Duration;
import java.time.Instant;

/** Keeps runs that have not happened out: a watch whose clock is wrong dates them into the future. */
public final class NotYet {
  /** This machine's own clock may be wrong by a bit as well. */
  private static final Duration TOLERANCE = Duration.ofHours(24);

  private NotYet() {}

  /** @throws UnusableValue when the activity starts in the future */
  public static void refuse(Activity activity, Instant now) {
    if (activity.startedAt().isAfter(now.plus(TOLERANCE))) {
      throw new UnusableValue(
          "started_at",
          activity.startedAt().toString(),
          "The activity is dated in the future (" + activity.startedAt() + "): the clock of the watch, or of this machine, was wrong.");
    }
  }
}
