package dev.longrun.log.said.note;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One entry of a log note. What it says stands by column name; a null value takes back what an earlier note said, a missing one
 * leaves it alone.
 */
public sealed interface NoteEntry {

  /** Effort, feel, comment, race and shoe of a run, and whether it is one. The shoe is said by its name. */
  record OfRun(RunReference run, Map<String, Object> words) implements NoteEntry {
    public OfRun {
      Objects.requireNonNull(run, "run");
      words = known(words, Set.of("effort", "feel", "comment", "is_race", "is_run", "shoe"));
    }
  }

  /**
   * Whether a file holds a run, whatever it says itself.
   *
   * @param isRun null: what was said is taken back
   */
  record OfFile(String fileName, Boolean isRun) implements NoteEntry {
    public OfFile {
      Objects.requireNonNull(fileName, "fileName");
    }
  }

  /** What a shoe is. */
  record OfShoe(String name, Map<String, Object> details) implements NoteEntry {
    public OfShoe {
      Objects.requireNonNull(name, "name");
      details = known(details, Set.of("brand", "model", "carbon_plate", "start_km", "retire_at_km", "default_for", "retired_on"));
    }
  }

  /** Something that happened, or will, on one day or over many. */
  enum Happening {
    RACE,
    BLOCK,
    INJURY,
    ILLNESS,
    NOTE
  }

  /**
   * @param to null: one day
   * @param removed it did not happen: what was noted of it is taken away
   */
  record OfDays(Happening happening, LocalDate from, LocalDate to, Map<String, Object> details, boolean removed) implements NoteEntry {
    /** Stands for the end of what has not ended yet. */
    public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    public OfDays {
      Objects.requireNonNull(happening, "happening");
      Objects.requireNonNull(from, "from");
      details = known(details, Set.of("name", "text", "distance_m", "goal_time_s", "body_part", "severity"));
    }
  }

  /** What holds of the runner's body from a day on, by quantity. */
  record OfRunner(LocalDate from, Map<String, Object> thresholds) implements NoteEntry {
    public OfRunner {
      Objects.requireNonNull(from, "from");
      thresholds = known(thresholds, Set.of("max_hr_bpm", "resting_hr_bpm", "lthr_bpm", "threshold_pace_s_per_km", "weight_kg"));
    }
  }

  /** What the runner measured on waking, by column of the day's row. */
  record OfMorning(LocalDate day, Map<String, Object> values) implements NoteEntry {
    public OfMorning {
      Objects.requireNonNull(day, "day");
      values = known(values, Set.of("resting_hr_bpm", "hrv_rmssd_ms", "sleep_s", "weight_kg"));
    }
  }

  /** The run is to be no part of the log. */
  record Delete(RunReference run) implements NoteEntry {}

  /** A deleted run is to be part of the log again. */
  record Keep(RunReference run) implements NoteEntry {}

  /** Two runs are one. */
  record Merge(RunReference one, RunReference other) implements NoteEntry {}

  /** Two runs are two; with one reference, what was taken for one run is as many as it has sources. */
  record Apart(RunReference one, RunReference other) implements NoteEntry {}

  private static Map<String, Object> known(Map<String, Object> said, Set<String> columns) {
    if (!columns.containsAll(said.keySet())) {
      throw new IllegalArgumentException("Not all of " + said.keySet() + " are in " + columns);
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(said));
  }
}
