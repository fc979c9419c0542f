package dev.longrun.coach.topics;

/**
 * A word, a number or a mark.
 *
 * @param text in lower case
 * @param start where it begins in the text
 * @param glued nothing stands between it and the token before
 * @param capital it began with a capital letter
 */
record Token(String text, int start, int end, boolean glued, boolean capital) {
  boolean isWord() {
    return Character.isLetter(text.charAt(0));
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0));
  }
}
