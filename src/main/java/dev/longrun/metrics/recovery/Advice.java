package dev.longrun.metrics.recovery;

/** What the votes of a morning come to. */
public enum Advice {
  AS_PLANNED("run as planned"),
  EASY_INSTEAD("swap hard running for easy"),
  REST("rest"),
  /** Nothing was measured or noted, which is not the same as nothing being wrong. */
  UNKNOWN("nothing is known of this morning");

  private final String words;

  Advice(String words) {
    this.words = words;
  }

  /** In plain English, without a full stop. */
  public String words() {
    return words;
  }
}
