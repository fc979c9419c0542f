package dev.longrun.log;

import java.util.Locale;

/** What kind of running it was: decides whether weather, hills and pace mean what they usually mean. */
public enum Sport {
  ROAD,
  TRAIL,
  TRACK,
  TREADMILL,
  VIRTUAL;

  /** As it stands in the database. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
