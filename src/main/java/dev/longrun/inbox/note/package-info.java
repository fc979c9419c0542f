/**
 * Reads log notes: from a small YAML file, as a runner types it in a hurry, to entries or precise complaints. Pure: the day is
 * handed in. {@link dev.longrun.inbox.note.NoteParser} is the way in; a new field needs a name in {@code Field} and a line in
 * {@code EntryReader}.
 */
package dev.longrun.inbox.note;
