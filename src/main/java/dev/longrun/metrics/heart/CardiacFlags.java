package dev.longrun.metrics.heart;

import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.pace.GradeAdjustment;
import java.util.ArrayList;
import java.util.List;

/**
 * What is odd about the heart rate of a run. A flag drops nothing: it is said beside the numbers that rest on the heart rate.
 *
 * <ul>
 *   <li>Cadence lock: an optical sensor that counts steps for beats. Heart rate and cadence within 4 of each other for more than 3
 *       minutes in a row at a pace at which a heart does not beat as fast as that: slower than 1.15 times the threshold pace, where easy
 *       running begins in Daniels' tables; at any pace when the threshold pace is not known
 *   <li>A kilometre above the maximum heart rate: the maximum is set too low
 * </ul>
 */
public final class CardiacFlags {
  private static final double LOCKED_WITHIN = 4;
  private static final double LOCKED_LONGER_THAN_S = 180;
  private static final double EASY_OVER_THRESHOLD_PACE = 1.15;

  private CardiacFlags() {}

  /**
   * @param kilometres of the run in order
   * @param maxHrBpm null when not known
   * @param thresholdPaceSPerKm null when not known
   * @return sentences without a full stop; empty when nothing is odd
   */
  public static List<String> of(List<Stretch> kilometres, Double maxHrBpm, Double thresholdPaceSPerKm) {
    List<String> flags = new ArrayList<>();
    double lockedS = longestLockS(kilometres, thresholdPaceSPerKm);
    if (lockedS > LOCKED_LONGER_THAN_S) {
      flags.add("heart rate equals cadence for %.0f minutes: the sensor may have counted steps".formatted(lockedS / 60));
    }
    double highest = kilometres.stream().filter(part -> part.hrBpm() != null).mapToDouble(Stretch::hrBpm).max().orElse(0);
    if (maxHrBpm != null && highest > maxHrBpm) {
      flags.add("a kilometre at %.0f bpm is above the maximum heart rate of %.0f: it is set too low".formatted(highest, maxHrBpm));
    }
    return flags;
  }

  private static double longestLockS(List<Stretch> kilometres, Double thresholdPaceSPerKm) {
    double longest = 0;
    double current = 0;
    for (Stretch part : kilometres) {
      current = isLocked(part) && !isFast(part, thresholdPaceSPerKm) ? current + part.movingS() : 0;
      longest = Math.max(longest, current);
    }
    return longest;
  }

  private static boolean isLocked(Stretch part) {
    return part.hrBpm() != null && part.cadenceSpm() != null && Math.abs(part.hrBpm() - part.cadenceSpm()) < LOCKED_WITHIN;
  }

  private static boolean isFast(Stretch part, Double thresholdPaceSPerKm) {
    Double gap = GradeAdjustment.gapSPerKm(part);
    return gap != null && thresholdPaceSPerKm != null && gap <= EASY_OVER_THRESHOLD_PACE * thresholdPaceSPerKm;
  }
}
