package dev.longrun.source;

/** Something went wrong between Longrun and a site. The message is one sentence for the runner, without secrets. */
public abstract class SourceTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected SourceTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
