package dev.longrun.log.said.note;

import java.time.Instant;
import java.util.List;

/**
 * A log note as it was taken.
 *
 * @param takenAs unique for ever: the same one again changes nothing
 */
public record NoteFile(String takenAs, String fileName, String sha256, Instant takenAt, List<NoteItem> items) {
  public NoteFile {
    items = List.copyOf(items);
  }
}
