package dev.longrun.command.doctor;

import dev.longrun.log.PlainText;

/**
 * One thing the doctor saw.
 *
 * @param text a sentence; what must be mended says how
 */
public record Finding(Kind kind, String text) {

  enum Kind {
    OK("ok  "),
    /** Worth knowing, and nothing is wrong with it. */
    NOTE("note"),
    MEND("MEND");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  static Finding ok(String text) {
    return new Finding(Kind.OK, text);
  }

  static Finding note(String text) {
    return new Finding(Kind.NOTE, text);
  }

  static Finding mend(String text) {
    return new Finding(Kind.MEND, text);
  }

  public boolean mustBeMended() {
    return kind == Kind.MEND;
  }

  @Override
  public String toString() {
    return kind.label + "  " + PlainText.line(text);
  }
}
