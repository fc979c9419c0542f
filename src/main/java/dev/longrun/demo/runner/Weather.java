package dev.longrun.demo.runner;

/**
 * The weather at one full hour.
 *
 * @param precipitationMm of the hour before, as Open-Meteo reports it
 * @param windGustMs the strongest of the hour before
 */
public record Weather(
    double temperatureC,
    double dewPointC,
    double humidityPct,
    double apparentC,
    double windSpeedMs,
    double windGustMs,
    double windDirectionDeg,
    double precipitationMm,
    double cloudCoverPct) {

  /** What heat costs is counted in degrees of temperature plus dew point above 20 °C. */
  static double heat(double temperatureC, double dewPointC) {
    return Math.max(0, temperatureC + dewPointC - 20);
  }
}
