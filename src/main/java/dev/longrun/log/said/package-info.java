/**
 * What the runner said: entries of log notes, taken file by file, kept beside the source records they speak of, and stronger than any
 * source. It does not derive runs; whoever takes the notes hands in a {@link dev.longrun.log.said.Rederivation}.
 */
package dev.longrun.log.said;
