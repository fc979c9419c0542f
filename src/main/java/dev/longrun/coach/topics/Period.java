package dev.longrun.coach.topics;

import java.time.LocalDate;

/**
 * Some days in a row.
 *
 * @param to the last day, not before the first
 * @param name as an answer calls it: {@code May 2026}, {@code the week from 16 November}
 */
public record Period(LocalDate from, LocalDate to, String name) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(to + " is before " + from);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
