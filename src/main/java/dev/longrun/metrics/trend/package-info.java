/**
 * What months and years of running say, with their uncertainty.
 *
 * <p>Below lie the statistics ({@link dev.longrun.metrics.trend.LeastSquares}, {@link dev.longrun.metrics.trend.TheilSen}, {@link
 * dev.longrun.metrics.trend.MannKendall}, {@link dev.longrun.metrics.trend.BenjaminiHochberg}, {@link
 * dev.longrun.metrics.trend.DetectableEffect}). Above them stands one class for each question, on {@link
 * dev.longrun.metrics.trend.RunObservation}s. Every answer is a {@link dev.longrun.metrics.trend.Finding}: an estimate with its 95 %
 * interval, number of runs, period, covariates, what was left out and the smallest difference it could have seen; or too few; or two
 * things that cannot be told apart in these runs. Whether the estimators find what was planted is measured in {@code docs/recovery.md}.
 *
 * <p>A new question is a class with a pure {@code of(...)} that returns findings; what it needs of a run is a component of {@code
 * RunObservation}.
 */
package dev.longrun.metrics.trend;
