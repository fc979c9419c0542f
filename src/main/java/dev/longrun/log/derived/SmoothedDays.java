package dev.longrun.log.derived;

import dev.longrun.metrics.load.SmoothedLoad;

/** A smoothed load, and how much of its weight lies on days whose load is not known. */
final class SmoothedDays {
  /** One run without a load among daily ones hides fitness and fatigue for about two weeks. */
  private static final double MOST_UNKNOWN = 0.02;

  private final SmoothedLoad smoothing;
  private double value;
  private double unknown;
  private double weight;

  SmoothedDays(SmoothedLoad smoothing) {
    this.smoothing = smoothing;
  }

  /** @param load null when it is not known: such a day is neither rest nor training, so the value stays */
  void add(Double load) {
    value = smoothing.next(value, load == null ? value : load);
    unknown = smoothing.next(unknown, load == null ? 1 : 0);
    weight = smoothing.next(weight, 1);
  }

  /** @return 0 before the first day; null while too much of the weight lies on unknown days */
  Double value() {
    return unknown > MOST_UNKNOWN * weight ? null : (Double) value;
  }
}
