/**
 * What months and years of running say: the five questions of the mission, asked of the log and answered by {@code metrics.trend} and
 * {@code metrics.race}, each number with its interval, sample and conditions, or with what is missing. It may know {@code log},
 * {@code metrics}, {@code report} and the settings.
 *
 * <p>To add an answer: an estimator in {@code metrics}, its rows in {@link dev.longrun.analysis.RunHistory}, a section in the page of
 * its question.
 */
package dev.longrun.analysis;
