package dev.longrun.demo.runner;

/** What a session is for: decides its mean heart rate and how hard it feels. */
enum Kind {
  EASY(140, 5, 3),
  LONG(145, 3.5, 5),
  TEMPO(156, 3, 7),
  INTERVAL(154, 3, 8),
  RACE_10K(176, 0.5, 10),
  RACE_HALF(172, 0.5, 9);

  private final double meanHrBpm;
  private final double spreadBpm;
  private final int effort;

  Kind(double meanHrBpm, double spreadBpm, int effort) {
    this.meanHrBpm = meanHrBpm;
    this.spreadBpm = spreadBpm;
    this.effort = effort;
  }

  double meanHrBpm() {
    return meanHrBpm;
  }

  double spreadBpm() {
    return spreadBpm;
  }

  /** The usual answer on the scale of 1 to 10. */
  int effort() {
    return effort;
  }

  boolean isRace() {
    return this == RACE_10K || this == RACE_HALF;
  }

  boolean isFast() {
    return this != EASY && this != LONG;
  }
}
