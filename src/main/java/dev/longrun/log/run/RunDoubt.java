package dev.longrun.log.run;

import dev.longrun.log.RunnersLimits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decides whether a run counts: one that nobody can have run is shown and in no number until the runner says that it is right, and
 * one of which the runner says that it is none is in no number either.
 */
final class RunDoubt {
  /** Over less a second more or less makes a record. */
  private static final double SHORTEST_M = 400;

  private RunDoubt() {}

  static Run judged(Run run) {
    Map<String, Object> values = new LinkedHashMap<>(run.values());
    String because = because(values);
    values.put("counted", because == null ? 1 : 0);
    values.put("uncounted_because", because);
    return run.with(values, run.origins());
  }

  private static String because(Map<String, Object> values) {
    if (((Number) values.get("counted")).intValue() == 0) {
      return "Strava API";
    }
    if (values.get("is_run") instanceof Number said) {
      return said.intValue() == 1 ? null : "You said that it is no run.";
    }
    Double distanceM = number(values, "distance_m");
    Double seconds = number(values, "moving_s") == null ? number(values, "elapsed_s") : number(values, "moving_s");
    if (distanceM == null || seconds == null || distanceM < SHORTEST_M || distanceM <= seconds * RunnersLimits.fastestMs(distanceM)) {
      return null;
    }
    return String.format(
        Locale.ROOT, "Nobody runs %.1f km in %d:%02d:%02d. A log note with `is_run: yes` lets it count.", distanceM / 1000, seconds.longValue() / 3600,
        seconds.longValue() / 60 % 60, seconds.longValue() % 60);
  }

  private static Double number(Map<String, Object> values, String column) {
    return values.get(column) instanceof Number number ? (Double) number.doubleValue() : null;
  }
}
