package dev.longrun.log;

/**
 * The name of a run in the log: its local date, and its number on that day. It may change when a run of the same day becomes known
 * late; what must last refers to a source record instead.
 *
 * @param date {@code YYYY-MM-DD}
 */
public record RunKey(String date, int no) {
  public static RunKey ofNullable(String date, int no) {
    return date == null ? null : new RunKey(date, no);
  }
}
