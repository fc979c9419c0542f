package dev.longrun.metrics;

import java.util.Objects;

/**
 * A derived number with the method that made it, or the reason why there is none. Missing is never 0.
 *
 * @param value null when it is not known
 * @param method a short stable id such as {@code splits}; null when there is no value
 * @param missing a short reason in plain English, such as {@code no heart rate}; null when there is a value
 */
public record Measured(Double value, String method, String missing) {
  public Measured {
    if ((value == null) == (missing == null)) {
      throw new IllegalArgumentException("Either a value or a reason: " + value + ", " + missing);
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("Not a number that means anything: " + value);
    }
  }

  public static Measured of(double value, String method) {
    return new Measured(value, Objects.requireNonNull(method), null);
  }

  public static Measured missing(String reason) {
    return new Measured(null, null, Objects.requireNonNull(reason));
  }

  public boolean isKnown() {
    return value != null;
  }
}
