/**
 * The training log: the one shape every source maps to ({@link dev.longrun.log.Activity}), and the runs, shoes and due days derived
 * from what all sources say. {@link dev.longrun.log.TrainingLog} writes it, one transaction a method; the tables are in
 * {@code schema/}. It knows {@code metrics} and nobody else: what it needs of the settings is handed in as its own types.
 */
package dev.longrun.log;
