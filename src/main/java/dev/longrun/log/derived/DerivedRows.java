package dev.longrun.log.derived;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The rows of a derived table, made anew for a span of days: whatever stood there before, the result is the same.
 *
 * @param day the column that says which day a row is of
 * @param columns all columns, {@code day} among them
 */
record DerivedRows(String table, String day, List<String> columns) {

  /**
   * Replaces the rows of [from, end).
   *
   * @param rows column to value; a column that is not named is null
   * @param version of the formulas that made them
   */
  void replace(Handle handle, LocalDate from, LocalDate end, Collection<Map<String, Object>> rows, int version) {
    handle
        .createUpdate("delete from " + table + " where " + day + " >= :from and " + day + " < :end")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .execute();
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(insert());
    for (Map<String, Object> row : rows) {
      Map<String, Object> bound = new HashMap<>();
      columns.forEach(column -> bound.put(column, row.get(column)));
      bound.put("formula_version", version);
      batch.add(bound);
    }
    batch.execute();
  }

  // The names are this package's own constants.
  private String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            table, String.join(", ", columns), columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")));
  }
}
