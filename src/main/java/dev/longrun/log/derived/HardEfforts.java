package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import dev.longrun.metrics.Measured;
import dev.longrun.metrics.heart.LactateThreshold;
import dev.longrun.metrics.heart.MaximumHeartRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What the hard efforts of the whole log say of the runner's heart. A heart does not get faster with a race: what a race shows was so
 * before it. An estimate that grows therefore holds for the whole window it rests on, and not from its day on.
 */
final class HardEfforts {
  /** A threshold that nobody has tested in two years is the one of another body. */
  private static final int DAYS_KEPT = Lookback.DAYS_KEPT;

  /**
   * One run.
   *
   * @param peakHrBpm its maximum heart rate, null when it shows none
   * @param thresholdHrBpm an estimate of LTHR, null when it shows none
   */
  record Effort(LocalDate day, Double peakHrBpm, Double thresholdHrBpm) {
    boolean saysSomething() {
      return peakHrBpm != null || thresholdHrBpm != null;
    }
  }

  private final NavigableMap<LocalDate, List<Effort>> efforts = new TreeMap<>();

  /** What each day with an effort would say by itself. */
  private final Map<LocalDate, Measured> maxima = new HashMap<>();

  /** In any order. */
  HardEfforts(Collection<Effort> efforts) {
    efforts.stream()
        .filter(Effort::saysSomething)
        .forEach(effort -> this.efforts.computeIfAbsent(effort.day(), day -> new ArrayList<>()).add(effort));
    this.efforts.keySet().forEach(day -> maxima.put(day, maximumUpTo(day)));
  }

  /**
   * Those of the database.
   *
   * @param fresh of the days of [from, end), instead of what the database says of them
   */
  static HardEfforts with(Handle handle, LocalDate from, LocalDate end, List<Effort> fresh) {
    List<Effort> all = new ArrayList<>(fresh);
    handle
        .createQuery(
            """
            select run_date, peak_hr_bpm, threshold_hr_bpm from counted_run
            where (run_date < :from or run_date >= :end) and (peak_hr_bpm is not null or threshold_hr_bpm is not null)""")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) ->
                new Effort(
                    LocalDate.parse(row.getString("run_date")),
                    RunReader.number(row, "peak_hr_bpm"),
                    RunReader.number(row, "threshold_hr_bpm")))
        .forEach(all::add);
    return new HardEfforts(all);
  }

  /** By {@link MaximumHeartRate}, the greatest of the windows of 24 months that the day lies in. */
  Threshold maxHr(LocalDate day) {
    Measured greatest = maximumUpTo(day);
    LocalDate end = day.plusMonths(MaximumHeartRate.WINDOW_MONTHS);
    for (LocalDate later : efforts.subMap(day, false, end, false).keySet()) {
      Measured maximum = maxima.get(later);
      if (maximum.isKnown() && (!greatest.isKnown() || maximum.value() > greatest.value())) {
        greatest = maximum;
      }
    }
    return greatest.isKnown() ? new Threshold(greatest.value(), Origin.DATA, greatest.method()) : Threshold.unknown(greatest.missing());
  }

  private Measured maximumUpTo(LocalDate day) {
    return MaximumHeartRate.of(
        within(day.minusMonths(MaximumHeartRate.WINDOW_MONTHS).plusDays(1), day, Effort::peakHrBpm));
  }

  /** The highest estimate of the 90 days up to the latest hard effort of the past two years, or of 90 days that the day lies in. */
  Threshold lthr(LocalDate day) {
    Double highest = within(day.plusDays(1), day.plusDays(LactateThreshold.WINDOW_DAYS), Effort::thresholdHrBpm).stream()
        .max(Double::compare)
        .orElse(null);
    LocalDate oldest = day.minusDays(DAYS_KEPT);
    LocalDate latest =
        efforts.subMap(oldest, true, day, true).descendingMap().entrySet().stream()
            .filter(efforts -> efforts.getValue().stream().anyMatch(effort -> effort.thresholdHrBpm() != null))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    if (latest != null) {
      LocalDate from = latest.minusDays(LactateThreshold.WINDOW_DAYS);
      double past =
          within(from.isBefore(oldest) ? oldest : from, latest, Effort::thresholdHrBpm).stream().max(Double::compare).orElseThrow();
      highest = highest == null ? (Double) past : (Double) Math.max(past, highest);
    }
    return highest == null
        ? Threshold.unknown("no race or hard effort of about an hour in two years: set RUNNER_LTHR")
        : new Threshold(highest, Origin.DATA, "highest of the hard efforts of 90 days");
  }

  private List<Double> within(LocalDate from, LocalDate to, Function<Effort, Double> reading) {
    return efforts.subMap(from, true, to, true).values().stream()
        .flatMap(List::stream)
        .map(reading)
        .filter(Objects::nonNull)
        .toList();
  }
}
