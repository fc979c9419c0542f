/**
 * What a file dropped into the inbox is, and how it is taken so that a crash neither loses nor doubles it. A new kind of file
 * needs a value in {@link dev.longrun.inbox.FileKind} and a branch in {@code routes/watch-inbox.camel.yaml}. It may
 * know {@code log} and the settings.
 */
package dev.longrun.inbox;
