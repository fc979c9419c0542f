package dev.longrun.source;

/** Only the runner can mend this; the sentence says how. Trying again does not help. */
public final class ActionNeeded extends SourceTrouble {
  private static final long serialVersionUID = 1;

  // Without a cause: the routes look at causes first, and would ask again because of an IOException below.
  public ActionNeeded(String sentence) {
    super(sentence, null);
  }
}
