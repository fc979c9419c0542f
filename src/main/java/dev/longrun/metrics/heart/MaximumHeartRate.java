package dev.longrun.metrics.heart;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Stretch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The maximum heart rate as the hard runs of up to 100 minutes show it (races, efforts of 8 or more, repeats): the second highest maximum of those of 24 months,
 * so that one sensor fault cannot raise it. An easy run shows how easy it was. Longrun's own rule; a value from the runner or a laboratory goes before it, and a formula from age (Tanaka 2001: 10 bpm
 * of spread) is never used.
 */
public final class MaximumHeartRate {
  /** How far back runs count. */
  public static final int WINDOW_MONTHS = 24;

  /** Longer races are ended by legs and fuel long before the heart is at its limit. Longrun's own border. */
  public static final double LONGEST_S = 100 * 60;

  private static final double LOWEST_BPM = 30;
  private static final double HIGHEST_BPM = 230;

  /** A heart that was this much faster for a moment than in any kilometre was probably a fault of the sensor. */
  private static final double HIGHEST_JUMP_BPM = 15;

  private MaximumHeartRate() {}

  /**
   * The maximum of a hard run when it can be believed.
   *
   * @param runMaxBpm as recorded, or null
   * @param kilometres of the run; without heart rate in them the jump cannot be judged and the maximum is believed
   * @return null when it is not known, outside 30 to 230, or more than 15 bpm above the mean of every kilometre
   */
  public static Double plausible(Double runMaxBpm, List<Stretch> kilometres) {
    if (runMaxBpm == null || !(runMaxBpm >= LOWEST_BPM && runMaxBpm <= HIGHEST_BPM)) {
      return null;
    }
    double highestMean =
        kilometres.stream().filter(part -> part.hrBpm() != null).mapToDouble(Stretch::hrBpm).max().orElse(runMaxBpm);
    return runMaxBpm - highestMean > HIGHEST_JUMP_BPM ? null : runMaxBpm;
  }

  /**
   * @param candidates of {@link #plausible}, one a run; null ones do not count
   * @return bpm, the second highest
   */
  public static Measured of(Collection<Double> candidates) {
    return candidates.stream()
        .filter(Objects::nonNull)
        .sorted(Comparator.reverseOrder())
        .skip(1)
        .findFirst()
        .map(second -> Measured.of(second, "second-highest"))
        .orElseGet(() -> Measured.missing("fewer than two hard efforts (race, effort of 8 or more, repeats; up to 100 minutes) in 24 months with a believable maximum: set RUNNER_MAX_HR"));
  }
}
