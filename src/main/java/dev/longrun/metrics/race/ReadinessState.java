package dev.longrun.metrics.race;

/** How a component of readiness stands to its benchmark. */
public enum ReadinessState {
  MET,
  NEAR,
  GAP,
  /** Nothing is known: neither good nor bad. */
  UNKNOWN;

  /** For what should be small. */
  static ReadinessState atMost(double value, double met, double near) {
    return value <= met ? MET : value <= near ? NEAR : GAP;
  }

  /** For what should be large. */
  static ReadinessState atLeast(double value, double met, double near) {
    return value >= met ? MET : value >= near ? NEAR : GAP;
  }
}
