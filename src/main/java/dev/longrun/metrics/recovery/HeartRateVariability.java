package dev.longrun.metrics.recovery;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.StatUtils;

/**
 * Heart rate variability of the last seven mornings against the 60 before them: the mean of ln rMSSD in a band of ±0.75 standard
 * deviations (n − 1) around the usual mean. The method of Plews and Buchheit; a half-width of 0.75 makes chance alone leave the band
 * downwards on 2.4 % of days, against 9.3 % for the usual 0.5. One morning is never judged. Above the band is unusual too, not good:
 * with poor performance it may be overreaching. One device and one kind of measurement throughout, rMSSD and not SDNN.
 *
 * @param sevenDayMs geometric mean of the last seven mornings; null with fewer than four of them
 * @param lowMs lower end of the band; null with fewer than 14 mornings before
 * @param highMs upper end of the band
 * @param deviations standard deviations from the usual mean; null when there is no verdict to come, or when every morning was alike
 * @param variationPct coefficient of variation of ln rMSSD within the seven mornings
 * @param reason why the state is what it is
 */
public record HeartRateVariability(
    Double sevenDayMs, Double lowMs, Double highMs, Double deviations, Double variationPct, State state, String reason) {
  /** Of the last seven mornings. */
  public static final int LEAST_RECENT = 4;

  /** Mornings before from which a verdict is given. */
  public static final int LEAST_USUAL = 30;

  /** Mornings before from which the band is shown, still without a verdict. */
  public static final int LEAST_LEARNING = 14;

  private static final double HALF_WIDTH = 0.75;
  private static final int RECENT_DAYS = 7;
  private static final int USUAL_DAYS = 60;

  /** Mornings that are all alike differ in the last digits of their mean. */
  private static final double ROUNDING = 1e-9;

  /** What the comparison says. */
  public enum State {
    BELOW,
    WITHIN,
    ABOVE,
    LEARNING,
    UNKNOWN
  }

  /**
   * @param rmssdMsByDay measured at the same moment each morning or over each night; values of later days are not looked at
   * @param day the morning asked about
   */
  public static HeartRateVariability of(SortedMap<LocalDate, Double> rmssdMsByDay, LocalDate day) {
    double[] recent = logarithms(Mornings.values(rmssdMsByDay, day, RECENT_DAYS - 1, 0));
    double[] usual = logarithms(Mornings.values(rmssdMsByDay, day, RECENT_DAYS + USUAL_DAYS - 1, RECENT_DAYS));
    if (recent.length < LEAST_RECENT) {
      return unknown(null, null, "%d of the last 7 mornings are known, %d are needed".formatted(recent.length, LEAST_RECENT));
    }
    double mean = StatUtils.mean(recent);
    // Below 1 ms the logarithm is negative and a share of it means nothing.
    Double variationPct = mean > 0 ? (Double) (Math.sqrt(StatUtils.variance(recent)) / mean * 100) : null;
    if (usual.length < LEAST_LEARNING) {
      String reason = "%d of the 60 mornings before are known, %d are needed".formatted(usual.length, LEAST_USUAL);
      return unknown(Math.exp(mean), variationPct, reason);
    }
    double usualMean = StatUtils.mean(usual);
    double deviation = Math.sqrt(StatUtils.variance(usual));
    double halfWidth = HALF_WIDTH * deviation;
    boolean verdict = usual.length >= LEAST_USUAL;
    State state = verdict ? state(mean - usualMean, halfWidth + ROUNDING) : State.LEARNING;
    return new HeartRateVariability(
        Math.exp(mean),
        Math.exp(usualMean - halfWidth),
        Math.exp(usualMean + halfWidth),
        verdict && deviation > ROUNDING ? (Double) ((mean - usualMean) / deviation) : null,
        variationPct,
        state,
        verdict
            ? "seven mornings against %d before".formatted(usual.length)
            : "%d of the 60 mornings before are known, %d are needed".formatted(usual.length, LEAST_USUAL));
  }

  private static State state(double difference, double halfWidth) {
    if (difference < -halfWidth) {
      return State.BELOW;
    }
    return difference > halfWidth ? State.ABOVE : State.WITHIN;
  }

  private static HeartRateVariability unknown(Double sevenDayMs, Double variationPct, String reason) {
    return new HeartRateVariability(sevenDayMs, null, null, null, variationPct, State.UNKNOWN, reason);
  }

  private static double[] logarithms(double[] values) {
    return DoubleStream.of(values).map(Math::log).toArray();
  }
}
