package dev.longrun.inbox.note;

import java.util.List;

/**
 * A field of an entry as it is written.
 *
 * @param values one text, or those of a list; empty when nothing is said
 * @param list whether it is written as a list
 * @param swallowed what stood behind a blank and a {@code #}, which YAML takes for a comment; null when nothing did
 */
record RawField(int line, String key, List<String> values, boolean list, String swallowed) {
  RawField {
    values = List.copyOf(values);
  }

  boolean isEmpty() {
    return values.stream().allMatch(String::isBlank);
  }

  String text() {
    return String.join(", ", values).strip();
  }
}
