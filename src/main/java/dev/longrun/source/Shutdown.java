package dev.longrun.source;

/** Ends a poll when the program is being stopped, between two things it asks about: the next poll goes on. */
public final class Shutdown {
  /** Whether the poll may ask about the next thing. */
  public boolean lets(Poll poll, boolean stopping) {
    if (stopping) {
      poll.stop();
    }
    return !poll.isStopped();
  }
}
