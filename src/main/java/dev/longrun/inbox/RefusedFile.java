package dev.longrun.inbox;

/** A dropped file that cannot be used. The message is the sentence its owner reads. */
final class RefusedFile extends Exception {
  RefusedFile(String sentence) {
    super(sentence);
  }
}
