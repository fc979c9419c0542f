package dev.longrun.inbox.note;

/** A value that cannot be used. The message says what would be right, as a sentence or its second half. */
final class Unusable extends Exception {
  Unusable(String expected) {
    super(expected);
  }
}
