package dev.longrun.metrics.load;

import dev.longrun.metrics.Parts;
import dev.longrun.metrics.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Training impulse from heart rate: minutes weighted by an exponential of the heart rate reserve, summed over the parts of a run.
 *
 * <p>{@code TRIMP = Σ minutes · x · c · e^(k·x)} with {@code x = (HR − HRrest) / (HRmax − HRrest)}; men c = 0.64, k = 1.92, women
 * c = 0.86, k = 1.67. Banister 1991; Morton, Fitz-Clarke and Banister 1990 (J Appl Physiol 69:1171).
 *
 * <p>Summed part by part: the weight is convex, so an average heart rate over the whole run gives less than the run was.
 */
public final class BanisterTrimp {
  /** Below this share of the moving time with heart rate the sum would be a guess. */
  public static final double LEAST_COVERAGE = 0.90;

  /** A heart rate a little above the maximum means that the maximum is set too low, not that the effort was without bounds. */
  private static final double HIGHEST_RESERVE = 1.05;

  private final double restingHrBpm;
  private final double maxHrBpm;
  private final double factor;
  private final double exponent;

  /**
   * @param restingHrBpm beats a minute, below {@code maxHrBpm}
   * @param female whether the women's constants apply
   * @throws IllegalArgumentException when the maximum is not above the resting heart rate
   */
  public BanisterTrimp(double restingHrBpm, double maxHrBpm, boolean female) {
    if (!(maxHrBpm > restingHrBpm)) {
      throw new IllegalArgumentException(
          "The maximum heart rate (%.0f) must be above the resting heart rate (%.0f)".formatted(maxHrBpm, restingHrBpm));
    }
    this.restingHrBpm = restingHrBpm;
    this.maxHrBpm = maxHrBpm;
    this.factor = female ? 0.86 : 0.64;
    this.exponent = female ? 1.67 : 1.92;
  }

  /** @return empty when one of the two heart rates is unknown or they contradict each other */
  public static Optional<BanisterTrimp> between(Double restingHrBpm, Double maxHrBpm, boolean female) {
    return restingHrBpm == null || maxHrBpm == null || maxHrBpm <= restingHrBpm
        ? Optional.empty()
        : Optional.of(new BanisterTrimp(restingHrBpm, maxHrBpm, female));
  }

  /** @return arbitrary units, 0 or more; 0 at or below the resting heart rate */
  public double of(double seconds, double hrBpm) {
    double reserve = Math.min(Math.max((hrBpm - restingHrBpm) / (maxHrBpm - restingHrBpm), 0), HIGHEST_RESERVE);
    return seconds / 60 * reserve * factor * Math.exp(exponent * reserve);
  }

  /**
   * The sum over the parts. Time without heart rate, when it is little enough, counts like the rest of the run.
   *
   * @return empty when less than 90 % of the time has heart rate
   */
  public OptionalDouble of(List<Stretch> parts) {
    double coverage = Parts.heartRateCoverage(parts);
    if (coverage < LEAST_COVERAGE) {
      return OptionalDouble.empty();
    }
    double sum = Parts.withHeartRate(parts).stream().mapToDouble(part -> of(part.movingS(), part.hrBpm())).sum();
    return OptionalDouble.of(sum / coverage);
  }
}
