/**
 * Turns facts, memory and a question into an answer or a summary. A new fact is one more row of a file in
 * {@code src/main/resources/facts/} (it must read the log through {@code counted_run} or {@code counted_split}), or one more file
 * named in {@link dev.longrun.coach.Facts}. The coach may know {@code log}, {@code metrics}, {@code report} and the settings, never a
 * source.
 */
package dev.longrun.coach;
