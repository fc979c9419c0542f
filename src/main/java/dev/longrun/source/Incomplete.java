package dev.longrun.source;

/**
 * Marks how a list showed an activity of which something could not be read, so that the next polls read it again; after some tries in
 * vain it is left as it is, for nothing is asked for ever.
 */
final class Incomplete {
  private static final int TRIES = 4;
  private static final String MARK = "incomplete-";

  private Incomplete() {}

  /**
   * @param listedAs how the list shows it; null when it is not from the list
   * @param before what was kept last; null for nothing
   */
  static String once(String listedAs, String before) {
    String plain = listedAs == null ? "" : listedAs;
    int tries = 1;
    if (before != null && before.matches(MARK + "\\d " + plain)) {
      tries = before.charAt(MARK.length()) - '0' + 1;
    }
    return tries >= TRIES ? listedAs : MARK + tries + " " + plain;
  }
}
