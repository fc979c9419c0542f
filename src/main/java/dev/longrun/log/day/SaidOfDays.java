package dev.longrun.log.day;

import dev.longrun.log.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All that one record of a source says of some days. What it said of them before and does not say now is taken back.
 *
 * @param saidBy the record, unique within its source
 * @param to the last day, inclusive
 * @param values numbers as {@code Double}, instants as text
 * @param knownAt when it was said
 */
public record SaidOfDays(
    Source source, String saidBy, LocalDate from, LocalDate to, NavigableMap<LocalDate, Map<DayField, Object>> values, Instant knownAt) {
  public SaidOfDays {
    values = new TreeMap<>(values);
    if (!values.isEmpty() && (values.firstKey().isBefore(from) || values.lastKey().isAfter(to))) {
      throw new IllegalArgumentException("Not all of " + values.keySet() + " are from " + from + " to " + to);
    }
  }

  /** Of a single day. */
  public static SaidOfDays of(Source source, String saidBy, LocalDate day, Map<DayField, Object> values, Instant knownAt) {
    return new SaidOfDays(source, saidBy, day, day, new TreeMap<>(Map.of(day, values)), knownAt);
  }
}
