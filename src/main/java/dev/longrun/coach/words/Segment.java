package dev.longrun.coach.words;

/**
 * A piece of a paragraph.
 *
 * @param id of the finding, the advice or the explanation; null for a sentence of the model
 * @param text ours as Markdown, the model's as plain text
 */
public record Segment(Kind kind, String id, String text) {
  /** Where a piece comes from. */
  public enum Kind {
    FINDING,
    ADVICE,
    EXPLAIN,
    /** A sentence of the model: it connects and states nothing. */
    SAY
  }

  boolean isSay() {
    return kind == Kind.SAY;
  }

  String markdown() {
    return isSay() ? PlainSentence.markdown(text) : text;
  }
}
