package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Sport;
import dev.longrun.source.Json;
import dev.longrun.source.RunningType;
import java.util.Optional;

/** Which of Garmin's activity types are running, and what kind. New subtypes appear: the parent decides, not a list of ids. */
final class GarminSport {
  private static final int RUNNING = 1;

  private GarminSport() {}

  /** Whether it says anything: what says nothing is not "no run". */
  static boolean isSaid(JsonNode type) {
    return type.hasNonNull("typeKey") || type.hasNonNull("typeId");
  }

  /** @param type {@code activityType} of the list or {@code activityTypeDTO} of the detail */
  static Optional<Sport> of(JsonNode type) {
    String key = Json.text(type, "typeKey");
    boolean running = type.path("typeId").asInt() == RUNNING || type.path("parentTypeId").asInt() == RUNNING;
    return running ? Optional.of(RunningType.kind(key == null ? "" : key)) : RunningType.of(key);
  }
}
