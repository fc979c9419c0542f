package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * One number for a race over any distance, so that races can be compared and one distance says what another would take.
 *
 * <p>{@code index = oxygen(v) / share(t)}, in ml of oxygen a minute and kilogram, with v in m/min and t in minutes:
 *
 * <ul>
 *   <li>{@code oxygen(v) = −4.60 + 0.182258·v + 0.000104·v²}
 *   <li>{@code share(t) = 0.8 + 0.1894393·e^(−0.012778·t) + 0.2989558·e^(−0.1932605·t)}
 * </ul>
 *
 * <p>Daniels and Gilbert 1979 (Oxygen Power). Valid for all-out races of 3.5 minutes to 4 hours; never for training, never on a
 * treadmill; it corrects neither hills nor heat. It is not an oxygen uptake: nothing to compare with a laboratory or a watch.
 */
public final class PaceIndex {
  public static final String METHOD = "daniels-gilbert-1979";
  public static final double SHORTEST_S = 3.5 * 60;
  public static final double LONGEST_S = 4 * 3600;

  /** World records lie at about 85; more than this is a wrong distance or time. */
  public static final double HIGHEST = 90;

  /** The speeds, in m/min, between which an equivalent time is looked for. */
  private static final double FASTEST_M_PER_MIN = 600;

  private static final double SLOWEST_M_PER_MIN = 50;

  private static final double OXYGEN_CONSTANT = -4.60;
  private static final double OXYGEN_LINEAR = 0.182258;
  private static final double OXYGEN_SQUARE = 0.000104;

  /** Far below what a stopwatch shows: a race time is found to a billionth of a minute. */
  private static final double ACCURACY_MIN = 1e-9;

  private static final int MOST_STEPS = 200;

  private PaceIndex() {}

  /**
   * @param distanceM official metres of an all-out race
   * @param timeS seconds from the start to the finish, pauses included
   * @return missing outside the range of the formula, and for what nobody runs
   */
  public static Measured of(double distanceM, double timeS) {
    if (!PlausiblePace.covers(distanceM, timeS)) {
      return Measured.missing("not a pace between 2:00 and 15:00 a kilometre");
    }
    if (timeS < SHORTEST_S) {
      return Measured.missing("a race shorter than 3.5 minutes");
    }
    if (timeS > LONGEST_S) {
      return Measured.missing("a race longer than 4 hours");
    }
    double index = unchecked(distanceM, timeS);
    return index > HIGHEST ? Measured.missing("faster than anybody runs") : Measured.of(index, METHOD);
  }

  /**
   * The time over a distance that has this index. It falls as the index rises, and rises with the distance.
   *
   * @throws IllegalArgumentException when the time would mean a speed outside 50 to 600 m/min
   */
  public static double timeS(double index, double distanceM) {
    double shortestMin = distanceM / FASTEST_M_PER_MIN;
    double longestMin = distanceM / SLOWEST_M_PER_MIN;
    if (!(distanceM > 0)
        || !(index <= unchecked(distanceM, shortestMin * 60))
        || !(index >= unchecked(distanceM, longestMin * 60))) {
      throw new IllegalArgumentException("A pace index of %s has no time over %s m".formatted(index, distanceM));
    }
    return 60
        * new BrentSolver(ACCURACY_MIN)
            .solve(MOST_STEPS, minutes -> unchecked(distanceM, minutes * 60) - index, shortestMin, longestMin);
  }

  /**
   * The speed that takes this much oxygen: the larger root of {@code oxygen(v)}.
   *
   * @param oxygen ml a minute and kilogram, 0 or more; a share of an index gives the speed of a training pace
   * @return m/min
   */
  public static double velocityMPerMin(double oxygen) {
    if (!(oxygen >= 0)) {
      throw new IllegalArgumentException("No speed takes %s ml of oxygen".formatted(oxygen));
    }
    double discriminant = OXYGEN_LINEAR * OXYGEN_LINEAR + 4 * OXYGEN_SQUARE * (oxygen - OXYGEN_CONSTANT);
    return (-OXYGEN_LINEAR + Math.sqrt(discriminant)) / (2 * OXYGEN_SQUARE);
  }

  /** The bare formula, for goals and equivalents, which need no race. */
  static double unchecked(double distanceM, double timeS) {
    double minutes = timeS / 60;
    double velocity = distanceM / minutes;
    double oxygen = OXYGEN_CONSTANT + OXYGEN_LINEAR * velocity + OXYGEN_SQUARE * velocity * velocity;
    double share = 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);
    return oxygen / share;
  }
}
