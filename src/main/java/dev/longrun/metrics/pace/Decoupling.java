package dev.longrun.metrics.pace;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import java.util.List;
import java.util.Optional;

/**
 * How far pace and heart rate drift apart within a steady run: {@code (EF1 − EF2) / EF1 · 100} of the efficiency factor of its first and
 * second half. Friel; the same in GoldenCheetah and Runalyze. Positive is worse. It differs by 1.5 to 2 points from run to run and grows
 * with heat, so the median of several long runs says something and one run does not; "below 5 % is good" is a convention.
 *
 * <p>The halves are halves of the moving time of the steady part: without the warm-up (the first 10 minutes or 2 km, whichever is
 * longer) and without a last part of less than 400 m.
 */
public final class Decoupling {
  /** A steady part of this length gives the method {@code halves}. */
  public static final double FULL_STEADY_S = 3600;

  /** From here to {@link #FULL_STEADY_S} the method is {@code halves-indicative}; below there is no value. */
  public static final double LEAST_STEADY_S = 2400;

  private static final double WARM_UP_S = 600;
  private static final double WARM_UP_M = 2000;
  private static final double SHORTEST_LAST_PART_M = 400;
  private static final double LONGEST_PAUSE_S = 180;
  private static final double MOST_VARIATION = 0.06;
  private static final double MOST_OF_THRESHOLD = 0.95;

  private Decoupling() {}

  /**
   * @param kilometres of the run, from the start
   * @param surface what was run on, null when not known
   * @param intervals whether the run had repeats
   * @param lthrBpm lactate threshold heart rate, or the estimated second threshold where it is not known; null when neither is: then a
   *     steady run cannot be told from a hard one
   * @param longestPauseS seconds
   * @return percent, about −5 to 20
   */
  public static Measured of(List<Stretch> kilometres, Surface surface, boolean intervals, Double lthrBpm, double longestPauseS) {
    if (intervals) {
      return Measured.missing("a run with repeats");
    }
    if (longestPauseS > LONGEST_PAUSE_S) {
      return Measured.missing("a pause of more than 3 minutes");
    }
    List<Stretch> steady = steadyPart(kilometres);
    if (Parts.movingS(steady) < LEAST_STEADY_S) {
      return Measured.missing("less than 40 minutes after the warm-up");
    }
    Optional<String> reason = EfficiencyFactor.whyNot(steady, surface);
    if (reason.isPresent()) {
      return Measured.missing(reason.get());
    }
    if (variation(steady) > MOST_VARIATION) {
      return Measured.missing("the pace varied by more than 6 %");
    }
    if (lthrBpm == null) {
      return Measured.missing("no threshold heart rate to tell a steady run from a hard one");
    }
    if (Parts.meanHrBpm(steady) > MOST_OF_THRESHOLD * lthrBpm) {
      return Measured.missing("harder than 95 % of the threshold heart rate");
    }
    double steadyS = Parts.movingS(steady);
    double first = EfficiencyFactor.metresPerBeat(Parts.between(steady, 0, steadyS / 2));
    double second = EfficiencyFactor.metresPerBeat(Parts.between(steady, steadyS / 2, steadyS));
    return Measured.of((first - second) / first * 100, steadyS < FULL_STEADY_S ? "halves-indicative" : "halves");
  }

  private static List<Stretch> steadyPart(List<Stretch> kilometres) {
    int last = kilometres.size() - 1;
    boolean lastIsShort = last >= 0 && kilometres.get(last).distanceM() != null && kilometres.get(last).distanceM() < SHORTEST_LAST_PART_M;
    List<Stretch> whole = lastIsShort ? kilometres.subList(0, last) : kilometres;
    return Parts.between(whole, Math.max(WARM_UP_S, secondsTo(WARM_UP_M, whole)), Double.POSITIVE_INFINITY);
  }

  /** Moving time at a distance from the start; without end when the run is shorter. */
  private static double secondsTo(double distanceM, List<Stretch> parts) {
    double doneM = 0;
    double doneS = 0;
    for (Stretch part : parts) {
      double partM = part.distanceM() == null ? 0 : part.distanceM();
      if (partM > 0 && doneM + partM >= distanceM) {
        return doneS + part.movingS() * (distanceM - doneM) / partM;
      }
      doneM += partM;
      doneS += part.movingS();
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Standard deviation of the grade-adjusted speed over its mean, both weighted by time. */
  private static double variation(List<Stretch> parts) {
    double time = Parts.movingS(parts);
    double mean = GradeAdjustment.flatM(parts) / time;
    double squares = 0;
    for (Stretch part : parts) {
      double difference = part.distanceM() * GradeAdjustment.factor(part) / part.movingS() - mean;
      squares += part.movingS() * difference * difference;
    }
    return Math.sqrt(squares / time) / mean;
  }
}
