package dev.longrun.source.garmin;

import java.time.LocalDate;

/**
 * One thing to ask Garmin about days.
 *
 * @param from the first day; null of the profile
 * @param to the last day, inclusive
 * @param name of the account in addresses; null when it is not needed
 */
public record GarminDayQuestion(GarminDayKind kind, LocalDate from, LocalDate to, String name) {
  static GarminDayQuestion profile() {
    return new GarminDayQuestion(GarminDayKind.PROFILE, null, null, null);
  }

  /** The source record that keeps the answer. Several days go by the first of them. */
  String record() {
    return (kind.isRange() ? "days/" : "day/") + from;
  }

  /** What is said of the question, and by it. */
  public String getId() {
    return kind == GarminDayKind.PROFILE ? "day profile" : record() + " " + kind.id();
  }

  /** Of its address. */
  public String getPath() {
    return kind.path(from, to, name);
  }

  /** Of its address; empty when there is none. */
  public String getQuery() {
    return kind.query(from, to);
  }
}
