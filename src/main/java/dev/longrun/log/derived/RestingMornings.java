package dev.longrun.log.derived;

import dev.longrun.log.derived.Thresholds.Origin;
import dev.longrun.log.derived.Thresholds.Threshold;
import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.hipparchus.stat.StatUtils;
import org.jdbi.v3.core.Handle;

/**
 * The resting heart rate that mornings tell: the median of what was seen at waking in the 30 days up to a day. A morning that comes later
 * says nothing of the days before it. The 0 that some devices write for a morning without a value is none.
 */
final class RestingMornings {
  private static final int DAYS = 30;

  /** From so many on they count for more than what the runner once noted or set. */
  private static final int ENOUGH = 7;

  private final NavigableMap<String, Double> wakingBpm;

  private RestingMornings(NavigableMap<String, Double> wakingBpm) {
    this.wakingBpm = wakingBpm;
  }

  /** For the days of [from, end). */
  static RestingMornings forDays(Handle handle, LocalDate from, LocalDate end) {
    NavigableMap<String, Double> wakingBpm = new TreeMap<>();
    handle
        .createQuery(
            """
            select day, coalesce(wake_resting_hr_bpm, resting_hr_bpm) as bpm from day_log
            where bpm > 0 and day > :from and day < :end""")
        .bind("from", from.minusDays(DAYS).toString())
        .bind("end", end.toString())
        .map((row, context) -> wakingBpm.put(row.getString("day"), row.getDouble("bpm")))
        .list();
    return new RestingMornings(wakingBpm);
  }

  /** @return empty with fewer than seven mornings */
  Optional<Threshold> usual(LocalDate day) {
    Collection<Double> recent = recent(day);
    return recent.size() < ENOUGH ? Optional.empty() : Optional.of(median(recent));
  }

  /** @return empty without any morning */
  Optional<Threshold> few(LocalDate day) {
    Collection<Double> recent = recent(day);
    return recent.isEmpty() ? Optional.empty() : Optional.of(median(recent));
  }

  private Collection<Double> recent(LocalDate day) {
    return wakingBpm.subMap(day.minusDays(DAYS).toString(), false, day.toString(), true).values();
  }

  private static Threshold median(Collection<Double> recent) {
    double median = StatUtils.percentile(recent.stream().mapToDouble(Double::doubleValue).toArray(), 50);
    return new Threshold(median, Origin.DATA, recent.size() < ENOUGH ? "median of the few mornings of 30 days" : "median of the mornings of 30 days");
  }
}
