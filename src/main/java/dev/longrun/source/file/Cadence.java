package dev.longrun.source.file;

import java.util.Arrays;

/**
 * Whether a device counts the steps of one leg or of both. Running cadence is meant to be of one, but some devices and apps write both.
 * The whole range of what it wrote decides: a leg takes 70 to 105 steps a minute and never more than 130, both take 100 to 220, and a
 * run with long walks has its typical point between the two.
 *
 * @param bothLegs whether it counts both
 */
record Cadence(boolean bothLegs) {
  /** Nobody takes more steps with one leg: whatever says more counts both, or is a slip. */
  private static final double MOST_OF_ONE_LEG = 130;

  /** Two hundred and ten steps a minute are no one's cadence for long. */
  private static final double MOST_TYPICAL_OF_ONE_LEG = 105;

  /** Less is standing about. */
  private static final double FEWEST = 40;

  /** So often above what one leg can do is no slip. */
  private static final double OFTEN = 0.25;

  static Cadence of(Track track, Double average) {
    double[] known = new double[track.size()];
    int count = 0;
    int above = 0;
    for (int point = 0; point < track.size(); point++) {
      Double cadence = track.cadence(point);
      if (cadence != null && cadence > MOST_OF_ONE_LEG) {
        above++;
      } else if (cadence != null && cadence >= FEWEST) {
        known[count++] = cadence;
      }
    }
    if (count + above == 0) {
      return new Cadence(average != null && average > MOST_OF_ONE_LEG);
    }
    if (above > OFTEN * (count + above)) {
      return new Cadence(true);
    }
    double[] below = Arrays.copyOf(known, count);
    Arrays.sort(below);
    return new Cadence(below[count / 2] > MOST_TYPICAL_OF_ONE_LEG);
  }

  /** Steps a minute. */
  Double bothFeet(Double cadence) {
    return cadence == null || bothLegs ? cadence : (Double) (2 * cadence);
  }
}
