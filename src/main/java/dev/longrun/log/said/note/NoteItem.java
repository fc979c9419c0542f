package dev.longrun.log.said.note;

import java.util.List;

/**
 * One entry of a file: what it says, or what is wrong with it.
 *
 * @param line of the file, counted from 1
 * @param entry null when something is wrong
 * @param complaints a sentence each
 */
public record NoteItem(int line, NoteEntry entry, List<String> complaints) {
  public NoteItem {
    complaints = List.copyOf(complaints);
    if ((entry == null) == complaints.isEmpty()) {
      throw new IllegalArgumentException("An entry is either good or complained about");
    }
  }

  public static NoteItem good(int line, NoteEntry entry) {
    return new NoteItem(line, entry, List.of());
  }

  public static NoteItem wrong(int line, List<String> complaints) {
    return new NoteItem(line, null, complaints);
  }
}
