package dev.longrun.coach.health;

/** Where something stands in a sentence, from the first word to before the end. */
record Span(int start, int end) {
  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
