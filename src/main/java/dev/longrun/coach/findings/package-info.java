/**
 * What can be said from the log: each {@link dev.longrun.coach.findings.Finding} is a sentence or two that code wrote from
 * {@link dev.longrun.coach.findings.Fact}s, so that every number in it is one of them. A {@link dev.longrun.coach.findings.FindingMaker}
 * makes those of one kind, {@link dev.longrun.coach.findings.Catalogue} asks them all, {@link dev.longrun.coach.findings.LogView} is the
 * log they are asked of, as it was known on one day; it reads through {@code counted_run} and {@code counted_split}.
 *
 * <p>A new kind is a class and a line in {@code Catalogue}; a new fact is a line in the class of its finding.
 */
package dev.longrun.coach.findings;
