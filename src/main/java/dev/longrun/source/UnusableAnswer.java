package dev.longrun.source;

/** The site answered with something that is not what was asked for: empty, cut off, HTML, or far too long. */
public final class UnusableAnswer extends SourceTrouble {
  private static final long serialVersionUID = 1;

  public UnusableAnswer(String sentence) {
    super(sentence, null);
  }

  public UnusableAnswer(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
