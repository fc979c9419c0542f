package dev.longrun.log.said;

import dev.longrun.log.Source;
import dev.longrun.log.day.DayField;
import dev.longrun.log.day.DayStore;
import dev.longrun.log.day.SaidOfDays;
import dev.longrun.log.said.note.NoteEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Mornings as the runner noted them, inside a transaction. The same day again corrects what it says anew and leaves the rest. */
final class MorningEntries {
  private static final String SAID_BY = "note";

  private final Handle handle;
  private final Instant now;

  MorningEntries(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  Effect say(NoteEntry.OfMorning entry) {
    Map<DayField, Object> values = noted(entry);
    List<String> message = new ArrayList<>();
    entry.values()
        .forEach(
            (column, value) -> {
              DayField field = field(column);
              values.remove(field);
              if (value != null) {
                values.put(field, value);
              }
              message.add(in(field, value));
            });
    boolean changed = DayStore.say(handle, SaidOfDays.of(Source.RUNNER, SAID_BY, entry.day(), values, now));
    return Effect.of(changed, "morning of " + entry.day(), String.join(", ", message));
  }

  private Map<DayField, Object> noted(NoteEntry.OfMorning entry) {
    Map<DayField, Object> noted = new EnumMap<>(DayField.class);
    handle
        .createQuery("select field, value from day_value where day = ? and source = 'runner' and said_by = ? and value is not null")
        .bind(0, entry.day().toString())
        .bind(1, SAID_BY)
        .map((row, context) -> Map.entry(field(row.getString("field")), (Object) row.getDouble("value")))
        .forEach(value -> noted.put(value.getKey(), value.getValue()));
    return noted;
  }

  private static DayField field(String column) {
    return DayField.valueOf(column.toUpperCase(Locale.ROOT));
  }

  private static String in(DayField field, Object value) {
    String name =
        switch (field) {
          case RESTING_HR_BPM -> "resting heart rate";
          case HRV_RMSSD_MS -> "heart rate variability";
          case SLEEP_S -> "sleep";
          default -> "weight";
        };
    if (value == null) {
      return name + " taken back";
    }
    return name + " "
        + switch (field) {
          case SLEEP_S -> "%d:%02d h".formatted(((Double) value).longValue() / 3_600, ((Double) value).longValue() % 3_600 / 60);
          case HRV_RMSSD_MS -> NotedValue.plain(value) + " ms";
          case WEIGHT_KG -> NotedValue.plain(value) + " kg";
          default -> NotedValue.plain(value);
        };
  }
}
