package dev.longrun.coach.words;

import java.util.Optional;

/** What a sentence of the model must look like before its words are read: one whole sentence of plain letters. */
final class SayShape {
  private static final int FEWEST_WORDS = 2;

  private SayShape() {}

  static Optional<Refusal> refusal(String text) {
    if (text.length() > AnswerSchema.LONGEST_SAY) {
      return refused(Fault.TOO_LONG, text.substring(0, AnswerSchema.LONGEST_SAY), "It is longer than " + AnswerSchema.LONGEST_SAY + " characters.");
    }
    if (!text.matches("[A-Za-z ,'.!?-]*")) {
      return refused(Fault.CHARACTERS, text, "It holds something else than letters, blanks, commas and one full stop.");
    }
    if (text.matches(".*[.!?].+")) {
      return refused(Fault.SECOND_SENTENCE, text, "It is more than one sentence.");
    }
    if (!text.matches("[A-Z].*[a-z][.!?]") || text.split(" ").length < FEWEST_WORDS || text.matches(".*( ,|,,|--|''|- | -).*")) {
      return refused(Fault.HALF_SENTENCE, text, "It is no whole sentence from a capital letter to a full stop.");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refused(Fault fault, String text, String reason) {
    return Optional.of(new Refusal(fault, text, reason));
  }
}
