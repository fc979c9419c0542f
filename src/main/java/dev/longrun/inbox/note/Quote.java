package dev.longrun.inbox.note;

import dev.longrun.log.PlainText;

/** Words of the runner within a sentence of the program. */
final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  static String of(String text) {
    String line = PlainText.line(text == null ? "" : text);
    return line.codePointCount(0, line.length()) <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
