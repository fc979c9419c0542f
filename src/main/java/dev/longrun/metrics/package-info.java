/**
 * Running science: pure functions on plain values, one concept a class, with formula, unit, range and source in the Javadoc. No
 * input or output, no clock, no knowledge of the rest of the program. A missing input gives a missing result with a reason, never 0.
 *
 * <ul>
 *   <li>{@code load}: what a run asked of the runner, and how that adds up over days
 *   <li>{@code pace}: what a pace is worth on a hill and in the heat, efficiency, decoupling, best efforts, kinds of run
 *   <li>{@code heart}: thresholds of heart rate and time in zones
 *   <li>{@code recovery}: resting heart rate, heart rate variability, sleep, and the votes they cast
 *   <li>{@code race}: equivalents, forecasts and readiness for a race
 *   <li>{@code trend}: what months and years of running say, with their uncertainty
 * </ul>
 */
package dev.longrun.metrics;
