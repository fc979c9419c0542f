package dev.longrun.metrics.trend;

/** Why there is no model. */
record ModelRefusal(Finding finding) implements ModelOutcome {}
