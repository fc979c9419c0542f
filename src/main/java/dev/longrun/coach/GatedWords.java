package dev.longrun.coach;

import java.util.List;

/**
 * The model's words after the number gate.
 *
 * @param text may be empty when nothing is left
 * @param dropped how many sentences were left out
 * @param numbers which numbers they held
 */
record GatedWords(String text, int dropped, List<String> numbers) {

  /** The words, and at their end what was left out of them. */
  String shown() {
    if (dropped == 0) {
      return text;
    }
    String sentences = dropped == 1 ? "1 sentence was" : dropped + " sentences were";
    return text + "\n\n*" + sentences + " left out: the log does not know " + String.join(", ", numbers) + ".*";
  }
}
