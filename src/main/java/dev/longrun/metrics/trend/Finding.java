package dev.longrun.metrics.trend;

/** The answer to a question over months and years: an estimate with its uncertainty, or why there is none. */
public sealed interface Finding permits Estimate, TooFew, CannotSeparate, Alike, DoesNotFit {
  /** What was asked for, such as {@code speed at 142 bpm}. */
  String what();

  Basis basis();

  /** The finding in plain English: numbers and their conditions, no causes, no verdict by chance alone. */
  String sentence();
}
