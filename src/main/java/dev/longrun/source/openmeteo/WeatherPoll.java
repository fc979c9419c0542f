package dev.longrun.source.openmeteo;

import dev.longrun.source.Poll;

/** One pass over the runs that lack weather. */
public final class WeatherPoll extends Poll {
  private boolean asking;

  /** There is something to ask. */
  void asks() {
    asking = true;
  }

  boolean hasAsked() {
    return asking;
  }
}
