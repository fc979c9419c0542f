package dev.longrun.source;

/** Only the runner can mend this; the sentence says how. Trying again does not help. */
public final class ActionNeeded extends SourceTrouble {
  private static final long serialVersionUID = 1;

  public ActionNeeded(String sentence) {
    super(sentence, null);
  }

  public ActionNeeded(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
