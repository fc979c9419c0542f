package dev.longrun.log;

import java.util.Locale;

/** Where facts about a run come from. */
public enum Source {
  GARMIN,
  STRAVA,
  FILE,
  RUNNER,
  /** Weather only: no activities. */
  OPEN_METEO;

  /** As it stands in the database: {@code garmin}, {@code open-meteo}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people write it. */
  public String title() {
    return switch (this) {
      case GARMIN -> "Garmin";
      case STRAVA -> "Strava";
      case FILE -> "file";
      case RUNNER -> "runner";
      case OPEN_METEO -> "Open-Meteo";
    };
  }

  /** @throws IllegalArgumentException for an unknown id */
  public static Source of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
