/**
 * The training log: the shapes everyone knows ({@link dev.longrun.log.Activity} above all), the one way into the database, and
 * {@link dev.longrun.log.TrainingLog}, which writes it, one transaction a method. The tables are in {@code schema/}. What it is made of
 * lies in rooms of its own: {@code record} (what the sources said, kept), {@code run} (which records are one run, and the run they
 * make), {@code said} (what the runner said), {@code derived} (what is computed from it). It knows {@code metrics} and nobody else:
 * what it needs of the settings is handed in as its own types.
 */
package dev.longrun.log;
