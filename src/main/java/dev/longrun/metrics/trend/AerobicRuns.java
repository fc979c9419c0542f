package dev.longrun.metrics.trend;

import java.util.List;

/**
 * Which runs may be compared by speed at a heart rate: outdoors, at least 20 minutes, heart rate and grade-adjusted pace known and
 * plausible, no race, and on average between 65 and 88 % of the maximum heart rate, where speed and heart rate go together in a
 * straight line.
 */
final class AerobicRuns {
  private static final double SHORTEST_S = 20 * 60;
  private static final double LEAST_SHARE_OF_MAX = 0.65;
  private static final double GREATEST_SHARE_OF_MAX = 0.88;
  /** 15:00 to 2:00 a kilometre. */
  private static final double SLOWEST_MS = 1000.0 / 900;

  private static final double FASTEST_MS = 1000.0 / 120;
  private static final double LOWEST_HR_BPM = 30;
  private static final double HIGHEST_HR_BPM = 230;

  private AerobicRuns() {}

  /** @param withIntervals whether interval sessions count, whose mean heart rate lags behind */
  static Selection of(List<RunObservation> runs, boolean withIntervals) {
    return new Selection(runs)
        .without("races", run -> run.is(RunObservation.RACE))
        .without("interval sessions", run -> !withIntervals && run.is(RunObservation.INTERVAL))
        .without("indoors", run -> !run.surface().isOutdoors())
        .without("without heart rate", run -> run.hrBpm() == null)
        .without("without pace", run -> run.speedMs() == null)
        .without("shorter than 20 minutes", run -> run.movingS() < SHORTEST_S)
        .without("with an implausible pace or heart rate", run -> !isPlausible(run))
        .without("below 65 or above 88 % of maximum heart rate", run -> !isAerobic(run));
  }

  private static boolean isPlausible(RunObservation run) {
    return run.speedMs() >= SLOWEST_MS
        && run.speedMs() <= FASTEST_MS
        && run.hrBpm() >= LOWEST_HR_BPM
        && run.hrBpm() <= HIGHEST_HR_BPM;
  }

  private static boolean isAerobic(RunObservation run) {
    return run.maxHrBpm() == null
        || (run.hrBpm() >= LEAST_SHARE_OF_MAX * run.maxHrBpm() && run.hrBpm() <= GREATEST_SHARE_OF_MAX * run.maxHrBpm());
  }
}
