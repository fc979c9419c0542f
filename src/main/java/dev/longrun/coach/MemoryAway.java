package dev.longrun.coach;

/** The memory cannot be asked now; answers do without it. The message is a sentence for the runner. */
public final class MemoryAway extends Exception {
  MemoryAway(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
