package dev.longrun.coach;

import java.util.List;

/**
 * What the memory says to a question.
 *
 * @param used in chronological order
 * @param refused what was looked at and not used, with the reason
 * @param trouble a sentence when the memory could not be asked; null when all is well
 */
record Recollection(List<Memory.Candidate> used, List<Refused> refused, String trouble) {
  static final Recollection NOTHING = new Recollection(List.of(), List.of(), null);

  record Refused(Memory.Candidate memory, String reason) {}

  static Recollection impossible(String trouble) {
    return new Recollection(List.of(), List.of(), trouble);
  }
}
