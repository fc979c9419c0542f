package dev.longrun.log;

/** Text from outside, made harmless for a log line, a status line or a table cell. */
public final class PlainText {
  /** An activity name or an error body may be megabytes; nobody reads more of it than this. */
  private static final int LONGEST_LINE = 500;

  private PlainText() {}

  /** One line without control characters, white space folded, cut to 500 characters. Null stays null. */
  public static String line(String text) {
    if (text == null) {
      return null;
    }
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }
}
