package dev.longrun.source;

/** The site failed to answer (5xx, no connection): worth trying again, soon and at the next poll. */
public final class SiteDown extends SourceTrouble {
  private static final long serialVersionUID = 1;

  public SiteDown(String sentence) {
    super(sentence, null);
  }

  public SiteDown(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
