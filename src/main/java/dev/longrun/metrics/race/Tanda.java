package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;
import java.util.Optional;

/**
 * The marathon time that belongs to eight weeks of training: {@code pace = 17.1 + 140·e^(−0.0053·K) + 0.55·P} in s/km, times
 * 42.195, with K the mean kilometres a week and P the mean pace (all time by all distance) in s/km.
 *
 * <p>Tanda 2011 (J Hum Sport Exerc 6:511; 22 runners, 46 marathons, standard error 4 min); on other runners' logs the error was
 * 5.4 min between 2:47 and 3:36 and 9.5 min below (Tanda 2020). It holds for even road races within that range; runners at large
 * are slower than it says. It is blind to races; hills, trails and heat spoil P.
 */
public final class Tanda {
  public static final String METHOD = "tanda-2011";
  public static final double FASTEST_S = 2 * 3600 + 47 * 60;
  public static final double SLOWEST_S = 3 * 3600 + 36 * 60;

  /** Tanda 2020: root mean square error on other runners' logs, within the range. */
  public static final double ERROR_S = 5.4 * 60;

  /** Of the eight weeks: with fewer, the means describe another kind of training than the model's. */
  public static final int LEAST_WEEKS = 6;

  private static final int WEEKS = 8;
  private static final double MARATHON_KM = StandardDistance.MARATHON.distanceM() / 1000;

  private Tanda() {}

  /**
   * @param kmPerWeek mean over the 8 weeks before the race week, or null
   * @param paceSPerKm mean pace of all running in them, or null
   * @param weeksWithThreeRuns how many of the 8 weeks had at least three runs, or null
   * @return seconds, also outside the range of the model (see {@link #outsideRange}); missing without a log dense enough
   */
  public static Measured timeS(Double kmPerWeek, Double paceSPerKm, Integer weeksWithThreeRuns) {
    if (kmPerWeek == null || paceSPerKm == null || weeksWithThreeRuns == null) {
      return Measured.missing("no training log of the last 8 weeks");
    }
    if (weeksWithThreeRuns < LEAST_WEEKS) {
      return Measured.missing(
          "three runs in only " + weeksWithThreeRuns + " of the last " + WEEKS + " weeks, " + LEAST_WEEKS + " are needed");
    }
    if (!(kmPerWeek > 0)) {
      return Measured.missing("no kilometres in the last 8 weeks");
    }
    if (!PlausiblePace.covers(paceSPerKm)) {
      return Measured.missing("not a pace between 2:00 and 15:00 a kilometre");
    }
    return Measured.of((17.1 + 140.0 * Math.exp(-0.0053 * kmPerWeek) + 0.55 * paceSPerKm) * MARATHON_KM, METHOD);
  }

  /** What to say beside a time that the model was not made for; empty for one within 2:47 to 3:36. */
  public static Optional<String> outsideRange(double timeS) {
    return timeS >= FASTEST_S && timeS <= SLOWEST_S
        ? Optional.empty()
        : Optional.of("The training-log model holds from 2:47:00 to 3:36:00, its %s lies outside".formatted(Words.time(timeS)));
  }
}
