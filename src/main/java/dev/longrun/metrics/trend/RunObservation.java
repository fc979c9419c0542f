package dev.longrun.metrics.trend;

import dev.longrun.metrics.Surface;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A run as the questions over months and years see it. What is not known is null, never 0.
 *
 * @param day the runner's local date of the start
 * @param kind {@code easy}, {@code long}, {@code tempo}, {@code interval} or {@code race}; null when no rule could tell
 * @param distanceM metres
 * @param movingS seconds the timer ran
 * @param speedMs grade-adjusted metres a second over the moving time
 * @param hrBpm mean heart rate over the moving time
 * @param maxHrBpm the runner's maximum, as it was known on the day
 * @param heatDegrees {@code max(0, T + Td − 20)} in °C, temperature and dew point of the time of the run
 * @param gainMPerKm metres climbed a kilometre
 * @param shoe its name; null when not noted
 * @param effort 1 to 10
 * @param feel 1 (very weak) to 5 (very strong)
 * @param shareAboveLt1 of the time, 0 to 1
 * @param overload 7-day over 42-day smoothed load on the morning of the run, less one, at least 0; null in the first 126 days of the
 *     log, while the 42-day mean, which began at 0, still makes every week look too much
 * @param spikeRatio distance over that of the longest run of the 30 days before; null when there was none
 */
public record RunObservation(
    LocalDate day,
    String kind,
    Surface surface,
    double distanceM,
    double movingS,
    Double speedMs,
    Double hrBpm,
    Double maxHrBpm,
    Double heatDegrees,
    Double gainMPerKm,
    String shoe,
    Integer effort,
    Integer feel,
    Double shareAboveLt1,
    Double overload,
    Double spikeRatio) {
  public static final String RACE = "race";
  public static final String INTERVAL = "interval";
  public static final String TEMPO = "tempo";
  public static final String EASY = "easy";

  public RunObservation {
    Objects.requireNonNull(day);
    Objects.requireNonNull(surface);
    Stream.of(distanceM, movingS, speedMs, hrBpm, maxHrBpm, heatDegrees, gainMPerKm, shareAboveLt1, overload, spikeRatio)
        .forEach(value -> check(day, value));
  }

  private static void check(LocalDate day, Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("The run of %s has a value that is no number: %s".formatted(day, value));
    }
  }

  /** Of the grade-adjusted speed; null when it is not known or nothing to take a logarithm of. */
  Double logSpeed() {
    return speedMs == null || speedMs <= 0 ? null : (Double) Math.log(speedMs);
  }

  /** Of the distance in kilometres; null when there is none. */
  Double logDistance() {
    return distanceM <= 0 ? null : (Double) Math.log(distanceM / 1000);
  }

  boolean is(String aKind) {
    return aKind.equals(kind);
  }
}
