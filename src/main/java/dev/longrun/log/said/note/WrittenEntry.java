package dev.longrun.log.said.note;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The written form of what the runner said, as {@code note_entry.said} keeps it: the same words, however they were typed, are the
 * same text, this year and in years. Later entries find earlier ones by it, so it never changes without a migration.
 */
public final class WrittenEntry {
  private WrittenEntry() {}

  public static String of(NoteEntry entry) {
    if (entry instanceof NoteEntry.OfRun run) {
      return "run: " + run.run().written() + values(run.words());
    } else if (entry instanceof NoteEntry.OfFile file) {
      return "file: " + file.fileName() + " {is_run=" + file.isRun() + "}";
    } else if (entry instanceof NoteEntry.OfShoe shoe) {
      return "shoe: " + shoe.name() + values(shoe.details());
    } else if (entry instanceof NoteEntry.OfRunner runner) {
      return "runner: " + runner.from() + values(runner.thresholds());
    } else if (entry instanceof NoteEntry.OfMorning morning) {
      return "morning: " + morning.day() + values(morning.values());
    } else if (entry instanceof NoteEntry.Delete delete) {
      return "delete: " + delete.run().written();
    } else if (entry instanceof NoteEntry.Keep keep) {
      return "keep: " + keep.run().written();
    } else if (entry instanceof NoteEntry.Merge merge) {
      return "merge: " + merge.one().written() + ", " + merge.other().written();
    } else if (entry instanceof NoteEntry.Apart apart) {
      return "apart: " + apart.one().written() + (apart.other() == null ? "" : ", " + apart.other().written());
    }
    NoteEntry.OfDays days = (NoteEntry.OfDays) entry;
    String happening = days.happening().name().toLowerCase(Locale.ROOT);
    return happening + ": " + days.from() + to(days.to()) + values(days.details()) + (days.removed() ? " removed" : "");
  }

  private static String to(LocalDate to) {
    return to == null ? "" : ".." + to;
  }

  private static String values(Map<String, Object> values) {
    return values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).collect(Collectors.joining(", ", " {", "}"));
  }
}
