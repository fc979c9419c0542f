package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import dev.longrun.metrics.race.TrainingPaces;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Which thresholds hold on a day: the runner's dated note, else the setting, else what the data say by these rules, else unknown. Only
 * the resting heart rate is asked of the mornings first, since they know it better than anybody who typed it once.
 *
 * <ul>
 *   <li>maximum heart rate and LTHR: by the {@link HardEfforts} of the log, whose estimates hold for their whole window
 *   <li>resting heart rate: the median of the mornings of the past 30 days, of at least 7; of fewer when nobody noted or set one
 *   <li>threshold pace: the pace of about an hour's race, by the best pace index of the races of the past 84 days, else of the latest
 *       race of the past year
 * </ul>
 */
final class ThresholdRules {
  /** And how to give it. */
  static final String RESTING_HR_UNKNOWN =
      "the resting heart rate is not known: set RUNNER_RESTING_HR, note a morning (resting_hr) or connect Garmin";

  private static final int RACE_DAYS = 84;
  private static final int OLD_RACE_DAYS = 365;

  private final Runner runner;
  private final Map<String, NavigableMap<String, Double>> notes;
  private final RestingMornings mornings;
  private final DeviceProfile profile;

  private ThresholdRules(Runner runner, Map<String, NavigableMap<String, Double>> notes, RestingMornings mornings, DeviceProfile profile) {
    this.runner = runner;
    this.notes = notes;
    this.mornings = mornings;
    this.profile = profile;
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
    return new ThresholdRules(runner, notes, RestingMornings.forDays(handle, from, end), DeviceProfile.of(handle));
  }

  /** @param thresholdPace of the day */
  Thresholds on(LocalDate day, Threshold thresholdPace, HardEfforts efforts) {
    return new Thresholds(maxHr(day, efforts), restingHr(day), lthr(day, efforts), thresholdPace);
  }

  Threshold maxHr(LocalDate day, HardEfforts efforts) {
    return stated("max_hr_bpm", runner.maxHrBpm(), day).orElseGet(() -> orAsSet("max_hr_bpm", day, efforts.maxHr(day)));
  }

  Threshold lthr(LocalDate day, HardEfforts efforts) {
    return stated("lthr_bpm", runner.lthrBpm(), day).orElseGet(() -> orAsSet("lthr_bpm", day, efforts.lthr(day)));
  }

  /** @param runs everything up to and including the day */
  Threshold thresholdPace(LocalDate day, Lookback runs) {
    return stated("threshold_pace_s_per_km", null, day).orElseGet(() -> byRaces(day, runs));
  }

  private Optional<Threshold> stated(String quantity, Double setting, LocalDate day) {
    var note = notes.getOrDefault(quantity, Collections.emptyNavigableMap()).floorEntry(day.toString());
    if (note != null) {
      return Optional.of(new Threshold(note.getValue(), Origin.NOTE, "noted by the runner on " + note.getKey()));
    }
    return Optional.ofNullable(setting).map(value -> new Threshold(value, Origin.SETTING, "set by the runner"));
  }

  private Threshold restingHr(LocalDate day) {
    return mornings
        .usual(day)
        .or(() -> stated("resting_hr_bpm", runner.restingHrBpm(), day))
        .or(() -> mornings.few(day))
        .orElseGet(() -> orAsSet("resting_hr_bpm", day, Threshold.unknown(RESTING_HR_UNKNOWN)));
  }

  private Threshold orAsSet(String quantity, LocalDate day, Threshold found) {
    return found.isKnown() ? found : profile.threshold(quantity, day).orElse(found);
  }

  /** As the runner has set it, else as the watch is set; a man's constants when nobody says. */
  boolean female(LocalDate day) {
    return Boolean.TRUE.equals(runner.female() == null ? profile.female(day) : runner.female());
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
