package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Json;
import dev.longrun.source.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code /details}: rows of numbers whose order differs from activity to activity, so that every column is found by its
 * key. Values are in the unit they name; the factor beside it is not applied.
 */
final class GarminStream {
  private final Map<String, Integer> columns = new HashMap<>();

  private GarminStream(JsonNode stream) {
    for (JsonNode descriptor : stream.path("metricDescriptors")) {
      columns.put(descriptor.path("key").asText(), descriptor.path("metricsIndex").asInt(-1));
    }
  }

  /** Rows without distance or time (the first ones often) are left out. */
  static List<Sample> samples(JsonNode stream) {
    GarminStream reader = new GarminStream(stream);
    List<Sample> samples = new ArrayList<>();
    for (JsonNode row : stream.path("activityDetailMetrics")) {
      Sample sample = reader.sample(row.path("metrics"));
      if (sample != null) {
        samples.add(sample);
      }
    }
    return samples;
  }

  private Sample sample(JsonNode row) {
    Double distance = value(row, "sumDistance");
    Double elapsed = value(row, "sumElapsedDuration");
    Double moving = value(row, "sumDuration");
    if (distance == null || moving == null && elapsed == null) {
      return null;
    }
    return new Sample(
        distance,
        moving == null ? elapsed : moving,
        elapsed == null ? moving : elapsed,
        value(row, "directHeartRate"),
        value(row, "directPower"),
        cadence(row),
        value(row, "directElevation"));
  }

  /** Both feet: the double cadence, else twice the one-leg cadence with its fraction. */
  private Double cadence(JsonNode row) {
    Double both = value(row, "directDoubleCadence");
    if (both != null) {
      return both;
    }
    Double oneLeg = value(row, "directRunCadence");
    Double fraction = value(row, "directFractionalCadence");
    return oneLeg == null ? null : 2 * (oneLeg + (fraction == null ? 0 : fraction));
  }

  private Double value(JsonNode row, String key) {
    return Json.number(row.path(columns.getOrDefault(key, -1)));
  }
}
