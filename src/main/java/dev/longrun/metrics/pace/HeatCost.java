package dev.longrun.metrics.pace;

/**
 * How much heat slows a runner, in percent of pace, from air temperature and dew point together. Raw pace stays the truth; what it
 * would have been in the cool is an estimate. Sun, wind, cold below 0 °C and acclimatisation are not in it, and indoors it does not apply.
 */
public final class HeatCost {
  /**
   * Hadley 2013, a coach's table for continuous running: sum of temperature and dew point in °F, slowing in percent. It agrees with the
   * marathon performances of Mantzios 2022 (Med Sci Sports Exerc 54:153) to half a point on average.
   */
  private static final double[][] HADLEY = {
    {100, 0}, {110, 0.5}, {120, 1}, {130, 2}, {140, 3}, {150, 4.5}, {160, 6}, {170, 8}, {180, 10}
  };

  /** Heat begins where temperature and dew point together, in °C, are above this. Sentences about heat name it. */
  public static final int HEAT_FROM_C = 20;

  private HeatCost() {}

  /**
   * Slowing of a training run at fixed effort, interpolated in the table of Hadley 2013. Repeats of up to a mile suffer half of it.
   *
   * @param temperatureC of the air
   * @param dewPointC of the air
   * @return percent, 0 to 10; 10 means at least 10, where the table ends with the advice not to run hard
   */
  public static double trainingPct(double temperatureC, double dewPointC) {
    double sumF = fahrenheit(temperatureC) + fahrenheit(dewPointC);
    for (int row = 1; row < HADLEY.length; row++) {
      if (sumF <= HADLEY[row][0]) {
        double share = Math.max(0, (sumF - HADLEY[row - 1][0]) / (HADLEY[row][0] - HADLEY[row - 1][0]));
        return HADLEY[row - 1][1] + share * (HADLEY[row][1] - HADLEY[row - 1][1]);
      }
    }
    return HADLEY[HADLEY.length - 1][1];
  }

  /**
   * The pace without the slowing: {@code pace / (1 + pct / 100)}.
   *
   * @param paceSPerKm above 0
   * @param pct of {@link #trainingPct}
   */
  public static double coolPace(double paceSPerKm, double pct) {
    return paceSPerKm / (1 + pct / 100);
  }

  /**
   * Heat as a covariate: {@code max(0, T + Td − } {@link #HEAT_FROM_C}{@code )}.
   *
   * @return °C, 0 or more
   */
  public static double heat(double temperatureC, double dewPointC) {
    return Math.max(0, temperatureC + dewPointC - HEAT_FROM_C);
  }

  private static double fahrenheit(double celsius) {
    return celsius * 9 / 5 + 32;
  }
}
