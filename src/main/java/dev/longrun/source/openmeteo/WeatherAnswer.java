package dev.longrun.source.openmeteo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.PlainText;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Open-Meteo's hourly values, found by variable and UTC hour. Units are checked: a number in a unit that was not asked for is
 * converted when it is a wind speed, and refused otherwise.
 */
final class WeatherAnswer {
  private static final String SITE = "Open-Meteo";

  /** To metres a second; the site's own spellings. */
  private static final Map<String, Double> WIND_UNITS =
      Map.of("m/s", 1.0, "km/h", 1 / 3.6, "mp/h", 0.44704, "mph", 0.44704, "kn", 1852 / 3600.0);

  /** The unit of a variable that this host does not have: it is null throughout. */
  private static final String NO_UNIT = "undefined";

  private static final Map<String, String> UNITS =
      Map.of(
          "temperature_2m", "°C",
          "dew_point_2m", "°C",
          "apparent_temperature", "°C",
          "relative_humidity_2m", "%",
          "cloud_cover", "%",
          "wind_direction_10m", "°",
          "precipitation", "mm");

  private final JsonNode hourly;
  /** World records with room to spare: degrees Celsius, per cent. */
  private static final Map<String, double[]> RANGES =
      Map.of(
          "temperature_2m", new double[] {-90, 60},
          "dew_point_2m", new double[] {-100, 40},
          "apparent_temperature", new double[] {-120, 80},
          "relative_humidity_2m", new double[] {0, 105},
          "cloud_cover", new double[] {0, 100},
          "precipitation", new double[] {0, 500});

  private static final double[] ANYTHING = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

  private final JsonNode units;
  private final Map<Instant, Integer> positions = new HashMap<>();

  /** @throws UnusableAnswer when hours or units are not what was asked for */
  WeatherAnswer(byte[] body) {
    JsonNode tree = Json.tree(SITE, body);
    // Several locations come as an array; we ask for one.
    JsonNode answer = tree.isArray() && tree.size() == 1 ? tree.get(0) : tree;
    this.hourly = answer.path("hourly");
    this.units = answer.path("hourly_units");
    if (!hourly.path("time").isArray() || hourly.path("time").isEmpty()) {
      throw new UnusableAnswer("Open-Meteo's answer holds no hours.");
    }
    readTimes(answer.path("utc_offset_seconds").asInt());
    UNITS.forEach(this::checkUnit);
    windFactor("wind_speed_10m");
    windFactor("wind_gusts_10m");
  }

  private void readTimes(int utcOffsetS) {
    String unit = unit("time");
    boolean iso = "iso8601".equals(unit);
    if (iso ? utcOffsetS != 0 : !"unixtime".equals(unit)) {
      throw new UnusableAnswer("Open-Meteo's hours are neither unixtime nor GMT (" + unit + ").");
    }
    try {
      for (JsonNode time : hourly.path("time")) {
        Instant hour = iso ? LocalDateTime.parse(time.asText()).toInstant(ZoneOffset.UTC) : Instant.ofEpochSecond(time.asLong());
        positions.put(hour, positions.size());
      }
    } catch (DateTimeException e) {
      throw new UnusableAnswer("Open-Meteo's hours cannot be read.", e);
    }
  }

  private void checkUnit(String variable, String expected) {
    String unit = unit(variable);
    if (!unit.equals(expected) && !unit.equals(NO_UNIT)) {
      throw new UnusableAnswer("Open-Meteo gives " + variable + " in " + unit + ", not in " + expected + ".");
    }
  }

  private double windFactor(String variable) {
    String unit = unit(variable);
    Double factor = unit.equals(NO_UNIT) ? Double.valueOf(1) : WIND_UNITS.get(unit);
    if (factor == null) {
      throw new UnusableAnswer("Open-Meteo gives " + variable + " in " + unit + ", which is no known unit of wind.");
    }
    return factor;
  }

  private String unit(String variable) {
    return PlainText.line(units.path(variable).asText(NO_UNIT));
  }

  /** The value at the hour; null when there is none. */
  Double at(String variable, Instant hour) {
    Integer position = positions.get(hour);
    JsonNode value = hourly.path(variable).path(position == null ? -1 : position);
    return plausible(variable, Json.number(value));
  }

  /** What no weather station has ever measured is no value. */
  private static Double plausible(String variable, Double value) {
    double[] range = RANGES.getOrDefault(variable, ANYTHING);
    return value == null || value < range[0] || value > range[1] ? null : value;
  }

  /** What fell or blew during the hour: such variables are stated at its end, for the hour before. */
  Double during(String variable, Instant hour) {
    return at(variable, hour.plus(1, ChronoUnit.HOURS));
  }

  Double windMs(Instant hour) {
    return metresPerSecond("wind_speed_10m", at("wind_speed_10m", hour));
  }

  Double gustMs(Instant hour) {
    return metresPerSecond("wind_gusts_10m", during("wind_gusts_10m", hour));
  }

  private Double metresPerSecond(String variable, Double value) {
    return value == null ? null : (Double) (Math.round(value * windFactor(variable) * 1000) / 1000.0);
  }
}
