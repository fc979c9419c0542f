package dev.longrun.metrics.recovery;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;

/** The values of the mornings up to a day; a morning without one, or with the 0 that some devices write for that, is left out. */
final class Mornings {
  private Mornings() {}

  /**
   * @param day the morning counted back from
   * @param first days before {@code day} of the first morning, not below {@code last}
   * @param last days before {@code day} of the last morning, 0 or more
   * @return oldest first
   */
  static double[] values(SortedMap<LocalDate, Double> byDay, LocalDate day, int first, int last) {
    return byDay.subMap(day.minusDays(first), day.minusDays(last - 1L)).values().stream()
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0)
        .toArray();
  }
}
