package dev.longrun.metrics.recovery;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/**
 * The resting heart rate of the last seven mornings against that of the eighth to the sixtieth before, medians both. It is raised when it
 * was above by more than 4 bpm, and more than one standard deviation of single mornings, on three days in a row; one high morning is
 * nothing. A weak sign of training fatigue, a moderate one of illness, alcohol or heat (Altini and Plews 2021, Sensors 21:7932). One device
 * throughout, else the difference is that of the devices.
 *
 * @param sevenDayBpm null when too few mornings are known
 * @param usualBpm null when too few mornings are known
 * @param reason why the state is what it is
 */
public record RestingHeartRate(Double sevenDayBpm, Double usualBpm, State state, String reason) {
  /** Of the last seven mornings. */
  public static final int LEAST_RECENT = 4;

  /** Of the 53 mornings before; as for heart rate variability. */
  public static final int LEAST_USUAL = 14;

  private static final double LEAST_RISE_BPM = 4;
  private static final int DAYS_IN_A_ROW = 3;
  private static final int RECENT_DAYS = 7;
  private static final int USUAL_DAYS = 60;

  /** What the comparison says. */
  public enum State {
    USUAL,
    RAISED,
    UNKNOWN
  }

  /**
   * @param bpmByDay measured at the same moment each morning; values of later days are not looked at
   * @param day the morning asked about
   */
  public static RestingHeartRate of(SortedMap<LocalDate, Double> bpmByDay, LocalDate day) {
    double[] recent = Mornings.values(bpmByDay, day, RECENT_DAYS - 1, 0);
    double[] usual = Mornings.values(bpmByDay, day, USUAL_DAYS - 1, RECENT_DAYS);
    Double recentBpm = recent.length < LEAST_RECENT ? null : (Double) median(recent);
    Double usualBpm = usual.length < LEAST_USUAL ? null : (Double) median(usual);
    if (recentBpm == null) {
      String reason = "%d of the last 7 mornings are known, %d are needed".formatted(recent.length, LEAST_RECENT);
      return new RestingHeartRate(null, usualBpm, State.UNKNOWN, reason);
    }
    if (usualBpm == null) {
      String reason = "%d of the 53 mornings before are known, %d are needed".formatted(usual.length, LEAST_USUAL);
      return new RestingHeartRate(recentBpm, null, State.UNKNOWN, reason);
    }
    return IntStream.range(0, DAYS_IN_A_ROW).allMatch(before -> isAbove(bpmByDay, day.minusDays(before)))
        ? new RestingHeartRate(recentBpm, usualBpm, State.RAISED, "on three days in a row above usual by more than it varies")
        : new RestingHeartRate(recentBpm, usualBpm, State.USUAL, "not on three days in a row above usual by more than it varies");
  }

  private static boolean isAbove(SortedMap<LocalDate, Double> bpmByDay, LocalDate day) {
    double[] recent = Mornings.values(bpmByDay, day, RECENT_DAYS - 1, 0);
    double[] usual = Mornings.values(bpmByDay, day, USUAL_DAYS - 1, RECENT_DAYS);
    return recent.length >= LEAST_RECENT
        && usual.length >= LEAST_USUAL
        && median(recent) - median(usual) > Math.max(LEAST_RISE_BPM, Math.sqrt(StatUtils.variance(usual)));
  }

  private static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}
