package dev.longrun.coach;

/** The model answered, but not with words that can be used. The message is a sentence for the runner. */
public final class UnusableWords extends Exception {
  public UnusableWords(String sentence) {
    super(sentence);
  }

  public UnusableWords(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
