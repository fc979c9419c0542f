package dev.longrun.metrics.heart;

import dev.longrun.metrics.Measured;

/**
 * Polarisation index: {@code log10(Z1 / Z2 · Z3 · 100)} of the shares of three zones. Treff 2019 (Front Physiol 10:707): above 2.00 with
 * Z1 > Z3 > Z2 training is called polarised. 0 without any Z3. Without any Z2 it counts as 0.01, taken from Z1 (the paper's rule as
 * commonly read). Not defined with more Z3 than Z1 (Arjona 2023).
 */
public final class PolarisationIndex {
  private static final double LEAST_SHARE = 0.01;

  private PolarisationIndex() {}

  /**
   * @param z1 time, distance or share in the first zone, 0 or more; the three in one unit
   * @param z2 in the second
   * @param z3 in the third
   * @return no unit, 0 for no hard running, about 3 for the most polarised; negative for much of Z2
   */
  public static Measured of(double z1, double z2, double z3) {
    double sum = z1 + z2 + z3;
    if (!(sum > 0)) {
      return Measured.missing("no time in zones");
    }
    if (z3 > z1) {
      return Measured.missing("more time above the second threshold than below the first");
    }
    if (z3 <= 0) {
      return Measured.of(0, "treff");
    }
    double easy = z2 > 0 ? z1 / sum : z1 / sum - LEAST_SHARE;
    double between = z2 > 0 ? z2 / sum : LEAST_SHARE;
    return Measured.of(Math.log10(easy / between * (z3 / sum) * 100), "treff");
  }
}
