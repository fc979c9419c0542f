package dev.longrun.metrics.pace;

import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the hard laps between easy ones. Laps fall into hard and easy where a clear step of grade-adjusted pace lies between the two
 * groups; a group of hard laps in a row is one repeat. Longrun's own rule:
 *
 * <ul>
 *   <li>the slowest hard lap is at least 15 % faster than the fastest easy one: hills and wind vary the laps of a steady run less
 *   <li>the hard laps are hard: none slower than marathon pace (1.06 times threshold pace, the ratio of the two in Daniels' tables); when
 *       the threshold pace is not known, the heart reaches the first threshold in one of them; when that is not known either, the step
 *       alone decides
 *   <li>a hard lap lasts 30 s or more and all of them together 4 minutes or more: strides at the end of an easy run are no session
 * </ul>
 */
final class Repeats {
  private static final double STEP = 1.15;
  private static final double SHORTEST_S = 30;
  private static final double LEAST_HARD_S = 240;

  private final RunShape shape;
  private final List<Stretch> laps;

  private Repeats(RunShape shape, List<Stretch> laps) {
    this.shape = shape;
    this.laps = laps;
  }

  /** @return the number of repeats, 0 when the laps do not fall into hard and easy ones */
  static int count(RunShape shape) {
    List<Stretch> laps = shape.laps().isEmpty() ? shape.kilometres() : shape.laps();
    // Of a lap without distance nothing is known; one of 0 m is a rest.
    return new Repeats(shape, laps.stream().filter(lap -> lap.movingS() > 0 && lap.distanceM() != null).toList()).count();
  }

  private int count() {
    List<Double> paces = laps.stream().map(Repeats::pace).sorted(Comparator.naturalOrder()).toList();
    int most = 0;
    for (int i = 1; i < paces.size(); i++) {
      if (paces.get(i) >= STEP * paces.get(i - 1)) {
        most = Math.max(most, count(paces.get(i - 1)));
      }
    }
    return most;
  }

  private int count(double slowestHardPace) {
    List<Stretch> hard = new ArrayList<>();
    int repeats = 0;
    boolean within = false;
    for (Stretch lap : laps) {
      if (pace(lap) > slowestHardPace) {
        within = false;
      } else if (lap.movingS() >= SHORTEST_S) {
        hard.add(lap);
        repeats += within ? 0 : 1;
        within = true;
      }
    }
    return Parts.movingS(hard) >= LEAST_HARD_S && isHard(hard, slowestHardPace) ? repeats : 0;
  }

  private boolean isHard(List<Stretch> hard, double slowestHardPace) {
    if (shape.thresholdPaceSPerKm() != null) {
      return slowestHardPace <= RunTypes.MARATHON_OVER_THRESHOLD_PACE * shape.thresholdPaceSPerKm();
    }
    List<Stretch> measured = Parts.withHeartRate(hard);
    return shape.lt1Bpm() == null || measured.isEmpty() || measured.stream().anyMatch(lap -> lap.hrBpm() >= shape.lt1Bpm());
  }

  /** A rest has no pace but the slowest. */
  private static double pace(Stretch lap) {
    Double gap = GradeAdjustment.gapSPerKm(lap);
    return gap == null ? Double.POSITIVE_INFINITY : gap;
  }
}
