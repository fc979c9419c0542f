package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.Objects;

/** Something measured on a day: the efficiency factor of a run, the resting heart rate of a morning. */
public record DayValue(LocalDate day, double value) {
  public DayValue {
    Objects.requireNonNull(day);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("The value of %s is no number: %s".formatted(day, value));
    }
  }
}
