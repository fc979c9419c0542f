package dev.longrun.source.openmeteo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Timestamps;
import dev.longrun.source.Json;
import java.time.Duration;
import java.time.Instant;

/** The rows of weather that an answer gives to the runs it was asked for, as JSON for the statement that stores them. Pure. */
final class WeatherHours {
  /** Until a run is so old, an hour that the archive leaves empty is expected to come; after that it never will. */
  private static final Duration HOPE = Duration.ofDays(14);

  private WeatherHours() {}

  static ArrayNode rows(WeatherRequest request, WeatherAnswer answer, Instant now) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (WeatherRun run : request.runs()) {
      boolean young = run.endedAt().plus(HOPE).isAfter(now);
      for (Instant hour : run.hours()) {
        ObjectNode row = values(answer, hour);
        row.put("provisional", request.provisional() || young && !isComplete(row) ? 1 : 0);
        row.put("run_date", run.runDate());
        row.put("run_no", run.runNo());
        row.put("hour_utc", Timestamps.of(hour));
        rows.add(row);
      }
    }
    return rows;
  }

  private static ObjectNode values(WeatherAnswer answer, Instant hour) {
    return Json.MAPPER
        .createObjectNode()
        .put("temperature_c", answer.at("temperature_2m", hour))
        .put("dew_point_c", answer.at("dew_point_2m", hour))
        .put("humidity_pct", answer.at("relative_humidity_2m", hour))
        .put("apparent_c", answer.at("apparent_temperature", hour))
        .put("wind_speed_ms", answer.windMs(hour))
        .put("wind_gust_ms", answer.gustMs(hour))
        .put("wind_direction_deg", answer.at("wind_direction_10m", hour))
        .put("precipitation_mm", answer.during("precipitation", hour))
        .put("cloud_cover_pct", answer.at("cloud_cover", hour));
  }

  // Gusts are missing for good where only ERA5 exists, so they decide nothing.
  private static boolean isComplete(ObjectNode row) {
    return row.path("temperature_c").isNumber() && row.path("precipitation_mm").isNumber();
  }
}
