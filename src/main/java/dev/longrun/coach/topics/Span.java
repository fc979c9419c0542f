package dev.longrun.coach.topics;

/**
 * Something recognised in a text.
 *
 * @param from its first token
 * @param to the token after its last one
 */
record Span<T>(int from, int to, T value) {
  int length() {
    return to - from;
  }

  boolean overlaps(Span<?> other) {
    return from < other.to && other.from < to;
  }
}
