package dev.longrun.log.run;

import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Writes a run and what hangs on it, touching only what differs, and marks the days whose numbers must be made again. */
public final class RunWriter {
  private final Handle handle;
  private final String now;
  private final ShoeShelf shoes;
  private final RunParts parts;

  RunWriter(Handle handle, Instant now) {
    this.handle = handle;
    this.now = Timestamps.of(now);
    this.shoes = new ShoeShelf(handle, this.now);
    this.parts = new RunParts(handle, this.now);
  }

  Map<RunKey, Instant> startsOn(String day) {
    Map<RunKey, Instant> starts = new LinkedHashMap<>();
    handle
        .createQuery("select run_no, started_at from main_log where run_date = :day order by started_at, run_no")
        .bind("day", day)
        .map((row, context) -> Map.entry(new RunKey(day, row.getInt("run_no")), Timestamps.parse(row.getString("started_at"))))
        .forEach(entry -> starts.put(entry.getKey(), entry.getValue()));
    return starts;
  }

  void delete(RunKey key) {
    handle.execute("delete from main_log where run_date = ? and run_no = ?", key.date(), key.no());
    due(key.date());
  }

  void move(RunKey from, RunKey to) {
    handle.execute(
        "update main_log set run_date = ?, run_no = ?, updated_at = ? where run_date = ? and run_no = ?",
        to.date(), to.no(), now, from.date(), from.no());
    due(from.date());
    due(to.date());
  }

  /** An activity that changes runs must leave the old row before the new one may carry its id. */
  void releaseIdentity(RunKey key, Run run) {
    for (String id : List.of("garmin_activity_id", "strava_activity_id")) {
      handle.execute(
          "update main_log set " + id + " = null where run_date = ? and run_no = ? and " + id + " is not ?",
          key.date(), key.no(), run.values().get(id));
    }
  }

  void write(RunKey key, Run run, boolean isNew) {
    Map<String, Object> values = new LinkedHashMap<>(run.values());
    Long shoeOfSource = shoes.shoeId(run.gear(), run.gearSource());
    // The source's shoe is made all the same: whether the runner spoke before or after it came makes no difference.
    values.putIfAbsent("shoe_id", shoeOfSource);
    if (values.get("shoe_id") == null && Integer.valueOf(1).equals(values.get("counted"))) {
      values.put("shoe_id", shoes.defaultFor((String) values.get("sport"), key.date()));
    }
    boolean changed = isNew ? insert(key, values) : update(key, values);
    changed |= parts.writeSplits(key, run.splits());
    changed |= parts.writeLaps(key, run.laps());
    parts.writeOrigins(key, run.origins());
    if (changed) {
      due(key.date());
    }
  }

  private boolean insert(RunKey key, Map<String, Object> values) {
    Map<String, Object> row = new LinkedHashMap<>(values);
    row.put("run_date", key.date());
    row.put("run_no", key.no());
    row.put("created_at", now);
    row.put("updated_at", now);
    // Column names are this package's own constants.
    handle
        .createUpdate("insert into main_log (" + String.join(", ", row.keySet()) + ") values (:" + String.join(", :", row.keySet()) + ")")
        .bindMap(row)
        .execute();
    return true;
  }

  private boolean update(RunKey key, Map<String, Object> values) {
    Map<String, Object> before =
        handle
            .createQuery("select * from main_log where run_date = :date and run_no = :no")
            .bind("date", key.date())
            .bind("no", key.no())
            .mapToMap()
            .one();
    List<String> changed = new ArrayList<>();
    values.forEach(
        (column, value) -> {
          if (!isSame(before.get(column), value)) {
            changed.add(column);
          }
        });
    if (changed.isEmpty()) {
      return false;
    }
    String assignments = String.join(", ", changed.stream().map(column -> column + " = :" + column).toList());
    handle
        .createUpdate("update main_log set " + assignments + ", updated_at = :now where run_date = :date and run_no = :no")
        .bindMap(values)
        .bind("now", now)
        .bind("date", key.date())
        .bind("no", key.no())
        .execute();
    if (changed.stream().anyMatch(List.of("started_at", "elapsed_s", "latitude", "longitude", "sport")::contains)) {
      // It was the weather of other hours or another place: it is asked for again.
      handle.execute("delete from weather_log where run_date = ? and run_no = ?", key.date(), key.no());
    }
    return true;
  }

  /** SQLite gives back 5 for a stored 5.0 in an integer column and the other way round. */
  private static boolean isSame(Object stored, Object value) {
    if (stored instanceof Number one && value instanceof Number other) {
      return Double.compare(one.doubleValue(), other.doubleValue()) == 0 && one.longValue() == other.longValue();
    }
    return Objects.equals(stored, value);
  }

  private void due(String day) {
    handle.execute("insert into due_day (day) values (?) on conflict do nothing", day);
  }
}
