package dev.longrun.log.day;

import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.PutAsides;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps what the sources say of days, inside a transaction, and lets the log's rows of these days follow. */
public final class DayStore {
  /** What is kept of one value. Null where nothing is. */
  private record Kept(Object value, Object wakeValue) {}

  private record Key(LocalDate day, DayField field) {}

  private DayStore() {}

  /**
   * Takes in what a record says. What a source says of a value for the first time is what was seen at waking, for good; the same record
   * again changes nothing.
   *
   * @return whether the log has changed
   */
  public static boolean say(Handle handle, SaidOfDays said) {
    Map<Key, Kept> before = kept(handle, said);
    Set<Key> seen = seenBefore(handle, said);
    Set<LocalDate> changed = new HashSet<>();
    said.values().forEach(
        (day, values) ->
            values.forEach(
                (field, value) -> {
                  Key key = new Key(day, field);
                  Kept known = before.remove(key);
                  if (value != null && isPossible(handle, said, key, value) && put(handle, said, key, value, known, seen.contains(key))) {
                    changed.add(day);
                  }
                }));
    before.forEach(
        (key, known) -> {
          if (known.value() != null && takeBack(handle, said, key, known)) {
            changed.add(key.day());
          }
        });
    changed.forEach(day -> DayRow.project(handle, day, said.knownAt()));
    return !changed.isEmpty();
  }

  /** Makes the log's rows again of what was said, in place. */
  public static void projectAll(Handle handle) {
    handle
        .createQuery("select day, max(known_at) as known_at from day_value group by day")
        .map((row, context) -> Map.entry(LocalDate.parse(row.getString("day")), Timestamps.parse(row.getString("known_at"))))
        .list()
        .forEach(day -> DayRow.project(handle, day.getKey(), day.getValue()));
  }

  /** Erases everything one source said of days. */
  public static void erase(Handle handle, Source source, Instant now) {
    List<LocalDate> days =
        handle
            .createQuery("select distinct day from day_value where source = ?")
            .bind(0, source.id())
            .mapTo(String.class)
            .map(LocalDate::parse)
            .list();
    handle.execute("delete from day_value where source = ?", source.id());
    handle.execute("delete from day_question where source = ?", source.id());
    days.forEach(day -> DayRow.project(handle, day, now));
  }

  private static Map<Key, Kept> kept(Handle handle, SaidOfDays said) {
    Map<Key, Kept> kept = new HashMap<>();
    handle
        .createQuery(
            """
            select day, field, value, wake_value from day_value
            where source = :source and said_by = :saidBy and day between :from and :to""")
        .bind("source", said.source().id())
        .bind("saidBy", said.saidBy())
        .bind("from", said.from().toString())
        .bind("to", said.to().toString())
        .map(
            (row, context) ->
                Map.entry(
                    new Key(LocalDate.parse(row.getString("day")), DayRow.field(row.getString("field"))),
                    new Kept(DayRow.value(row.getObject("value")), DayRow.value(row.getObject("wake_value")))))
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  /** The values that this source has spoken of, in whatever record. */
  private static Set<Key> seenBefore(Handle handle, SaidOfDays said) {
    return new HashSet<>(
        handle
            .createQuery("select day, field from day_value where source = :source and day between :from and :to and wake_value is not null")
            .bind("source", said.source().id())
            .bind("from", said.from().toString())
            .bind("to", said.to().toString())
            .map((row, context) -> new Key(LocalDate.parse(row.getString("day")), DayRow.field(row.getString("field"))))
            .list());
  }

  private static boolean isPossible(Handle handle, SaidOfDays said, Key key, Object value) {
    if (key.field().canBe(value)) {
      return true;
    }
    PutAsides.note(
        handle, said.knownAt(), said.source(), said.saidBy(), key.day() + " " + key.field().column(), String.valueOf(value),
        "The " + key.field().column() + " of " + key.day() + " is not from " + key.field().range() + ", so it is taken as unknown.");
    return false;
  }

  private static boolean put(Handle handle, SaidOfDays said, Key key, Object value, Kept known, boolean seen) {
    if (known != null && value.equals(known.value())) {
      return false;
    }
    // The runner corrects himself, and a file says the same for ever; only a site changes its mind.
    boolean isFirst = said.source() != Source.GARMIN || !seen;
    handle
        .createUpdate(
            """
            insert into day_value (day, field, source, said_by, value, known_at, wake_value, wake_known_at)
            values (:day, :field, :source, :saidBy, :value, :now, :wake, :wakeAt)
            on conflict (day, field, source, said_by) do update
            set value = excluded.value, known_at = excluded.known_at,
                wake_value = coalesce(excluded.wake_value, wake_value), wake_known_at = coalesce(excluded.wake_known_at, wake_known_at)""")
        .bind("day", key.day().toString())
        .bind("field", key.field().column())
        .bind("source", said.source().id())
        .bind("saidBy", said.saidBy())
        .bind("value", value)
        .bind("now", Timestamps.of(said.knownAt()))
        .bind("wake", isFirst ? value : null)
        .bind("wakeAt", isFirst ? Timestamps.of(said.knownAt()) : null)
        .execute();
    return true;
  }

  /** What was seen at waking stays, but for what somebody said by mistake: a deleted weighing, a note taken back. */
  private static boolean takeBack(Handle handle, SaidOfDays said, Key key, Kept known) {
    boolean mistaken = said.source() == Source.RUNNER || key.field() == DayField.WEIGHT_KG || known.wakeValue() == null;
    String sql =
        mistaken
            ? "delete from day_value where day = :day and field = :field and source = :source and said_by = :saidBy"
            : "update day_value set value = null, known_at = :now where day = :day and field = :field and source = :source and said_by = :saidBy";
    var statement =
        handle
            .createUpdate(sql)
            .bind("day", key.day().toString())
            .bind("field", key.field().column())
            .bind("source", said.source().id())
            .bind("saidBy", said.saidBy());
    if (!mistaken) {
      statement.bind("now", Timestamps.of(said.knownAt()));
    }
    return statement.execute() > 0;
  }
}
