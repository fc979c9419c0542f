package dev.longrun.coach;

import java.util.List;

/**
 * A number that stands in a text.
 *
 * @param text as written, with its unit
 * @param readings what it may mean: {@code 3:30} is a pace or hours and minutes
 * @param harmless a small whole number without a unit, which counts things rather than measures the runner
 */
record FoundNumber(String text, List<Reading> readings, boolean harmless) {

  /**
   * @param value in the dimension's unit
   * @param tolerance half of the last digit written, in the same unit
   * @param factor from the unit as written to the dimension's unit; 0 when the number was written with colons
   */
  record Reading(double value, Dimension dimension, double tolerance, double factor) {}
}
