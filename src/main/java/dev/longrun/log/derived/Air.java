package dev.longrun.log.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The air a run was run in, weighted by the time run in each hour.
 *
 * @param temperatureC null when no hour of the run has it
 * @param dewPointC null when no hour of the run has it
 */
record Air(Double temperatureC, Double dewPointC) {
  static final Air UNKNOWN = new Air(null, null);

  /** One row of {@code weather_log}; either value may be null. */
  record Hour(Instant start, Double temperatureC, Double dewPointC) {
    /** The seconds of the run that fall into this hour; a run of no time was there all the same. */
    private double seconds(Instant runStart, Instant runEnd) {
      Instant from = runStart.isAfter(start) ? runStart : start;
      Instant end = start.plus(Duration.ofHours(1));
      Instant to = runEnd.isBefore(end) ? runEnd : end;
      return Math.max(1, Duration.between(from, to).toMillis() / 1000.0);
    }
  }

  static Air of(List<Hour> hours, Instant start, double elapsedS) {
    Instant end = start.plusMillis(Math.round(elapsedS * 1000));
    double temperature = 0;
    double temperatureTime = 0;
    double dewPoint = 0;
    double dewPointTime = 0;
    for (Hour hour : hours) {
      double seconds = hour.seconds(start, end);
      if (hour.temperatureC() != null) {
        temperature += seconds * hour.temperatureC();
        temperatureTime += seconds;
      }
      if (hour.dewPointC() != null) {
        dewPoint += seconds * hour.dewPointC();
        dewPointTime += seconds;
      }
    }
    return new Air(temperatureTime > 0 ? temperature / temperatureTime : null, dewPointTime > 0 ? dewPoint / dewPointTime : null);
  }

  boolean isKnown() {
    return temperatureC != null && dewPointC != null;
  }
}
