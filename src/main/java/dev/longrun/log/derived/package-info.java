/**
 * The numbers that are made from the log and can be made again at any time: reads runs, asks {@code metrics}, writes the derived
 * tables. {@link dev.longrun.log.derived.MetricDerivation} is the way in; {@link dev.longrun.log.derived.Formulas} lists every number
 * with its unit, source and version.
 */
package dev.longrun.log.derived;
