package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code threshold}: a row for each day on which a threshold became another one. */
final class ThresholdHistory {
  private static final DerivedRows ROWS =
      new DerivedRows("threshold", "valid_from", List.of("quantity", "valid_from", "value", "origin", "method", "formula_version"));

  private final LocalDate from;
  private final LocalDate end;
  private final Map<String, Threshold> current = new HashMap<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();

  private ThresholdHistory(LocalDate from, LocalDate end) {
    this.from = from;
    this.end = end;
  }

  /** As it stands on the evening before the first day of [from, end). */
  static ThresholdHistory upTo(Handle handle, LocalDate from, LocalDate end) {
    ThresholdHistory history = new ThresholdHistory(from, end);
    handle.execute("delete from threshold where valid_from < (select min(run_date) from counted_run)");
    handle
        .createQuery("select quantity, value, origin, method from threshold where valid_from < :from order by valid_from")
        .bind("from", from.toString())
        .map((row, context) -> Map.entry(row.getString("quantity"), threshold(row)))
        .forEach(entry -> history.current.put(entry.getKey(), entry.getValue()));
    return history;
  }

  /** What the database says of a quantity, by the day from which it holds. */
  static NavigableMap<LocalDate, Threshold> stored(Handle handle, String quantity) {
    NavigableMap<LocalDate, Threshold> stored = new TreeMap<>();
    handle
        .createQuery("select valid_from, value, origin, method from threshold where quantity = ?")
        .bind(0, quantity)
        .map((row, context) -> Map.entry(LocalDate.parse(row.getString("valid_from")), threshold(row)))
        .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
    return stored;
  }

  private static Threshold threshold(ResultSet row) throws SQLException {
    return new Threshold(
        RunReader.number(row, "value"), Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)), row.getString("method"));
  }

  void add(LocalDate day, Thresholds thresholds) {
    note("max_hr_bpm", day, thresholds.maxHr());
    note("resting_hr_bpm", day, thresholds.restingHr());
    note("lthr_bpm", day, thresholds.lthr());
    note("threshold_pace_s_per_km", day, thresholds.thresholdPace());
  }

  private void note(String quantity, LocalDate day, Threshold threshold) {
    if (threshold.equals(current.put(quantity, threshold))) {
      return;
    }
    Map<String, Object> row = new HashMap<>();
    row.put("quantity", quantity);
    row.put("valid_from", day.toString());
    row.put("value", threshold.value());
    row.put("origin", threshold.origin().id());
    row.put("method", threshold.method());
    rows.add(row);
  }

  void write(Handle handle, int version) {
    ROWS.replace(handle, from, end, rows, version);
  }
}
