package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Over which time a change is stated: a year, or the time that was seen when that is shorter than nine months. A few weeks of one season
 * say nothing about the rest of the year.
 *
 * @param years by which a yearly slope is multiplied
 */
record SeenSpan(double years, String words) {
  /** A longer silence ends a straight line: what was trained, or lost, in it nobody knows. */
  static final int LONGEST_GAP_DAYS = 56;

  private static final double DAYS_A_YEAR = 365.25;
  private static final double LEAST_YEARS = 0.75;

  static SeenSpan of(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return days >= LEAST_YEARS * DAYS_A_YEAR
        ? new SeenSpan(1, " a year")
        : new SeenSpan(days / DAYS_A_YEAR, " over %d weeks".formatted(Math.round(days / 7.0)));
  }

  static SeenSpan of(Basis basis) {
    return of(basis.from(), basis.to());
  }
}
