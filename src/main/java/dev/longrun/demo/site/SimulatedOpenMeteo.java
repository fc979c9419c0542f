package dev.longrun.demo.site;

import dev.longrun.demo.runner.SyntheticWeather;
import dev.longrun.demo.runner.Weather;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Open-Meteo's forecast and archive hosts as far as Longrun asks them: hourly values in GMT, nulls where there are none, 400 for
 * what the real ones refuse. Its forecast is a little too warm, so that provisional and final values can be told apart.
 */
public final class SimulatedOpenMeteo extends SimulatedSite {
  /** How much warmer the forecast host says it was. */
  public static final double FORECAST_ERROR_C = 0.3;

  private static final int FORECAST_PAST_DAYS = 92;
  private static final int FORECAST_DAYS = 16;
  private static final LocalDate ARCHIVE_FROM = LocalDate.of(1940, 1, 1);
  private static final DateTimeFormatter ISO_MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  private record Variable(String unit, ToDoubleFunction<Weather> value) {}

  private static final Map<String, Variable> VARIABLES =
      Map.of(
          "temperature_2m", new Variable("°C", Weather::temperatureC),
          "dew_point_2m", new Variable("°C", Weather::dewPointC),
          "relative_humidity_2m", new Variable("%", Weather::humidityPct),
          "apparent_temperature", new Variable("°C", Weather::apparentC),
          "wind_speed_10m", new Variable("m/s", Weather::windSpeedMs),
          "wind_gusts_10m", new Variable("m/s", Weather::windGustMs),
          "wind_direction_10m", new Variable("°", Weather::windDirectionDeg),
          "precipitation", new Variable("mm", Weather::precipitationMm),
          "cloud_cover", new Variable("%", Weather::cloudCoverPct));

  private static final Set<String> PARAMETERS =
      Set.of(
          "latitude", "longitude", "hourly", "start_date", "end_date", "timezone", "timeformat", "wind_speed_unit",
          "temperature_unit", "precipitation_unit", "elevation", "cell_selection");

  private final SyntheticWeather weather;
  private final Set<Instant> hoursWithout;
  private final Clock clock;
  private final Set<String> coordinates = new TreeSet<>();

  /** @param hoursWithout full hours for which every value is null */
  public SimulatedOpenMeteo(SyntheticWeather weather, Set<Instant> hoursWithout, Clock clock) {
    super("open-meteo");
    this.weather = weather;
    this.hoursWithout = Set.copyOf(hoursWithout);
    this.clock = clock;
  }

  public URI forecastUrl() {
    return address("/v1/forecast");
  }

  public URI archiveUrl() {
    return address("/v1/archive");
  }

  /** Every latitude and longitude that was asked for, as it was written. */
  public synchronized Set<String> coordinates() {
    return new TreeSet<>(coordinates);
  }

  @Override
  Answer answer(Request request) {
    boolean archive = request.path().equals("/v1/archive");
    if (!archive && !request.path().equals("/v1/forecast")) {
      return Answer.json(404, "{\"error\":true,\"reason\":\"Not Found\"}");
    }
    count(archive ? "archive" : "forecast");
    try {
      return Answer.json(200, answer(request, archive));
    } catch (BadParameter | DateTimeParseException | NumberFormatException e) {
      return Answer.json(400, Payload.of(json -> json.object(error -> error.put("error", true).put("reason", e.getMessage()))));
    }
  }

  private byte[] answer(Request request, boolean archive) {
    List<String> latitudes = list(request, "latitude");
    List<String> longitudes = list(request, "longitude");
    List<String> names = list(request, "hourly");
    List<String> from = list(request, "start_date");
    List<String> to = list(request, "end_date");
    check(request, names, latitudes.size() == longitudes.size() && from.size() == to.size());
    coordinates.addAll(latitudes);
    coordinates.addAll(longitudes);
    boolean unixTime = request.parameter("timeformat").filter("unixtime"::equals).isPresent();
    List<Payload.Content> places = new ArrayList<>();
    int count = Math.max(latitudes.size(), from.size());
    for (int i = 0; i < count; i++) {
      double latitude = Double.parseDouble(pick(latitudes, i));
      double longitude = Double.parseDouble(pick(longitudes, i));
      LocalDate first = day("start_date", pick(from, i), archive);
      LocalDate last = day("end_date", pick(to, i), archive);
      List<Instant> hours = new ArrayList<>();
      for (Instant hour = first.atStartOfDay().toInstant(ZoneOffset.UTC);
          hour.isBefore(last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
          hour = hour.plusSeconds(3600)) {
        hours.add(hour);
      }
      int index = i;
      places.add(place -> place(place, index, latitude, longitude, names, hours, unixTime, archive));
    }
    return Payload.of(
        json -> {
          if (count == 1) {
            json.object(places.get(0));
          } else {
            json.array(
                items -> {
                  for (Payload.Content place : places) {
                    items.object(place);
                  }
                });
          }
        });
  }

  private void place(
      Payload place,
      int index,
      double latitude,
      double longitude,
      List<String> names,
      List<Instant> hours,
      boolean unixTime,
      boolean archive)
      throws IOException {
    place
        .put("latitude", Math.rint(latitude * 16) / 16)
        .put("longitude", Math.rint(longitude * 16) / 16)
        .put("generationtime_ms", 0.5)
        .put("utc_offset_seconds", 0L)
        .put("timezone", "GMT")
        .put("timezone_abbreviation", "GMT")
        .put("elevation", 112.0);
    if (index > 0) {
      place.put("location_id", (long) index);
    }
    place.object(
        "hourly_units",
        units -> {
          units.put("time", unixTime ? "unixtime" : "iso8601");
          for (String name : names) {
            units.put(name, VARIABLES.get(name).unit());
          }
        });
    place.object(
        "hourly",
        hourly -> {
          hourly.array("time", times -> times(times, hours, unixTime));
          for (String name : names) {
            hourly.array(name, values -> values(values, name, hours, latitude, longitude, archive));
          }
        });
  }

  private static void times(Payload times, List<Instant> hours, boolean unixTime) throws IOException {
    for (Instant hour : hours) {
      if (unixTime) {
        times.add(hour.getEpochSecond());
      } else {
        times.add(ISO_MINUTES.format(hour.atOffset(ZoneOffset.UTC)));
      }
    }
  }

  private void values(
      Payload values, String name, List<Instant> hours, double latitude, double longitude, boolean archive) throws IOException {
    for (Instant hour : hours) {
      if (hoursWithout.contains(hour) || archive && hour.isAfter(clock.instant())) {
        values.add((Double) null);
        continue;
      }
      double value = VARIABLES.get(name).value().applyAsDouble(weather.at(hour, latitude, longitude));
      boolean tooWarm = !archive && name.equals("temperature_2m");
      values.add(tooWarm ? Double.valueOf(Math.rint((value + FORECAST_ERROR_C) * 10) / 10) : Double.valueOf(value));
    }
  }

  private LocalDate day(String name, String text, boolean archive) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate earliest = archive ? ARCHIVE_FROM : today.minusDays(FORECAST_PAST_DAYS);
    LocalDate latest = archive ? today : today.plusDays(FORECAST_DAYS);
    LocalDate day = LocalDate.parse(text);
    if (day.isBefore(earliest) || day.isAfter(latest)) {
      throw new BadParameter(
          "Parameter '" + name + "' is out of allowed range from " + earliest + " to " + latest);
    }
    return day;
  }

  /** The real site understands more units and zones; whoever asks in these gets what he means. */
  private static void check(Request request, List<String> names, boolean paired) {
    for (String name : request.parameters().keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw new BadParameter("Unknown parameter '" + name + "'");
      }
    }
    for (String name : names) {
      if (!VARIABLES.containsKey(name)) {
        throw new BadParameter("Data corrupted at path ''. Cannot initialize hourly from invalid String value " + name + ".");
      }
    }
    if (!paired) {
      throw new BadParameter("Parameters 'latitude' and 'longitude' and dates must have the same number of elements");
    }
    if (!request.parameter("timezone").orElse("GMT").equals("GMT")) {
      throw new BadParameter("This simulated site answers in GMT only");
    }
    if (!request.parameter("wind_speed_unit").orElse("kmh").equals("ms")) {
      throw new BadParameter("This simulated site answers in wind_speed_unit=ms only");
    }
  }

  private static List<String> list(Request request, String name) {
    return request
        .parameter(name)
        .map(text -> List.of(text.split(",")))
        .orElseThrow(() -> new BadParameter("Value of type 'String' required for key '" + name + "'."));
  }

  private static String pick(List<String> values, int index) {
    return values.get(Math.min(index, values.size() - 1));
  }

  private static final class BadParameter extends RuntimeException {
    BadParameter(String reason) {
      super(reason);
    }
  }
}
