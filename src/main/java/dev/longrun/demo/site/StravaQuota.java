package dev.longrun.demo.site;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Strava's two quotas for reading: per natural quarter of an hour, and per day until midnight UTC. Calls that are refused count
 * too.
 */
final class StravaQuota {
  private static final long QUARTER_S = Duration.ofMinutes(15).toSeconds();
  private static final long DAY_S = Duration.ofDays(1).toSeconds();

  private final Clock clock;
  private final int perQuarter;
  private final int perDay;
  private long quarter;
  private long day;
  private int usedInQuarter;
  private int usedInDay;

  StravaQuota(Clock clock, int perQuarter, int perDay) {
    this.clock = clock;
    this.perQuarter = perQuarter;
    this.perDay = perDay;
  }

  /** Counts one call; false when it is one too many. */
  boolean take() {
    long seconds = clock.instant().getEpochSecond();
    if (seconds / QUARTER_S != quarter) {
      quarter = seconds / QUARTER_S;
      usedInQuarter = 0;
    }
    if (seconds / DAY_S != day) {
      day = seconds / DAY_S;
      usedInDay = 0;
    }
    usedInQuarter++;
    usedInDay++;
    return usedInQuarter <= perQuarter && usedInDay <= perDay;
  }

  Map<String, String> headers() {
    return Map.of(
        "X-RateLimit-Limit", 2 * perQuarter + "," + 2 * perDay,
        "X-RateLimit-Usage", usedInQuarter + "," + usedInDay,
        "X-ReadRateLimit-Limit", perQuarter + "," + perDay,
        "X-ReadRateLimit-Usage", usedInQuarter + "," + usedInDay);
  }
}
