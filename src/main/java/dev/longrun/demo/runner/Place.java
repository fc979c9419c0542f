package dev.longrun.demo.runner;

import java.time.ZoneId;

/** Where the synthetic runner starts, and whose clock applies there. */
public record Place(String name, double latitude, double longitude, ZoneId zone) {
  static final Place HOME = new Place("Leipzig", 51.3201, 12.3602, ZoneId.of("Europe/Berlin"));
  static final Place JOURNEY = new Place("Boston", 42.3554, -71.0655, ZoneId.of("America/New_York"));
}
