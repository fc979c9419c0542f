package dev.longrun.metrics.trend;

/** What came of a regression: the fit, or two things that these rows cannot tell apart. */
public sealed interface Regression permits Fit, Collinear {}
