package dev.longrun.metrics.trend;

import java.time.LocalDate;

/** A stretch of training with a name, first and last day included. */
public record Block(String name, LocalDate from, LocalDate to) {
  public Block {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("The block '%s' ends on %s before it begins on %s".formatted(name, to, from));
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean overlaps(Block other) {
    return !other.to.isBefore(from) && !other.from.isAfter(to);
  }
}
