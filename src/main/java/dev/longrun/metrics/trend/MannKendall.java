package dev.longrun.metrics.trend;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether a series rises or falls more often than chance would have it: {@code S = Σ sgn(yⱼ − yᵢ)} over all pairs i before j, {@code
 * Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18} with t the sizes of groups of equal values, {@code Z = (S − sgn S) / √Var S} (Mann
 * 1945, Kendall 1975). It takes the values for independent: on daily values it sees trends that are not there, so use weekly medians.
 *
 * @param s rising pairs less falling ones
 * @param variance of s when there is no trend
 * @param z with continuity correction
 * @param pValue on both sides
 * @param tauB from −1 to 1, corrected for equal values (Kendall 1945); 0 when every value is the same
 */
public record MannKendall(long s, double variance, double z, double pValue, double tauB) {

  /** @param values in the order of time */
  public static MannKendall of(double[] values) {
    int n = values.length;
    long s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += (int) Math.signum(values[j] - values[i]);
      }
    }
    double variance = variance(values);
    double z = variance == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
    double pairs = n * (n - 1.0) / 2;
    double untied = pairs - Ties.sum(values, t -> t * (t - 1.0) / 2);
    return new MannKendall(
        s,
        variance,
        z,
        Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z))),
        untied <= 0 ? 0 : s / Math.sqrt(pairs * untied));
  }

  static double variance(double[] values) {
    double n = values.length;
    return (n * (n - 1) * (2 * n + 5) - Ties.sum(values, t -> t * (t - 1.0) * (2 * t + 5))) / 18;
  }
}
