package dev.longrun.metrics.load;

import dev.longrun.metrics.Measured;

/**
 * How far a run goes beyond what the runner is used to: its distance over the longest run of the 30 days before it. Frandsen 2025
 * (Br J Sports Med, 5205 runners) found more injuries after runs of more than 1.10 times; neither the change from week to week nor the
 * acute-to-chronic ratio showed that. An association over many runners, not a law for one. Treadmill runs and races count. The
 * classes of the study are {@link dev.longrun.metrics.trend.SpikeClass}.
 */
public final class SessionSpike {
  /** How far back the longest run is looked for: 30 times 24 hours before the start, the run itself excluded. */
  public static final int WINDOW_DAYS = 30;

  private SessionSpike() {}

  /**
   * @param distanceM of the run, or null
   * @param longestBeforeM the longest distance of the window, null when there was no run in it
   * @return a ratio above 0. Without a run to compare with there is no reference, which is not the same as safe
   */
  public static Measured of(Double distanceM, Double longestBeforeM) {
    if (distanceM == null || distanceM <= 0) {
      return Measured.missing("no distance");
    }
    if (longestBeforeM == null || longestBeforeM <= 0) {
      return Measured.missing("no run in the %d days before".formatted(WINDOW_DAYS));
    }
    return Measured.of(distanceM / longestBeforeM, "longest-of-%d-days".formatted(WINDOW_DAYS));
  }
}
