package dev.longrun.metrics.trend;

/** A model of the runs, or the finding that there can be none. */
sealed interface ModelOutcome permits RunModel, ModelRefusal {}
