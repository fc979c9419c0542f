package dev.longrun.metrics.race;

import java.util.List;

/**
 * What a marathon forecast is made from. A value that is not known is null.
 *
 * @param races all-out races and time trials; those of the last 12 weeks are used. The days count back from the day of the forecast
 * @param exponent from races before those 12 weeks, so that no race is used twice; null counts as the population's
 * @param kmPerWeek mean over the 8 weeks before the forecast, or before the race week when that is nearer
 * @param paceSPerKm mean pace of all running in these weeks: all moving time by all distance, hills allowed for if possible
 * @param weeksWithThreeRuns how many of these 8 weeks had at least three runs
 * @param missingComponents how many key components of readiness are not known
 * @param temperatureC air temperature during the race
 * @param dewPointC dew point during the race
 */
public record ForecastInputs(
    List<Race> races,
    PersonalExponent exponent,
    Double kmPerWeek,
    Double paceSPerKm,
    Integer weeksWithThreeRuns,
    int missingComponents,
    Double temperatureC,
    Double dewPointC) {
  public ForecastInputs {
    races = List.copyOf(races);
    exponent = exponent == null ? PersonalExponent.TYPICAL : exponent;
    requireFinite("kilometres a week", kmPerWeek);
    requireFinite("a pace", paceSPerKm);
    requireFinite("a temperature", temperatureC);
    requireFinite("a dew point", dewPointC);
    if (kmPerWeek != null && kmPerWeek < 0) {
      throw new IllegalArgumentException("Not kilometres a week: " + kmPerWeek);
    }
    if (missingComponents < 0) {
      throw new IllegalArgumentException("Not a number of components: " + missingComponents);
    }
  }

  private static void requireFinite(String what, Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("Not %s: %s".formatted(what, value));
    }
  }

  boolean hasWeather() {
    return temperatureC != null && dewPointC != null;
  }
}
