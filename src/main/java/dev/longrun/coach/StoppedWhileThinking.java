package dev.longrun.coach;

/** The program stops while the model thinks: nothing failed, and the same question is asked again after the next start. */
public final class StoppedWhileThinking extends RuntimeException {
  public StoppedWhileThinking(Throwable cause) {
    super("Stopped while the model was thinking; the question is asked again after the next start", cause);
  }
}
