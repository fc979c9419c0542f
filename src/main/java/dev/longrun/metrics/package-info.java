/**
 * Running science: pure functions on plain values, one concept a class, with formula and source. No input or output, no clock, no
 * knowledge of the rest of the program. A missing input gives a missing result, never 0.
 *
 * <p>To add a metric: a class here with its formula, unit, range and source, a test with a published or hand-computed value, a
 * column in {@code schema/}, and one line where {@code log.LoadDerivation} fills it.
 */
package dev.longrun.metrics;
