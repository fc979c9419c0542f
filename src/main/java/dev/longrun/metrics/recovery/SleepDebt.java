package dev.longrun.metrics.recovery;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.stream.DoubleStream;

/**
 * Sleep missed over the last 14 nights: {@code Σ max(0, need − slept)}. A long night does not repay a short one hour by hour. A night
 * without a value is left out and counted as unknown. That restricted sleep impairs mood and endurance is well shown (Van Dongen 2003;
 * Walsh 2021), but a watch errs by 30 to 60 minutes a night.
 *
 * @param debtS seconds, 0 or more; null when no night is known
 * @param knownNights of the 14
 * @param lastNightS null when not known
 * @param threeNightMeanS null when one of the last three is not known
 * @param needS what the nights were compared with
 */
public record SleepDebt(Double debtS, int knownNights, Double lastNightS, Double threeNightMeanS, double needS) {
  /** Eight hours. */
  public static final double USUAL_NEED_S = 8 * 3600;

  public static final int NIGHTS = 14;

  private static final double SHORT_LAST_NIGHT_S = 2 * 3600;
  private static final double SHORT_THREE_NIGHTS_S = 3600;
  private static final int RECENT_NIGHTS = 3;

  /**
   * @param sleepSByDay by the day of waking; values of later days are not looked at
   * @param day the morning asked about
   * @param needS of this runner, usually 7 to 9 hours, above 0
   */
  public static SleepDebt of(SortedMap<LocalDate, Double> sleepSByDay, LocalDate day, double needS) {
    if (!(needS > 0)) {
      throw new IllegalArgumentException("The need for sleep must be above 0, not " + needS);
    }
    double[] nights = Mornings.values(sleepSByDay, day, NIGHTS - 1, 0);
    double[] three = Mornings.values(sleepSByDay, day, RECENT_NIGHTS - 1, 0);
    double[] last = Mornings.values(sleepSByDay, day, 0, 0);
    return new SleepDebt(
        nights.length == 0 ? null : (Double) DoubleStream.of(nights).map(slept -> Math.max(0, needS - slept)).sum(),
        nights.length,
        last.length == 0 ? null : (Double) last[0],
        three.length < RECENT_NIGHTS ? null : (Double) DoubleStream.of(three).average().orElseThrow(),
        needS);
  }

  /** Whether the last night was more than two hours short, or the last three more than one on average. */
  public boolean isShortOfLate() {
    return (lastNightS != null && lastNightS < needS - SHORT_LAST_NIGHT_S)
        || (threeNightMeanS != null && threeNightMeanS < needS - SHORT_THREE_NIGHTS_S);
  }

  /** Whether enough of the last nights is known to say that sleep was not short. */
  public boolean isKnownOfLate() {
    return lastNightS != null || threeNightMeanS != null;
  }
}
