package dev.longrun.source.openmeteo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run that lacks weather.
 *
 * @param latitude of the start, rounded to 0.1 degree: no more than that leaves the machine
 */
record WeatherRun(String runDate, int runNo, Instant startedAt, Instant endedAt, double latitude, double longitude) {
  /** A recording that was never stopped; nobody runs on through the third day. */
  private static final Duration LONGEST = Duration.ofHours(72);

  /** Every full hour from the one the run starts in to the one it ends in. */
  List<Instant> hours() {
    Instant last = endedAt.isAfter(startedAt.plus(LONGEST)) ? startedAt.plus(LONGEST) : endedAt;
    return Stream.iterate(startedAt.truncatedTo(ChronoUnit.HOURS), hour -> !hour.isAfter(last), hour -> hour.plus(1, ChronoUnit.HOURS))
        .toList();
  }
}
