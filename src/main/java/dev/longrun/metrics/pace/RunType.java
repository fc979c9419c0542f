package dev.longrun.metrics.pace;

/** What kind of run it was; {@link RunTypes} has the rules. */
public enum RunType {
  RACE,
  LONG,
  TEMPO,
  INTERVAL,
  EASY
}
