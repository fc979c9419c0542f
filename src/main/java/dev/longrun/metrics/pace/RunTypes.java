package dev.longrun.metrics.pace;

import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.List;

/**
 * Tells the kind of a run by Longrun's own rules, the first that applies:
 *
 * <ol>
 *   <li>race: somebody called it one
 *   <li>long: 90 minutes of moving time or more
 *   <li>interval: at least three hard laps between easy ones ({@link Repeats}); without laps its kilometres are looked at
 *   <li>tempo: hard kilometres for 20 minutes in a row (the shortest tempo run of Daniels), or for 20 minutes that are half of the run. A
 *       kilometre is hard with a heart rate at or above the first threshold, or at a grade-adjusted pace no slower than marathon pace
 *   <li>easy: neither, when heart rate or pace could tell for 90 % of the time; or an effort of at most 4 of 10 when they cannot
 * </ol>
 *
 * Names of activities say what was planned, in any language, and are not used.
 */
public final class RunTypes {
  /** Marathon pace over threshold pace for a marathon of about three hours: Daniels' tables have 4:16 and 4:02. */
  static final double MARATHON_OVER_THRESHOLD_PACE = 1.06;

  private static final double LONG_S = 90 * 60;
  private static final int LEAST_REPEATS = 3;
  private static final double LEAST_TEMPO_S = 20 * 60;
  private static final double LEAST_TOLD = 0.90;
  private static final double EASY_EFFORT = 4;

  private final RunShape shape;
  private final List<Stretch> parts;
  private final double movingS;

  private RunTypes(RunShape shape) {
    this.shape = shape;
    this.parts = shape.kilometres().isEmpty() ? shape.laps() : shape.kilometres();
    this.movingS = shape.movingS() == null ? Parts.movingS(parts) : shape.movingS();
  }

  public static TypedRun of(RunShape shape) {
    return new RunTypes(shape).typed();
  }

  /** Whether the run had repeats, of whatever kind it is: a long run may have them too. */
  public static boolean hasRepeats(RunShape shape) {
    return Repeats.count(shape) >= LEAST_REPEATS;
  }

  private TypedRun typed() {
    if (shape.race()) {
      return new TypedRun(RunType.RACE, "marked as a race");
    }
    if (movingS <= 0) {
      return new TypedRun(null, "its moving time is not known");
    }
    if (movingS >= LONG_S) {
      return new TypedRun(RunType.LONG, "90 minutes or more");
    }
    if (hasRepeats(shape)) {
      return new TypedRun(RunType.INTERVAL, "%d hard laps between easy ones".formatted(Repeats.count(shape)));
    }
    if (longestHardS() >= LEAST_TEMPO_S) {
      return new TypedRun(RunType.TEMPO, "%.0f minutes in a row ".formatted(longestHardS() / 60) + limits());
    }
    double hardS = parts.stream().filter(this::isHard).mapToDouble(Stretch::movingS).sum();
    if (hardS >= LEAST_TEMPO_S && hardS >= movingS / 2) {
      return new TypedRun(RunType.TEMPO, "%.0f of %.0f minutes ".formatted(hardS / 60, movingS / 60) + limits());
    }
    double toldS = parts.stream().filter(this::canTell).mapToDouble(Stretch::movingS).sum();
    if (toldS > 0 && toldS >= LEAST_TOLD * movingS) {
      return new TypedRun(RunType.EASY, "less than 20 minutes in a row " + limits());
    }
    if (shape.effort() != null && shape.effort() <= EASY_EFFORT) {
      return new TypedRun(RunType.EASY, "an effort of %.0f".formatted(shape.effort()));
    }
    return new TypedRun(null, "neither heart rate nor pace, with its threshold, tells easy from hard");
  }

  private double longestHardS() {
    double longest = 0;
    double current = 0;
    for (Stretch part : parts) {
      current = isHard(part) ? current + part.movingS() : 0;
      longest = Math.max(longest, current);
    }
    return longest;
  }

  private boolean isHard(Stretch part) {
    Double gap = GradeAdjustment.gapSPerKm(part);
    return (tellsByHeart(part) && part.hrBpm() >= shape.lt1Bpm())
        || (tellsByPace(part) && gap <= MARATHON_OVER_THRESHOLD_PACE * shape.thresholdPaceSPerKm());
  }

  private boolean canTell(Stretch part) {
    return tellsByHeart(part) || tellsByPace(part);
  }

  private boolean tellsByHeart(Stretch part) {
    return shape.lt1Bpm() != null && part.hrBpm() != null;
  }

  private boolean tellsByPace(Stretch part) {
    return shape.thresholdPaceSPerKm() != null && GradeAdjustment.gapSPerKm(part) != null;
  }

  private String limits() {
    String heart = shape.lt1Bpm() == null ? "" : "at %.0f bpm or more".formatted(shape.lt1Bpm());
    String pace = shape.thresholdPaceSPerKm() == null ? "" : "at marathon pace or faster";
    return heart + (heart.isEmpty() || pace.isEmpty() ? "" : " or ") + pace;
  }
}
