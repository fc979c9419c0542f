package dev.longrun.log.said.note;

/**
 * What became of one entry.
 *
 * @param about what it is about; null when it is refused
 * @param message what was applied, or a sentence with the line, what is wrong and what would be right
 */
public record Noted(int line, State state, String about, String message) {
  public enum State {
    APPLIED,
    /** The log said so already. */
    KNOWN,
    /** Kept until the run comes. */
    WAITING,
    REFUSED
  }

  /** For people, in one line. */
  public String sentence() {
    String what = about == null ? message : about + ": " + message;
    return switch (state) {
      case APPLIED -> what;
      case KNOWN -> what + " (known already)";
      case WAITING -> what + " (waits until the run comes)";
      case REFUSED -> message;
    };
  }
}
