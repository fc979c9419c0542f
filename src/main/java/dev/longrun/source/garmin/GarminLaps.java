package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Lap;
import dev.longrun.source.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code /splits}: what Garmin calls splits are the laps of the watch, which are kilometres only when it was set so. */
final class GarminLaps {
  private GarminLaps() {}

  static List<Lap> of(JsonNode splits) {
    List<Lap> laps = new ArrayList<>();
    for (JsonNode lap : splits.path("lapDTOs")) {
      String intensity = Json.text(lap, "intensityType");
      laps.add(
          new Lap(
              laps.size() + 1,
              intensity == null ? null : intensity.toLowerCase(Locale.ROOT),
              Json.number(lap, "distance"),
              Json.number(lap, "duration"),
              Json.number(lap, "elapsedDuration", "duration"),
              Json.number(lap, "averageHR"),
              Json.number(lap, "averagePower"),
              Json.number(lap, "averageRunCadence"),
              Json.number(lap, "elevationGain"),
              Json.number(lap, "elevationLoss")));
    }
    return laps;
  }
}
