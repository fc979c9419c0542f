package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a finding rests on.
 *
 * @param n how many
 * @param counted what was counted, in the plural: {@code runs}, {@code weeks}
 * @param from the first day; null when there is none
 * @param to the last day; null when there is none
 * @param excluded how many were left out, by reason
 */
public record Basis(int n, String counted, LocalDate from, LocalDate to, Map<String, Integer> excluded) {
  public Basis {
    if (n < 0 || (from == null) != (to == null) || (from != null && to.isBefore(from))) {
      throw new IllegalArgumentException("No basis: %d %s from %s to %s".formatted(n, counted, from, to));
    }
    excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
  }

  public int excludedInAll() {
    return excluded.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Such as {@code 412 runs from 2024-11-23 to 2026-11-20}. */
  public String phrase() {
    String count = "%d %s".formatted(n, counted);
    return from == null ? count : count + (from.equals(to) ? " of " + from : " from %s to %s".formatted(from, to));
  }

  /** Such as {@code Left out: 12 without heart rate, 3 races.}; empty when nothing was. */
  public String leftOut() {
    return excluded.isEmpty()
        ? ""
        : "Left out: "
            + String.join(", ", excluded.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList())
            + ".";
  }
}
