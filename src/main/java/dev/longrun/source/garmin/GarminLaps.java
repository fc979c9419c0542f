package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Lap;
import dev.longrun.log.Split;
import dev.longrun.source.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code /splits}: what Garmin calls splits are the laps of the watch, which are kilometres only when it was set so. */
final class GarminLaps {
  /** An automatic lap of a kilometre, as watches round it. */
  private static final double SHORTEST_KILOMETRE_M = 990;
  private static final double LONGEST_KILOMETRE_M = 1010;

  /** A last lap of less is the press of the stop button. */
  private static final double SHORTEST_LAST_M = 1;

  private GarminLaps() {}

  /** Whether every lap is a kilometre; the last one may be shorter. */
  static boolean areKilometres(JsonNode splits) {
    List<JsonNode> laps = laps(splits);
    if (laps.isEmpty()) {
      return false;
    }
    for (int i = 0; i < laps.size(); i++) {
      Double distance = Json.number(laps.get(i), "distance");
      boolean last = i == laps.size() - 1;
      if (distance == null || distance > LONGEST_KILOMETRE_M || !last && distance < SHORTEST_KILOMETRE_M) {
        return false;
      }
    }
    return true;
  }

  static List<Split> kilometres(JsonNode splits) {
    List<Split> kilometres = new ArrayList<>();
    for (JsonNode lap : laps(splits)) {
      if (Json.number(lap, "distance") < SHORTEST_LAST_M) {
        continue;
      }
      kilometres.add(
          new Split(
              kilometres.size() + 1,
              Json.number(lap, "distance"),
              Json.number(lap, "duration"),
              Json.number(lap, "elapsedDuration", "duration"),
              Json.number(lap, "averageHR"),
              Json.number(lap, "averagePower"),
              Json.number(lap, "averageRunCadence"),
              Json.number(lap, "elevationGain"),
              Json.number(lap, "elevationLoss")));
    }
    return kilometres;
  }

  static List<Lap> asSet(JsonNode splits) {
    List<Lap> laps = new ArrayList<>();
    for (JsonNode lap : laps(splits)) {
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

  private static List<JsonNode> laps(JsonNode splits) {
    List<JsonNode> laps = new ArrayList<>();
    splits.path("lapDTOs").forEach(laps::add);
    return laps;
  }
}
