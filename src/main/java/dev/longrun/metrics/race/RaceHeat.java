package dev.longrun.metrics.race;

/**
 * What warm and humid air costs in a marathon: 0.30 % for each degree that air temperature and dew point together (°C) lie above 25.
 *
 * <p>Fitted for Longrun to the public results behind Mantzios 2022 (Med Sci Sports Exerc 54:153), 100th and 300th places with a mean
 * of 2:50 (standard error 0.045); not reviewed by anybody. Slower runners lose more. Sun, cold and acclimatisation are not in it.
 */
public final class RaceHeat {
  /** Air temperature plus dew point, in °C, up to which warmth costs nothing. */
  public static final double FREE_UP_TO_C = 25;

  private static final double PERCENT_PER_DEGREE = 0.30;

  private RaceHeat() {}

  /** @return percent of the time, 0 or more */
  public static double slowingPercent(double temperatureC, double dewPointC) {
    return PERCENT_PER_DEGREE * Math.max(0, temperatureC + dewPointC - FREE_UP_TO_C);
  }
}
