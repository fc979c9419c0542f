package dev.longrun.metrics.heart;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.List;

/**
 * The lactate threshold heart rate (LTHR) as one hard run shows it.
 *
 * <ul>
 *   <li>A race or an effort of at least 8 of 10 that lasts 30 to 60 minutes: the highest mean over at least 20 minutes of kilometres in a
 *       row, the first kilometre left out while the heart catches up. After Friel's 30-minute time trial (mean of the last 20 minutes)
 *   <li>A half marathon raced in 60 to 100 minutes: its mean heart rate over 0.975 (runners hold 97 to 98 % of LTHR in it)
 * </ul>
 *
 * Other runs say nothing: where nobody went to the limit, the highest heart rate is below the threshold.
 */
public final class LactateThreshold {
  /** How many days a candidate is good for. */
  public static final int WINDOW_DAYS = 90;

  private static final double HARD_EFFORT = 8;
  private static final double SHORTEST_S = 30 * 60;
  private static final double LONGEST_S = 60 * 60;
  private static final double BLOCK_S = 20 * 60;
  private static final double HALF_MARATHON_M = 21_097.5;

  /** Watches measure a course 1 to 2 % long. */
  private static final double HALF_MARATHON_TOLERANCE = 0.03;

  private static final double LONGEST_HALF_MARATHON_S = 100 * 60;
  private static final double HALF_MARATHON_SHARE = 0.975;
  private static final double LEAST_COVERAGE = 0.90;

  private LactateThreshold() {}

  /**
   * @param race whether the run was a race
   * @param effort 1 to 10, or null
   * @param kilometres of the run in order
   * @return bpm, by the method {@code best-20-minutes} or {@code half-marathon}
   */
  public static Measured candidate(boolean race, Double effort, List<Stretch> kilometres) {
    if (!isHard(race, effort)) {
      return Measured.missing("neither a race nor an effort of 8 or more");
    }
    double movingS = Parts.movingS(kilometres);
    if (movingS >= SHORTEST_S && movingS <= LONGEST_S) {
      return bestBlock(kilometres.subList(1, kilometres.size()));
    }
    if (race && movingS > LONGEST_S && movingS <= LONGEST_HALF_MARATHON_S && isHalfMarathon(kilometres)) {
      return Parts.heartRateCoverage(kilometres) < LEAST_COVERAGE
          ? Measured.missing("heart rate for less than 90 % of the time")
          : Measured.of(Parts.meanHrBpm(kilometres) / HALF_MARATHON_SHARE, "half-marathon");
    }
    return Measured.missing("neither 30 to 60 minutes long nor a half marathon raced in at most 100");
  }

  /** Whether a run was so hard that its heart rate says something about the runner's limits. */
  public static boolean isHard(boolean race, Double effort) {
    return race || (effort != null && effort >= HARD_EFFORT);
  }

  private static Measured bestBlock(List<Stretch> kilometres) {
    double best = 0;
    for (int from = 0; from < kilometres.size(); from++) {
      double seconds = 0;
      double beats = 0;
      for (int to = from; to < kilometres.size() && kilometres.get(to).hrBpm() != null; to++) {
        seconds += kilometres.get(to).movingS();
        beats += kilometres.get(to).movingS() * kilometres.get(to).hrBpm();
        if (seconds >= BLOCK_S) {
          best = Math.max(best, beats / seconds);
        }
      }
    }
    return best > 0
        ? Measured.of(best, "best-20-minutes")
        : Measured.missing("no 20 minutes in a row with heart rate after the first kilometre");
  }

  private static boolean isHalfMarathon(List<Stretch> kilometres) {
    double distanceM = kilometres.stream().mapToDouble(part -> part.distanceM() == null ? 0 : part.distanceM()).sum();
    return Math.abs(distanceM / HALF_MARATHON_M - 1) <= HALF_MARATHON_TOLERANCE;
  }
}
