package dev.longrun.log.said;

/** An entry of a log note that cannot be done. The message says what is wrong, what there is, and what would be right. */
public final class NotApplied extends Exception {
  private final transient String about;

  NotApplied(String about, String message) {
    super(message);
    this.about = about;
  }

  /** @return null when it is not known what the entry is about */
  String about() {
    return about;
  }
}
