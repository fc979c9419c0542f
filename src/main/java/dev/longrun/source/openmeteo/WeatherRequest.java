package dev.longrun.source.openmeteo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One question to Open-Meteo: the hours of all runs of one place and one quarter of a year.
 *
 * @param provisional whether the forecast host is asked, because the archive does not have these days yet
 * @param runs at least one, all at the same rounded place
 */
public record WeatherRequest(boolean provisional, List<WeatherRun> runs) {
  private static final String VARIABLES =
      "temperature_2m,dew_point_2m,relative_humidity_2m,apparent_temperature,wind_speed_10m,wind_gusts_10m,wind_direction_10m,"
          + "precipitation,cloud_cover";

  /** What runs must have in common to share a request; names the place and the quarter. */
  static String groupOf(boolean provisional, WeatherRun run) {
    LocalDate day = day(run.startedAt());
    return "%s %d-Q%d %s"
        .formatted(place(run), day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR), provisional ? "forecast" : "archive");
  }

  public String getGroup() {
    return groupOf(provisional, runs.get(0));
  }

  /** Without zone conversions on the other side: true UTC in, true UTC out. */
  public String getQuery() {
    WeatherRun any = runs.get(0);
    return "latitude=%s&longitude=%s&start_date=%s&end_date=%s&hourly=%s&wind_speed_unit=ms&timezone=GMT&timeformat=unixtime"
        .formatted(degrees(any.latitude()), degrees(any.longitude()), from(), to(), VARIABLES);
  }

  /** The place and days asked for, as the kept answer is called. */
  String key() {
    return place(runs.get(0)) + "," + from() + ".." + to();
  }

  private LocalDate from() {
    return day(hours().min(Comparator.naturalOrder()).orElseThrow());
  }

  /** Rain and gusts of the last hour stand at the hour after it. */
  private LocalDate to() {
    return day(hours().max(Comparator.naturalOrder()).orElseThrow().plus(1, ChronoUnit.HOURS));
  }

  private Stream<Instant> hours() {
    return runs.stream().flatMap(run -> run.hours().stream());
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String place(WeatherRun run) {
    return degrees(run.latitude()) + "," + degrees(run.longitude());
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.1f", degrees == 0 ? 0.0 : degrees);
  }
}
