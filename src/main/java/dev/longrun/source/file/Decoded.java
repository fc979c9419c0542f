package dev.longrun.source.file;

import java.util.List;

/**
 * What a file holds.
 *
 * @param runs the running sessions of it
 * @param others the sports of its other sessions, in the file's own words
 * @param flaw why not all of the file could be used: a sentence, or null
 */
record Decoded(List<Recording> runs, List<String> others, String flaw) {
  Decoded {
    runs = List.copyOf(runs);
    others = List.copyOf(others);
  }
}
