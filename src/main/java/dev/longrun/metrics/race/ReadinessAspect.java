package dev.longrun.metrics.race;

/** What readiness for a marathon is made of. */
public enum ReadinessAspect {
  RACE_FITNESS("race fitness", false),
  SHORTER_RACES("10 km and 5 km", false),
  TRAINING_LOG("training log", false),
  VOLUME("volume", true),
  LONGEST_RUN("longest run", true),
  GOAL_PACE("running at goal pace", true),
  DURABILITY("durability", true),
  CONSISTENCY("consistency", true),
  HEALTH("health", true),
  WEATHER("race-day weather", false);

  private final String label;
  private final boolean key;

  ReadinessAspect(String label, boolean key) {
    this.label = label;
    this.key = key;
  }

  /** Such as {@code longest run}. */
  public String label() {
    return label;
  }

  /**
   * Whether a forecast is less certain when this is not known. The races, the log and the weather are not key: the forecast is made
   * from them, and is wide already without.
   */
  public boolean isKey() {
    return key;
  }
}
