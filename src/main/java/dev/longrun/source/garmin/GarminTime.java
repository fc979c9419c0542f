package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Garmin's times: no zone, a blank or a T between date and time, a fraction of one to three digits or none. */
final class GarminTime {
  /** No place on earth is farther from UTC. */
  private static final Duration LARGEST_OFFSET = Duration.ofHours(14);

  private GarminTime() {}

  /** @throws UnusableValue when there is none */
  static Instant start(JsonNode activity) {
    return time(activity, "startTimeGMT").toInstant(ZoneOffset.UTC);
  }

  /** What the runner's clock was ahead of UTC at the start. The zone id beside it is only some zone with the same offset. */
  static int utcOffsetS(JsonNode activity) {
    Duration offset = Duration.between(time(activity, "startTimeGMT"), time(activity, "startTimeLocal"));
    if (offset.abs().compareTo(LARGEST_OFFSET) > 0) {
      throw new UnusableValue(
          "startTimeLocal",
          Json.text(activity, "startTimeLocal"),
          "The local start is more than 14 hours from the start in UTC, so the day of the run is not known.");
    }
    return (int) offset.toSeconds();
  }

  private static LocalDateTime time(JsonNode activity, String field) {
    String text = Json.text(activity, field);
    if (text == null) {
      throw new UnusableValue(field, null, "The activity has no " + field + ", so it has no place in the log.");
    }
    try {
      return LocalDateTime.parse(text.replace(' ', 'T').replaceFirst("Z$", ""));
    } catch (DateTimeException e) {
      throw new UnusableValue(field, text, "The activity's " + field + " is not a time.");
    }
  }
}
