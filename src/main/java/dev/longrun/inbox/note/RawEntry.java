package dev.longrun.inbox.note;

import java.util.List;

/**
 * An entry as it is written.
 *
 * @param trouble why its fields cannot be told; null when they can
 */
record RawEntry(int line, List<RawField> fields, String trouble) {
  RawEntry {
    fields = List.copyOf(fields);
  }

  static RawEntry unreadable(int line, String trouble) {
    return new RawEntry(line, List.of(), trouble);
  }
}
