package dev.longrun.metrics.pace;

/**
 * Dew point from temperature and relative humidity by the Magnus formula: {@code g = ln(RH / 100) + a·T / (b + T)},
 * {@code Td = b·g / (a − g)} with a = 17.625, b = 243.04 °C (Alduchov and Eskridge 1996).
 */
public final class Humidity {
  private static final double A = 17.625;
  private static final double B_C = 243.04;

  private Humidity() {}

  /**
   * @param temperatureC air temperature, −40 to 50 °C
   * @param relativePct relative humidity, above 0 up to 100 %
   * @return °C, not above the air temperature
   * @throws IllegalArgumentException when the humidity is outside its range
   */
  public static double dewPointC(double temperatureC, double relativePct) {
    if (!(relativePct > 0 && relativePct <= 100)) {
      throw new IllegalArgumentException("Relative humidity is above 0 and at most 100 %, not " + relativePct);
    }
    double g = Math.log(relativePct / 100) + A * temperatureC / (B_C + temperatureC);
    return B_C * g / (A - g);
  }
}
