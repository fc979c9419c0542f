package dev.longrun.source;

import java.time.Instant;

/** The site wants to be left alone until an instant (429, or its quota is used up): no request before then. */
public final class AskLater extends SourceTrouble {
  private static final long serialVersionUID = 1;

  private final Instant until;

  public AskLater(Instant until, String sentence) {
    super(sentence, null);
    this.until = until;
  }

  public Instant until() {
    return until;
  }
}
