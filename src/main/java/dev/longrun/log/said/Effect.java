package dev.longrun.log.said;

import dev.longrun.log.said.note.Noted.State;

/**
 * What one entry of a log note did.
 *
 * @param about what it speaks of, for the runner; null when that cannot be told
 * @param run the noted run it is about; null when it is about none
 */
record Effect(State state, String about, String message, Long run, Long otherRun) {
  static Effect of(boolean changed, String about, String message) {
    return of(changed, about, message, null, null);
  }

  static Effect of(boolean changed, String about, String message, Long run, Long otherRun) {
    return new Effect(changed ? State.APPLIED : State.KNOWN, about, message, run, otherRun);
  }
}
