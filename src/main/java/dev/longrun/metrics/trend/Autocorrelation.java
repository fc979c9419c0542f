package dev.longrun.metrics.trend;

/** How alike neighbours in a series are. */
public final class Autocorrelation {
  private Autocorrelation() {}

  /**
   * The lag-1 autocorrelation {@code Σ (xᵢ − m)(xᵢ₊₁ − m) / Σ (xᵢ − m)²} (Box and Jenkins 1970).
   *
   * @return 0 when the series is too short or never changes
   */
  public static double lag1(double[] series) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < series.length; i++) {
      squares += (series[i] - mean) * (series[i] - mean);
      if (i > 0) {
        products += (series[i] - mean) * (series[i - 1] - mean);
      }
    }
    return squares == 0 ? 0 : products / squares;
  }
}
