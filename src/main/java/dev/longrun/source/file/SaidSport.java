package dev.longrun.source.file;

import dev.longrun.log.Sport;

/**
 * What something says of its own sport: a kind of running, another sport, or nothing.
 *
 * @param run null when it says no running
 * @param other the word for another sport; null when it says none
 */
record SaidSport(Sport run, String other) {
  /** A type that is missing, "unknown" or "Other" says nothing. */
  static final SaidSport NOTHING = new SaidSport(null, null);

  static SaidSport running(Sport kind) {
    return new SaidSport(kind, null);
  }

  static SaidSport other(String word) {
    return new SaidSport(null, word);
  }

  boolean isNothing() {
    return run == null && other == null;
  }
}
