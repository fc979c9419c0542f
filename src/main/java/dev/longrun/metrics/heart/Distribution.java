package dev.longrun.metrics.heart;

import dev.longrun.metrics.Measured;
import java.util.Optional;

/**
 * The name of an intensity distribution over three zones, after Treff 2019 (Front Physiol 10:707). It describes; none is the right one:
 * the fastest of 151 813 marathon runners were mostly pyramidal (Muniz-Pumares 2025).
 */
public enum Distribution {
  /** Z1 > Z3 > Z2 with a polarisation index above 2.00. */
  POLARISED,
  /** Z1 > Z2 > Z3. */
  PYRAMIDAL,
  /** Z2 is the largest. */
  THRESHOLD,
  /** Anything else, such as all running below the first threshold. */
  OTHER;

  private static final double POLARISED_FROM = 2.00;

  /**
   * @param z1 time, distance or share in the first zone, 0 or more; the three in one unit
   * @return empty when there is no time at all
   */
  public static Optional<Distribution> of(double z1, double z2, double z3) {
    if (!(z1 + z2 + z3 > 0)) {
      return Optional.empty();
    }
    if (z2 > z1 && z2 > z3) {
      return Optional.of(THRESHOLD);
    }
    if (z1 > z2 && z2 > z3) {
      return Optional.of(PYRAMIDAL);
    }
    Measured index = PolarisationIndex.of(z1, z2, z3);
    boolean polarised = z1 > z3 && z3 > z2 && index.isKnown() && index.value() > POLARISED_FROM;
    return Optional.of(polarised ? POLARISED : OTHER);
  }
}
