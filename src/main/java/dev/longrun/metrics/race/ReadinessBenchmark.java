package dev.longrun.metrics.race;

/** The half of a component that is known before anything is found: see {@link ReadinessComponent} for its parts. */
record ReadinessBenchmark(ReadinessAspect aspect, Double value, String text, String unit, Evidence evidence, String source) {

  ReadinessComponent found(ReadinessState state, double found, String foundText) {
    return new ReadinessComponent(aspect, state, found, foundText, value, text, unit, evidence, source);
  }

  ReadinessComponent unknown(String reason) {
    return new ReadinessComponent(
        aspect, ReadinessState.UNKNOWN, null, reason, value, text, unit, evidence, source);
  }
}
