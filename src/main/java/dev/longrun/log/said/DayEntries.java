package dev.longrun.log.said;

import dev.longrun.log.PlainText;
import dev.longrun.log.said.note.NoteEntry.Happening;
import dev.longrun.log.said.note.NoteEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Races, blocks, injuries, illnesses, thresholds and free notes, inside a transaction. The same one again corrects what it says anew
 * and leaves the rest: a race is known by its day, an injury by its first day and its body part, a block by its first day or its
 * name, an illness by its first day, a threshold by its quantity and day, a free note by its day and words.
 */
public final class DayEntries {
  private final Handle handle;
  private final String now;

  DayEntries(Handle handle, String now) {
    this.handle = handle;
    this.now = now;
  }

  Effect say(NoteEntry.OfDays entry) throws NotApplied {
    String kind = entry.happening().name().toLowerCase(Locale.ROOT);
    Optional<Map<String, Object>> known = known(entry, kind);
    if (entry.removed()) {
      return remove(entry, kind);
    }
    Map<String, Object> row = new LinkedHashMap<>(entry.details());
    row.put("from_date", entry.from().toString());
    row.put("to_date", entry.to() == null ? null : entry.to().toString());
    boolean changed = known.isPresent() ? update(known.get(), row) : insert(kind, row);
    return Effect.of(changed, about(entry, kind), message(entry, known.isPresent() && changed));
  }

  Effect say(NoteEntry.OfRunner entry) {
    boolean changed = false;
    List<String> message = new ArrayList<>();
    for (Map.Entry<String, Object> threshold : entry.thresholds().entrySet()) {
      String quantity = threshold.getKey();
      Optional<Map<String, Object>> known =
          one("kind = 'threshold' and quantity = :quantity and from_date = :from", Map.of("quantity", quantity, "from", entry.from().toString()));
      if (threshold.getValue() == null) {
        changed |= known.isPresent() && delete(known.get());
      } else if (known.isPresent()) {
        changed |= update(known.get(), Map.of("value", threshold.getValue()));
      } else {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("quantity", quantity, "value", threshold.getValue()));
        row.put("from_date", entry.from().toString());
        changed |= insert("threshold", row);
      }
      message.add(in(quantity, threshold.getValue()));
    }
    return Effect.of(changed, "runner from " + entry.from(), String.join(", ", message));
  }

  private static String in(String quantity, Object value) {
    String name =
        switch (quantity) {
          case "max_hr_bpm" -> "maximal heart rate";
          case "resting_hr_bpm" -> "resting heart rate";
          case "lthr_bpm" -> "threshold heart rate";
          case "threshold_pace_s_per_km" -> "threshold pace";
          default -> "weight";
        };
    if (value == null) {
      return name + " taken back";
    }
    return switch (quantity) {
      case "threshold_pace_s_per_km" -> name + " " + NotedValue.duration((Double) value) + " /km";
      case "weight_kg" -> name + " " + NotedValue.plain(value) + " kg";
      default -> name + " " + NotedValue.plain(value);
    };
  }

  private Optional<Map<String, Object>> known(NoteEntry.OfDays entry, String kind) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", kind);
    values.put("from", entry.from().toString());
    values.put("to", Objects.requireNonNullElse(entry.to(), entry.from()).toString());
    values.put("name", lower(entry.details().get("name")));
    values.put("part", lower(entry.details().get("body_part")));
    values.put("text", entry.details().get("text"));
    String same =
        switch (entry.happening()) {
          case RACE, ILLNESS -> "from_date = :from";
          case NOTE -> "from_date = :from and text is :text";
          case INJURY -> "from_date = :from and (:part is null or body_part is null or lower(body_part) = :part)";
          case BLOCK -> "from_date = :from or (lower(name) = :name and from_date <= :to and coalesce(to_date, from_date) >= :from)";
        };
    return one("kind = :kind and (" + same + ")", values);
  }

  private static String lower(Object text) {
    return text == null ? null : ((String) text).toLowerCase(Locale.ROOT);
  }

  private Optional<Map<String, Object>> one(String condition, Map<String, Object> values) {
    return handle
        .createQuery("select * from annotation where " + condition + " order by from_date = :from desc, annotation_id limit 1")
        .bindMap(values)
        .mapToMap()
        .findFirst();
  }

  private Effect remove(NoteEntry.OfDays entry, String kind) throws NotApplied {
    // Without its words a free note is every one of the day.
    int removed =
        entry.happening() == Happening.NOTE && entry.details().get("text") == null
            ? handle.execute("delete from annotation where kind = 'note' and from_date = ?", entry.from().toString())
            : known(entry, kind).filter(this::delete).isPresent() ? 1 : 0;
    if (removed == 0) {
      throw new NotApplied(about(entry, kind), "nothing of the kind is noted there" + existing(kind) + ".");
    }
    return Effect.of(true, about(entry, kind), "removed");
  }

  private String existing(String kind) {
    List<String> days =
        handle
            .createQuery("select distinct from_date from annotation where kind = :kind order by from_date desc limit 5")
            .bind("kind", kind)
            .mapTo(String.class)
            .list();
    return days.isEmpty() ? "" : "; there is one of " + String.join(", ", days);
  }

  private boolean delete(Map<String, Object> row) {
    return handle.execute("delete from annotation where annotation_id = ?", row.get("annotation_id")) > 0;
  }

  private boolean insert(String kind, Map<String, Object> values) {
    Map<String, Object> row = new LinkedHashMap<>(values);
    row.put("kind", kind);
    row.put("created_at", now);
    row.put("updated_at", now);
    // The columns are those that the entry's constructor allows.
    handle
        .createUpdate("insert into annotation (" + String.join(", ", row.keySet()) + ") values (:" + String.join(", :", row.keySet()) + ")")
        .bindMap(row)
        .execute();
    return true;
  }

  private boolean update(Map<String, Object> before, Map<String, Object> values) {
    boolean changed = false;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      changed |=
          handle.execute(
                  "update annotation set " + value.getKey() + " = ?, updated_at = ? where annotation_id = ? and " + value.getKey() + " is not ?",
                  value.getValue(), now, before.get("annotation_id"), value.getValue())
              > 0;
    }
    return changed;
  }

  private static String about(NoteEntry.OfDays entry, String kind) {
    LocalDate to = entry.to();
    return kind + " " + (to == null ? "of " + entry.from() : NoteEntry.OfDays.OPEN_END.equals(to) ? "since " + entry.from() : entry.from() + ".." + to);
  }

  private static String message(NoteEntry.OfDays entry, boolean corrected) {
    List<String> said = new ArrayList<>();
    entry.details()
        .forEach(
            (column, value) ->
                said.add(
                    value == null ? column.replaceAll("_(m|time_s)$", "").replace('_', ' ') + " taken back"
                        : switch (column) {
                          case "distance_m" -> NotedValue.plain((Double) value / 1_000) + " km";
                          case "goal_time_s" -> "goal " + NotedValue.duration((Double) value);
                          case "text" -> "“" + PlainText.line((String) value) + "”";
                          case "severity" -> "severity " + value;
                          default -> NotedValue.plain(value);
                        }));
    if (entry.details().get("goal_time_s") != null && entry.details().get("distance_m") == null) {
      said.add("without distance_km the goal cannot be used");
    }
    String words = said.isEmpty() ? "noted" : String.join(", ", said);
    return corrected ? words + " (corrected)" : words;
  }
}
