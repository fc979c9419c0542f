package dev.longrun.coach;

/** The model cannot be asked now; later it may. The message is a sentence for the runner. */
public final class ModelAway extends Exception {
  public ModelAway(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
