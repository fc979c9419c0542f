package dev.longrun.settings;

import java.util.Locale;

/** What the runner allows to be done with data from the Strava API, whose policy forbids feeding it to any AI application. */
public enum StravaDataUse {
  /** The runner's own decision and risk: used like any other source. */
  COACH,
  /** Display only: in no load, total, fact, prompt or vector, and erased after seven days. */
  SEVEN_DAYS;

  /** As it is written in the settings: {@code coach}, {@code seven-days}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
