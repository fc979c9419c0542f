package dev.longrun.source;

import dev.longrun.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts a recording at each kilometre of its recorded distance, whether it comes from a site's stream or from a file. Times at a
 * kilometre are interpolated linearly between the samples around it. Heart rate, power and cadence are weighted by the time the
 * timer ran, so that a watch that records now and then says the same as one that records every second. Pure.
 */
public final class KilometreSplitter {
  /** What a barometer wanders by without any hill is less. */
  public static final double BAROMETER_STEP_M = 1.5;

  /** Satellites know heights a few times worse than places. */
  public static final double SATELLITE_STEP_M = 3;

  private static final double KILOMETRE_M = 1000;

  /** What is left after the last whole kilometre counts as a split from here on: less is rounding, not running. */
  private static final double SHORTEST_LAST_M = 1;

  /** No runner, and no catching up of a lost signal: such a sample is damaged. */
  private static final double FASTEST_MS = 50;

  /** Nobody climbs or falls faster: the barometer has set itself anew, which is no hill. */
  private static final double FASTEST_CLIMB_MS = 5;

  /** Farther than anybody runs in one go, so that damaged distances make no millions of kilometres. */
  private static final double LONGEST_M = 1_000_000;

  private final List<Split> splits = new ArrayList<>();
  private final double elevationStepM;
  private Part part = new Part();
  private Double elevationCounted;
  private Sample elevationBefore;

  private KilometreSplitter(double elevationStepM) {
    this.elevationStepM = elevationStepM;
  }

  /** The same for heights from a barometer. */
  public static List<Split> split(Iterable<Sample> samples) {
    return split(samples, BAROMETER_STEP_M);
  }

  /**
   * @param samples in order of time; those that go back in distance or time, or leap, are left out
   * @param elevationStepM a climb or descent counts once the elevation has moved this far from the last point that counted: a
   *     barometer wanders by some tenths of a metre a second, and without this hysteresis an hour on the flat would climb a
   *     hundred metres
   */
  public static List<Split> split(Iterable<Sample> samples, double elevationStepM) {
    KilometreSplitter splitter = new KilometreSplitter(elevationStepM);
    Sample previous = null;
    for (Sample sample : samples) {
      if (previous == null) {
        splitter.climb(sample);
        previous = start(sample);
        if (previous != sample) {
          splitter.step(previous, sample);
          previous = sample;
        }
      } else if (follows(previous, sample)) {
        splitter.step(previous, sample);
        previous = sample;
      }
    }
    splitter.finish();
    return splitter.splits;
  }

  /** Many devices write their first sample some metres into the run; the run itself starts at 0. */
  private static Sample start(Sample first) {
    Sample zero = new Sample(0, 0, 0, first.hrBpm(), first.powerW(), first.cadenceSpm(), first.elevationM());
    return first.distanceM() > 0 && follows(zero, first) ? zero : first;
  }

  private static boolean follows(Sample previous, Sample sample) {
    double wayM = sample.distanceM() - previous.distanceM();
    double elapsedS = sample.elapsedS() - previous.elapsedS();
    return wayM >= 0
        && elapsedS >= 0
        && sample.movingS() >= previous.movingS()
        && wayM <= FASTEST_MS * Math.max(1, elapsedS)
        && sample.distanceM() <= LONGEST_M;
  }

  private void step(Sample from, Sample to) {
    double wayM = to.distanceM() - from.distanceM();
    double doneOfStep = 0;
    while (wayM > 0 && part.distanceM + wayM * (1 - doneOfStep) >= KILOMETRE_M) {
      double share = (KILOMETRE_M - part.distanceM) / wayM;
      part.add(from, to, share);
      doneOfStep += share;
      close();
    }
    part.add(from, to, 1 - doneOfStep);
    climb(to);
  }

  private void climb(Sample sample) {
    Double elevationM = sample.elevationM();
    if (elevationM == null) {
      return;
    }
    if (elevationCounted == null) {
      elevationCounted = elevationM;
    } else {
      double leapM = elevationM - elevationBefore.elevationM();
      double seconds = Math.max(1, sample.elapsedS() - elevationBefore.elapsedS());
      if (Math.abs(leapM) > elevationStepM + FASTEST_CLIMB_MS * seconds) {
        elevationCounted += leapM;
      }
    }
    elevationBefore = sample;
    part.elevationKnown = true;
    double change = elevationM - elevationCounted;
    if (Math.abs(change) >= elevationStepM) {
      part.gainM += Math.max(0, change);
      part.lossM += Math.max(0, -change);
      elevationCounted = elevationM;
    }
  }

  private void close() {
    splits.add(part.split(splits.size() + 1));
    boolean elevationKnown = part.elevationKnown;
    part = new Part();
    part.elevationKnown = elevationKnown;
  }

  private void finish() {
    if (part.distanceM >= SHORTEST_LAST_M) {
      close();
    }
  }

  /** The kilometre under way. */
  private static final class Part {
    private double distanceM;
    private double movingS;
    private double elapsedS;
    private double gainM;
    private double lossM;
    private boolean elevationKnown;
    private final Mean hr = new Mean();
    private final Mean power = new Mean();
    private final Mean cadence = new Mean();

    void add(Sample from, Sample to, double share) {
      double seconds = (to.movingS() - from.movingS()) * share;
      distanceM += (to.distanceM() - from.distanceM()) * share;
      movingS += seconds;
      elapsedS += (to.elapsedS() - from.elapsedS()) * share;
      hr.add(from, to, Sample::hrBpm, seconds);
      power.add(from, to, Sample::powerW, seconds);
      cadence.add(from, to, Sample::cadenceSpm, seconds);
    }

    Split split(int km) {
      return new Split(
          km,
          rounded(distanceM),
          rounded(movingS),
          rounded(elapsedS),
          hr.value(),
          power.value(),
          cadence.value(),
          elevationKnown ? rounded(gainM) : null,
          elevationKnown ? rounded(lossM) : null);
    }
  }

  /** A mean over the seconds in which the value was known. */
  private static final class Mean {
    private double weighted;
    private double seconds;

    void add(Sample from, Sample to, Function<Sample, Double> field, double stepS) {
      Double first = field.apply(from);
      Double second = field.apply(to);
      if (first == null && second == null) {
        return;
      }
      double value = first == null ? second : second == null ? first : (first + second) / 2;
      weighted += value * stepS;
      seconds += stepS;
    }

    Double value() {
      return seconds > 0 ? rounded(weighted / seconds) : null;
    }
  }

  /** To a thousandth: far below what any sensor resolves, and the same number on every machine. */
  private static Double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
