package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When the timer stood still. Told in order of time, asked in order of time. */
final class Pauses {
  private static final double DAY_S = 86_400;

  private final List<double[]> pauses = new ArrayList<>();
  private double stoppedAt = Double.NaN;

  /** The timer stops. A second stop without a start in between changes nothing. */
  void stop(double second) {
    if (Double.isNaN(stoppedAt)) {
      stoppedAt = second;
    }
  }

  /** The timer runs (again). */
  void start(double second) {
    if (!Double.isNaN(stoppedAt) && second > stoppedAt && pauses.size() < Limits.PARTS) {
      pauses.add(new double[] {stoppedAt, second});
    }
    stoppedAt = Double.NaN;
  }

  void add(double from, double to) {
    stop(from);
    start(to);
  }

  /** Whether the timer stood still somewhere between two moments, and nowhere beyond them. */
  boolean holdsOneBetween(double from, double to) {
    return pauses.stream().anyMatch(pause -> pause[0] >= from && pause[1] <= to);
  }

  /** Those of a recording, in order of time, and only what of them lies in it. One from another day is a clock that was wrong. */
  Pauses within(double from, double to) {
    Pauses within = new Pauses();
    pauses.stream()
        .filter(pause -> pause[0] >= from - DAY_S && pause[1] <= to + DAY_S)
        .sorted(Comparator.comparingDouble(pause -> pause[0]))
        .forEach(
            pause -> {
              double begin = Math.max(Math.max(from, pause[0]), within.lastEndS());
              double end = Math.min(to, pause[1]);
              if (end > begin) {
                within.add(begin, end);
              }
            });
    within.stoppedAt = stoppedAt;
    return within;
  }

  /** These and others. */
  Pauses and(Pauses others) {
    Pauses all = new Pauses();
    all.pauses.addAll(pauses);
    all.pauses.addAll(others.pauses);
    all.stoppedAt = stoppedAt;
    return all;
  }

  private double lastEndS() {
    return pauses.isEmpty() ? Double.NEGATIVE_INFINITY : pauses.get(pauses.size() - 1)[1];
  }

  boolean isEmpty() {
    return pauses.isEmpty();
  }

  /** A look along the pauses from a start on. */
  final class Clock {
    private final double start;
    private int next;
    private double passedS;

    Clock(double start) {
      this.start = start;
      while (next < pauses.size() && pauses.get(next)[1] <= start) {
        next++;
      }
    }

    /** How long the timer has run since the start. The moments asked for never go back. */
    double movingS(double second) {
      while (next < pauses.size() && pauses.get(next)[1] <= second) {
        passedS += pauses.get(next)[1] - Math.max(start, pauses.get(next)[0]);
        next++;
      }
      double underWay = 0;
      if (next < pauses.size() && pauses.get(next)[0] < second) {
        underWay = second - Math.max(start, pauses.get(next)[0]);
      } else if (next == pauses.size() && !Double.isNaN(stoppedAt) && stoppedAt < second) {
        underWay = second - Math.max(start, stoppedAt);
      }
      return Math.max(0, second - start - passedS - underWay);
    }
  }
}
