package dev.longrun.metrics.load;

/**
 * Exponentially smoothed daily load: {@code value += (1 − e^(−1/τ)) · (load − value)}, one step a calendar day, rest days included
 * as zeros. τ = 42 days is called fitness, τ = 7 days fatigue (Banister 1975; Coggan's simplification of 2003). It describes recent
 * load; it does not measure fitness.
 */
public final class SmoothedLoad {
  public static final SmoothedLoad FITNESS = new SmoothedLoad(42);
  public static final SmoothedLoad FATIGUE = new SmoothedLoad(7);

  private final double share;

  /** @param days the time constant τ, above 0 */
  public SmoothedLoad(double days) {
    this.share = 1 - Math.exp(-1 / days);
  }

  /**
   * @param yesterday the smoothed value at the end of the day before
   * @param load of the day
   * @return the smoothed value at the end of the day
   */
  public double next(double yesterday, double load) {
    return yesterday + share * (load - yesterday);
  }
}
