package dev.longrun.metrics;

/** What was run on, as far as it decides which numbers mean anything. */
public enum Surface {
  ROAD,
  TRAIL,
  TRACK,
  /** Another instrument than a road: its pace is the belt's, and there is no weather. */
  TREADMILL,
  VIRTUAL;

  /** Whether weather, wind and hills act on the runner. */
  public boolean isOutdoors() {
    return this != TREADMILL && this != VIRTUAL;
  }
}
