package dev.longrun.source.file;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;

/** What the runner's clock was ahead of UTC, which decides the day of a run, from what a file gives away about it. */
final class LocalClock {
  private static final int QUARTER_S = 15 * 60;

  /** No place on earth is farther from UTC. */
  private static final int LARGEST_OFFSET_S = 14 * 3600;

  /** Watches set their two clocks a moment apart. */
  private static final int DRIFT_S = 120;

  /** Western China in winter and western Spain in summer are the farthest from their sun: less than three hours and a half. */
  private static final int FARTHEST_FROM_SUN_S = 4 * 3600;

  /** Clocks show Greenwich's time from Iceland and the Azores in summer to Togo and the east of England. */
  private static final double WESTERNMOST_GREENWICH = -32;

  private static final double EASTERNMOST_GREENWICH = 3;

  private static final double SUN_S_PER_DEGREE = 240;

  private LocalClock() {}

  /**
   * The offset between the two clocks of a device, when it can be one: whole quarters of an hour, on earth, and where the runner
   * was. Two equal clocks far from Greenwich, or nobody knows where, are those of a device that knows no time zone.
   *
   * @param longitude of the start, null when it is not known
   */
  static OptionalInt utcOffsetS(long localS, long utcS, Double longitude) {
    long difference = localS - utcS;
    long offset = Math.round((double) difference / QUARTER_S) * QUARTER_S;
    boolean possible = Math.abs(difference - offset) <= DRIFT_S && Math.abs(offset) <= LARGEST_OFFSET_S;
    boolean unset = offset == 0 && (longitude == null || longitude < WESTERNMOST_GREENWICH || longitude > EASTERNMOST_GREENWICH);
    return possible && !unset && fitsSun(offset, longitude) ? OptionalInt.of((int) offset) : OptionalInt.empty();
  }

  /** For files that only know UTC: the clock of the runner's home, or that of the sun when the run was far from home. */
  static int utcOffsetS(Instant start, ZoneId home, Double longitude) {
    int atHome = home.getRules().getOffset(start).getTotalSeconds();
    return fitsSun(atHome, longitude) ? atHome : (int) Math.round(longitude * SUN_S_PER_DEGREE / 3600) * 3600;
  }

  private static boolean fitsSun(long offsetS, Double longitude) {
    if (longitude == null || !(Math.abs(longitude) <= 180)) {
      return true;
    }
    double apart = Math.abs(offsetS - longitude * SUN_S_PER_DEGREE);
    // On the date line a clock may be a day from the sun.
    return Math.min(apart, Math.abs(86_400 - apart)) <= FARTHEST_FROM_SUN_S;
  }
}
