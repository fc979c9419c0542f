package dev.longrun.source.openmeteo;

import dev.longrun.source.Poll;

/** One pass over the runs that lack weather. */
public final class WeatherPoll implements Poll {
  /** So many requests in a row without a usable answer are not about the places asked for. */
  private static final int HOPELESS = 3;

  private int stumbles;
  private boolean everStumbled;
  private boolean stopped;

  void answered() {
    stumbles = 0;
  }

  boolean wentSmoothly() {
    return !everStumbled && !stopped;
  }

  public boolean isStopped() {
    return stopped;
  }

  @Override
  public void stumbled() {
    stumbles++;
    everStumbled = true;
  }

  @Override
  public boolean hopeless() {
    return stumbles >= HOPELESS;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
