package dev.longrun.demo.runner;

import java.time.Instant;

/**
 * Hourly weather with seasons, warm afternoons, and fronts that pass: a pure function of seed, place and hour. Places within
 * half a degree share it.
 */
public final class SyntheticWeather {
  private static final double DAYS_A_YEAR = 365.2425;
  /** Days from the first of January to the coldest and from midnight to the coldest hour of a day. */
  private static final double COLDEST_DAY = 18;

  private static final double COLDEST_HOUR = 5 / 24.0;

  private final long seed;

  public SyntheticWeather(long seed) {
    this.seed = seed;
  }

  /** @param hour any instant; its full hour counts */
  public Weather at(Instant hour, double latitude, double longitude) {
    double cellLatitude = Math.rint(latitude * 2) / 2;
    double cellLongitude = Math.rint(longitude * 2) / 2;
    double days = Math.floorDiv(hour.getEpochSecond(), 3600L) / 24.0;
    double solarDays = days + cellLongitude / 360;
    long cell = Math.round(cellLatitude * 2) * 1_000 + Math.round(cellLongitude * 2);

    double season = -cosine((days - COLDEST_DAY) / DAYS_A_YEAR);
    double daytime = -cosine(solarDays - COLDEST_HOUR - 1 / 24.0);
    double front = passing(cell, 1, days, 4.5);
    double cloud = 100 / (1 + StrictMath.exp(-1.8 * (passing(cell, 2, days, 1.7) + 0.2)));
    double temperature =
        10.5 - 0.6 * (cellLatitude - 51) + (9.5 + season) * season + 3.2 * (1 - cloud / 200) * daytime + 3.4 * front;
    double dryness = 3.2 + 1.6 * (1 + daytime) * (1 - cloud / 180) + 1.2 * passing(cell, 3, days, 2.5) + 1.2 * season;
    double dewPoint = temperature - Math.max(0.3, dryness);
    double wind = Math.max(0.3, 3.6 + 0.7 * daytime + 1.5 * passing(cell, 4, days, 1.3));
    double rain = Math.max(0, cloud / 100 - 0.72) * Math.max(0, 4.5 + 5 * passing(cell, 5, days, 0.35));
    double humidity = humidity(temperature, dewPoint);
    return new Weather(
        tenth(temperature),
        tenth(dewPoint),
        Math.rint(humidity),
        tenth(apparent(temperature, humidity, wind)),
        tenth(wind),
        tenth(wind * (1.6 + 0.2 * passing(cell, 6, days, 0.5))),
        Math.rint(((240 + 70 * passing(cell, 7, days, 3)) % 360 + 360) % 360),
        rain < 0.05 ? 0 : tenth(rain),
        Math.rint(cloud));
  }

  /** Temperature plus dew point above 20 °C at an instant between two hours. */
  double heat(Instant instant, Place place) {
    Instant hour = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 3600L) * 3600);
    double share = (instant.getEpochSecond() - hour.getEpochSecond()) / 3600.0;
    Weather before = at(hour, place.latitude(), place.longitude());
    Weather after = at(hour.plusSeconds(3600), place.latitude(), place.longitude());
    return Weather.heat(
        before.temperatureC() * (1 - share) + after.temperatureC() * share,
        before.dewPointC() * (1 - share) + after.dewPointC() * share);
  }

  /** A slowly changing number of about mean 0 and deviation 1: chance at fixed beats, joined by a smooth curve. */
  private double passing(long cell, int kind, double days, double beatDays) {
    double beats = days / beatDays;
    long beat = (long) Math.floor(beats);
    double share = beats - beat;
    double smooth = share * share * (3 - 2 * share);
    return level(cell, kind, beat) * (1 - smooth) + level(cell, kind, beat + 1) * smooth;
  }

  private double level(long cell, int kind, long beat) {
    long number = (cell * 16 + kind) * 1_000_003 + beat;
    // The sum of three uniform numbers is normal enough, and has no tails that no weather has.
    return (Chance.uniform(seed, 3 * number) + Chance.uniform(seed, 3 * number + 1) + Chance.uniform(seed, 3 * number + 2) - 1.5)
        * 2.4;
  }

  /** Magnus formula, as Open-Meteo's consumers would check it. */
  private static double humidity(double temperature, double dewPoint) {
    double saturation = 17.625 * temperature / (243.04 + temperature);
    double actual = 17.625 * dewPoint / (243.04 + dewPoint);
    return Math.min(100, 100 * StrictMath.exp(actual - saturation));
  }

  /** Steadman's apparent temperature without sun. */
  private static double apparent(double temperature, double humidity, double wind) {
    double vapour = humidity / 100 * 6.105 * StrictMath.exp(17.27 * temperature / (237.7 + temperature));
    return temperature + 0.33 * vapour - 0.7 * wind - 4;
  }

  private static double cosine(double turns) {
    return StrictMath.cos(2 * Math.PI * turns);
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10 + 0.0;
  }
}
