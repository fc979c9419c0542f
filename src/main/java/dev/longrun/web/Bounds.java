package dev.longrun.web;

import java.time.Duration;

/**
 * What one call may cost.
 *
 * @param deadline for the call as a whole: finding the host, connecting, asking, and the answer to its last byte
 * @param silence the longest time without a byte of the answer, its beginning included; at most the deadline counts
 * @param largestBytes of the answer's body, once unpacked
 */
public record Bounds(Duration deadline, Duration silence, int largestBytes) {
  public Bounds {
    if (deadline.isNegative() || deadline.isZero() || silence.isNegative() || silence.isZero() || largestBytes < 0) {
      throw new IllegalArgumentException("A call needs some time: " + deadline + ", " + silence + ", " + largestBytes);
    }
  }

  /** For an answer that comes in one piece when it comes. */
  public static Bounds of(Duration deadline, int largestBytes) {
    return new Bounds(deadline, deadline, largestBytes);
  }
}
