package dev.longrun.source;

/** The site refused the access token (401): worth one more try with a refreshed one, then the runner must act. */
public final class AccessRefused extends SourceTrouble {
  private static final long serialVersionUID = 1;

  public AccessRefused(String sentence) {
    super(sentence, null);
  }
}
