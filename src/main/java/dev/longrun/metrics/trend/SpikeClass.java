package dev.longrun.metrics.trend;

/**
 * How far a run went beyond the longest one of the 30 days before, in the classes of Frandsen 2025 (Br J Sports Med, 5205 runners):
 * the ratio of distances, and the ratio of injury rates to that of runs up to 1.10. An association in self-reported data of runners of
 * all levels, not a law; the risk of any single run stays small.
 */
public enum SpikeClass {
  /** No run in the 30 days before: a return to running, of which the study says nothing. */
  NO_REFERENCE(null, null),
  REFERENCE(1.0, null),
  SMALL(1.64, new Interval(1.31, 2.05)),
  MODERATE(1.52, new Interval(1.16, 2.00)),
  LARGE(2.28, new Interval(1.50, 3.48));

  private static final double SMALL_ABOVE = 1.10;
  private static final double MODERATE_ABOVE = 1.30;
  private static final double LARGE_ABOVE = 2.00;

  private final Double hazardRatio;
  private final Interval interval;

  SpikeClass(Double hazardRatio, Interval interval) {
    this.hazardRatio = hazardRatio;
    this.interval = interval;
  }

  /** @param ratio null when there was no run in the 30 days before */
  public static SpikeClass of(Double ratio) {
    if (ratio == null) {
      return NO_REFERENCE;
    }
    return ratio > LARGE_ABOVE ? LARGE : ratio > MODERATE_ABOVE ? MODERATE : ratio > SMALL_ABOVE ? SMALL : REFERENCE;
  }

  /** Against {@link #REFERENCE}; null where the study says nothing. */
  public Double hazardRatio() {
    return hazardRatio;
  }

  /** 95 %; null where there is none. */
  public Interval interval() {
    return interval;
  }
}
