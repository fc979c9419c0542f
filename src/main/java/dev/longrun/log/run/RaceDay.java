package dev.longrun.log.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A day on which the runner says there was a race, and which of the day's runs that is: the one nearest to the race's distance, or
 * the longest when none is told. Warming up and cooling down are not it.
 *
 * @param distanceM null when the note does not tell it
 */
public record RaceDay(Double distanceM) {
  /** A run of less than half the distance was no race over it, even one that was given up late. */
  private static final double LEAST_PART = 0.5;

  private static final double MOST_PART = 2;

  static Optional<RaceDay> on(Handle handle, String day) {
    return handle
        .createQuery("select distance_m from annotation where kind = 'race' and from_date = :day order by annotation_id limit 1")
        .bind("day", day)
        .map((row, context) -> new RaceDay((Double) row.getObject("distance_m")))
        .findOne();
  }

  /** @param runs the values of the runs of the day */
  Optional<Map<String, Object>> race(List<Map<String, Object>> runs) {
    return runs.stream()
        .filter(run -> run.get("distance_m") != null)
        .filter(run -> distanceM == null || (length(run) >= LEAST_PART * distanceM && length(run) <= MOST_PART * distanceM))
        .min(Comparator.comparingDouble(run -> distanceM == null ? -length(run) : Math.abs(length(run) - distanceM)));
  }

  private static double length(Map<String, Object> run) {
    return ((Number) run.get("distance_m")).doubleValue();
  }
}
