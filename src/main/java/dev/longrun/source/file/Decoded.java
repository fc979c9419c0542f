package dev.longrun.source.file;

import java.util.List;

/**
 * What a file holds.
 *
 * @param sessions all of it that can be read, whatever their sport
 * @param others the sports of those that say they are no runs, in the file's own words
 * @param flaw why not all of the file could be used: a sentence, or null
 */
record Decoded(List<Recording> sessions, List<String> others, String flaw) {
  Decoded {
    sessions = List.copyOf(sessions);
    others = List.copyOf(others);
  }

  /** Those that do not say that they are something else. */
  List<Recording> runs() {
    return sessions.stream().filter(session -> session.said().other() == null).toList();
  }
}
