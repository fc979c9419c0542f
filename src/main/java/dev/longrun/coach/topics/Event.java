package dev.longrun.coach.topics;

import java.time.LocalDate;

/**
 * Something in the log that a question can count from.
 *
 * @param name null when it has none; text from outside
 * @param distanceM of a race; null when not known
 */
record Event(Kind kind, LocalDate from, LocalDate to, String name, Double distanceM) {
  enum Kind {
    RACE,
    BLOCK,
    ILLNESS,
    INJURY
  }
}
