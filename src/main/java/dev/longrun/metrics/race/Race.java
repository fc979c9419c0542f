package dev.longrun.metrics.race;

/**
 * An all-out race, or a time trial, on road or track.
 *
 * @param distanceM official metres, or what the watch measured when nothing better is known; above 0
 * @param timeS seconds from the start to the finish, pauses included; above 0
 * @param daysAgo whole days between the race and the day of the forecast, 0 or more
 */
public record Race(double distanceM, double timeS, int daysAgo) {
  public Race {
    if (!(distanceM > 0 && timeS > 0 && Double.isFinite(distanceM) && Double.isFinite(timeS)) || daysAgo < 0) {
      throw new IllegalArgumentException("Not a race: %s m in %s s, %d days ago".formatted(distanceM, timeS, daysAgo));
    }
  }

  /** The same race over the standard distance it was officially run over; itself when it was over none. */
  public Race official() {
    return StandardDistance.official(distanceM).map(standard -> new Race(standard.distanceM(), timeS, daysAgo)).orElse(this);
  }

  /** Whether the recorded distance and time are those of somebody running. */
  boolean isPlausible() {
    return PlausiblePace.covers(distanceM, timeS) && PaceIndex.unchecked(distanceM, timeS) <= PaceIndex.HIGHEST;
  }

  /** Such as {@code half marathon in 1:25:00} or {@code 12.0 km in 50:00}. */
  String inWords() {
    String over = StandardDistance.official(distanceM).map(StandardDistance::label).orElseGet(() -> Words.km(distanceM / 1000));
    return over + " in " + Words.time(timeS);
  }
}
