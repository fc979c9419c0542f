package dev.longrun.log.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.log.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The row of {@code day_log}, made of what the sources say of its day: the runner's word first, then Garmin's, then a file's. Of several
 * records of one source the latest word settles a value, and the first one is what was seen at waking.
 */
final class DayRow {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BY_PRECEDENCE = "case source when 'runner' then 1 when 'garmin' then 2 else 3 end";

  private static final String SETTLED =
      "select field, source, value, known_at from day_value where day = ? and value is not null order by " + BY_PRECEDENCE + ", known_at desc, said_by desc";

  private static final String AT_WAKING =
      """
      select field, source, wake_value as value, wake_known_at as known_at from day_value
      where day = ? and wake_value is not null order by\s""" + BY_PRECEDENCE + ", wake_known_at, said_by";

  private record Word(DayField field, String source, Object value, String knownAt) {}

  private DayRow() {}

  static void project(Handle handle, LocalDate day, Instant now) {
    Map<DayField, Word> settled = first(handle, SETTLED, day);
    Map<DayField, Word> atWaking = first(handle, AT_WAKING, day);
    if (settled.isEmpty() && atWaking.isEmpty()) {
      handle.execute("delete from day_log where day = ?", day.toString());
      return;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    for (DayField field : DayField.values()) {
      row.put(field.column(), value(settled.get(field)));
      row.put(field.wakeColumn(), value(atWaking.get(field)));
    }
    row.put("known_at", settled.values().stream().map(Word::knownAt).max(String::compareTo).orElse(null));
    row.put("wake_known_at", atWaking.values().stream().map(Word::knownAt).min(String::compareTo).orElse(null));
    row.put("origin", origin(settled));
    write(handle, day, row, Timestamps.of(now));
  }

  private static Map<DayField, Word> first(Handle handle, String sql, LocalDate day) {
    Map<DayField, Word> words = new TreeMap<>();
    handle
        .createQuery(sql)
        .bind(0, day.toString())
        .map(
            (row, context) ->
                new Word(field(row.getString("field")), row.getString("source"), value(row.getObject("value")), row.getString("known_at")))
        .forEach(word -> words.putIfAbsent(word.field(), word));
    return words;
  }

  /** Only differences are written, in place. */
  private static void write(Handle handle, LocalDate day, Map<String, Object> row, String now) {
    List<String> columns = List.copyOf(row.keySet());
    String names = String.join(", ", columns);
    String parameters = ":" + String.join(", :", columns);
    handle
        .createUpdate(
            "insert into day_log (day, " + names + ", created_at, updated_at) values (:day, " + parameters + ", :now, :now)"
                + " on conflict (day) do update set (" + names + ", updated_at) = (" + parameters + ", :now)"
                + " where (" + names + ") is not (" + parameters + ")")
        .bindMap(row)
        .bind("day", day.toString())
        .bind("now", now)
        .execute();
  }

  private static String origin(Map<DayField, Word> settled) {
    Map<String, String> origin = new TreeMap<>();
    settled.forEach((field, word) -> origin.put(field.column(), word.source()));
    try {
      return JSON.writeValueAsString(origin);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(Word word) {
    return word == null ? null : word.value();
  }

  /** A whole number comes back from the database as an integer. */
  static Object value(Object stored) {
    return stored instanceof Number number ? (Object) number.doubleValue() : stored;
  }

  static DayField field(String column) {
    return DayField.valueOf(column.toUpperCase(Locale.ROOT));
  }
}
