package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import dev.longrun.metrics.race.TrainingPaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Which thresholds hold on a day: the runner's dated note, else the setting, else what the data say by these rules, else unknown.
 *
 * <ul>
 *   <li>maximum heart rate and LTHR: by the {@link HardEfforts} of the log, whose estimates hold for their whole window
 *   <li>resting heart rate: the median of the mornings of the past 60 days, of at least 7; the 0 that some devices write for a
 *       morning without one is none
 *   <li>threshold pace: the pace of about an hour's race, by the best pace index of the races of the past 84 days, else of the latest
 *       race of the past year
 * </ul>
 */
final class ThresholdRules {
  private static final int RESTING_HR_DAYS = 60;
  private static final int RESTING_HR_LEAST = 7;
  private static final int RACE_DAYS = 84;
  private static final int OLD_RACE_DAYS = 365;

  private final Runner runner;
  private final Map<String, NavigableMap<String, Double>> notes;
  private final NavigableMap<String, Double> mornings;

  private ThresholdRules(Runner runner, Map<String, NavigableMap<String, Double>> notes, NavigableMap<String, Double> mornings) {
    this.runner = runner;
    this.notes = notes;
    this.mornings = mornings;
  }

  /** For the days of [from, end). */
  static ThresholdRules forDays(Handle handle, Runner runner, LocalDate from, LocalDate end) {
    Map<String, NavigableMap<String, Double>> notes = new HashMap<>();
    handle
        .createQuery("select quantity, from_date, value from annotation where kind = 'threshold' and value is not null order by annotation_id")
        .map((row, context) -> Map.entry(row.getString("quantity"), Map.entry(row.getString("from_date"), row.getDouble("value"))))
        .forEach(
            note ->
                notes
                    .computeIfAbsent(note.getKey(), quantity -> new TreeMap<>())
                    .put(note.getValue().getKey(), note.getValue().getValue()));
    NavigableMap<String, Double> mornings = new TreeMap<>();
    handle
        .createQuery("select day, resting_hr_bpm from day_log where resting_hr_bpm > 0 and day > :from and day < :end")
        .bind("from", from.minusDays(RESTING_HR_DAYS).toString())
        .bind("end", end.toString())
        .map((row, context) -> Map.entry(row.getString("day"), row.getDouble("resting_hr_bpm")))
        .forEach(morning -> mornings.put(morning.getKey(), morning.getValue()));
    return new ThresholdRules(runner, notes, mornings);
  }

  /** @param thresholdPace of the day */
  Thresholds on(LocalDate day, Threshold thresholdPace, HardEfforts efforts) {
    return new Thresholds(maxHr(day, efforts), restingHr(day), lthr(day, efforts), thresholdPace);
  }

  Threshold maxHr(LocalDate day, HardEfforts efforts) {
    return stated("max_hr_bpm", runner.maxHrBpm(), day).orElseGet(() -> efforts.maxHr(day));
  }

  Threshold lthr(LocalDate day, HardEfforts efforts) {
    return stated("lthr_bpm", runner.lthrBpm(), day).orElseGet(() -> efforts.lthr(day));
  }

  /** @param runs everything up to and including the day */
  Threshold thresholdPace(LocalDate day, Lookback runs) {
    return stated("threshold_pace_s_per_km", null, day).orElseGet(() -> byRaces(day, runs));
  }

  private Threshold restingHr(LocalDate day) {
    return stated("resting_hr_bpm", runner.restingHrBpm(), day).orElseGet(() -> medianOfMornings(day));
  }

  private Optional<Threshold> stated(String quantity, Double setting, LocalDate day) {
    var note = notes.getOrDefault(quantity, Collections.emptyNavigableMap()).floorEntry(day.toString());
    if (note != null) {
      return Optional.of(new Threshold(note.getValue(), Origin.NOTE, "noted by the runner on " + note.getKey()));
    }
    return Optional.ofNullable(setting).map(value -> new Threshold(value, Origin.SETTING, "set by the runner"));
  }

  private Threshold medianOfMornings(LocalDate day) {
    List<Double> recent =
        new ArrayList<>(mornings.subMap(day.minusDays(RESTING_HR_DAYS).toString(), false, day.toString(), true).values());
    if (recent.size() < RESTING_HR_LEAST) {
      return Threshold.unknown("the resting heart rate is not known: set RUNNER_RESTING_HR");
    }
    Collections.sort(recent);
    int middle = recent.size() / 2;
    double median = recent.size() % 2 == 1 ? recent.get(middle) : (recent.get(middle - 1) + recent.get(middle)) / 2;
    return new Threshold(median, Origin.DATA, "median of the mornings of 60 days");
  }

  private static Threshold byRaces(LocalDate day, Lookback runs) {
    List<Double> recent = runs.since(day.minusDays(RACE_DAYS), Lookback.Trace::paceIndex);
    if (!recent.isEmpty()) {
      return pace(Collections.max(recent), "by the best race of 84 days");
    }
    List<Double> older = runs.since(day.minusDays(OLD_RACE_DAYS), Lookback.Trace::paceIndex);
    return older.isEmpty() ? Threshold.unknown("no race over a standard distance in a year") : pace(older.get(older.size() - 1), "by the latest race of a year");
  }

  private static Threshold pace(double paceIndex, String method) {
    return new Threshold(TrainingPaces.of(paceIndex).thresholdSPerKm(), Origin.DATA, method);
  }
}
