package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Strava's times: the Z of {@code start_date} is true, the Z of {@code start_date_local} is not. */
final class StravaTime {
  private static final int LARGEST_OFFSET_S = (int) Duration.ofHours(14).toSeconds();

  private StravaTime() {}

  /** @throws UnusableValue when there is none */
  static Instant start(JsonNode activity) {
    String text = Json.text(activity, "start_date");
    if (text == null) {
      throw new UnusableValue("start_date", null, "The activity has no start_date, so it has no place in the log.");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UnusableValue("start_date", text, "The activity's start_date is not a time.");
    }
  }

  /** The true offset at the start, daylight saving included. */
  static int utcOffsetS(JsonNode activity) {
    Double offset = Json.number(activity, "utc_offset");
    int seconds = offset == null ? offsetOfLocalTime(activity) : offset.intValue();
    if (Math.abs(seconds) > LARGEST_OFFSET_S) {
      throw new UnusableValue("utc_offset", Integer.toString(seconds), "The activity's utc_offset is more than 14 hours, so its day is not known.");
    }
    return seconds;
  }

  private static int offsetOfLocalTime(JsonNode activity) {
    String text = Json.text(activity, "start_date_local");
    try {
      LocalDateTime local = LocalDateTime.parse(String.valueOf(text).replaceFirst("Z$", ""));
      return (int) Duration.between(start(activity), local.toInstant(ZoneOffset.UTC)).toSeconds();
    } catch (DateTimeException e) {
      throw new UnusableValue("start_date_local", text, "The activity has neither utc_offset nor a local start, so its day is not known.");
    }
  }

  /** {@code (GMT-05:00) America/New_York}: the zone is right, the offset before it is that of winter. */
  static String timezone(JsonNode activity) {
    String text = Json.text(activity, "timezone");
    String zone = text == null ? "" : text.replaceFirst("^\\(.*?\\)\\s*", "");
    return ZoneId.getAvailableZoneIds().contains(zone) ? zone : null;
  }
}
