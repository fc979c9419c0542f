package dev.longrun.source.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Activity;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.Gear;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Sport;
import dev.longrun.source.GarminShoe;
import dev.longrun.source.Json;
import dev.longrun.source.RunningType;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists in the export of a Garmin account: {@code *_summarizedActivities.json}, whose units are centimetres and milliseconds where
 * the site says metres and seconds, and {@code *_gear.json}.
 */
final class GarminExport {
  static final String ACTIVITIES = "_summarizedactivities.json";
  static final String GEAR_LIST = "_gear.json";

  private static final String SITE = "Garmin's export";
  private static final String LIST = "summarizedActivitiesExport";
  private static final int RACE = 1;

  private GarminExport() {}

  /** The shoes of an account, by the activities they were worn in. */
  static final class Shoes {
    private final Map<String, JsonNode> gear = new HashMap<>();
    private final Map<String, String> worn = new HashMap<>();

    void read(InputStream input) throws IOException {
      try (JsonParser parser = Json.MAPPER.createParser(input)) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.FIELD_NAME && "gearDTOS".equals(parser.currentName())) {
            parser.nextToken();
            gear(parser);
          } else if (parser.currentToken() == JsonToken.FIELD_NAME && "gearActivityDTOs".equals(parser.currentName())) {
            parser.nextToken();
            worn(parser);
          }
        }
      }
    }

    private void gear(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode item = JsonItems.item(parser);
        if (Json.id(item, "gearPk") != null && gear.size() < Limits.LISTED) {
          gear.put(Json.id(item, "gearPk"), item);
        }
      }
    }

    private void worn(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String gearPk = parser.currentName();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
          JsonNode item = JsonItems.item(parser);
          String activityId = item.isObject() ? Json.id(item, "activityId") : item.asText();
          if (activityId != null && worn.size() < Limits.LISTED) {
            worn.put(activityId, gearPk);
          }
        }
      }
    }

    /** What the list says of the gear worn in an activity, if it is a shoe. */
    Optional<JsonNode> of(String activityId) {
      return Optional.ofNullable(worn.get(activityId)).map(gear::get).filter(item -> GarminShoe.of(item).isPresent());
    }
  }

  /** The activities of one such list. */
  static final class Activities implements FoundThings {
    private final String label;
    private final JsonParser parser;
    private final Shoes shoes;
    private boolean inList;
    private int number;

    Activities(String label, InputStream input, Shoes shoes) throws IOException {
      this.label = label;
      this.parser = Json.MAPPER.createParser(input);
      this.shoes = shoes;
    }

    @Override
    public Found next() throws IOException {
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return null;
        }
        if (!inList) {
          inList = token == JsonToken.START_ARRAY && LIST.equals(parser.currentName());
        } else if (token == JsonToken.END_ARRAY) {
          inList = false;
        } else {
          return found(JsonItems.item(parser));
        }
      }
    }

    private Found found(JsonNode item) throws IOException {
      number++;
      String itemLabel = label + ", activity " + number;
      String activityId = Json.id(item, "activityId");
      if (activityId == null || activityId.length() > 64) {
        return new Found.Unusable(itemLabel, "The activity has no activityId.", false);
      }
      if (sport(item).isEmpty()) {
        String type = Json.text(item, "activityType");
        return new Found.OtherSport(itemLabel, type == null ? "unknown" : PlainText.line(type));
      }
      Map<String, byte[]> payloads = new HashMap<>();
      payloads.put(FileIdentity.GARMIN, Json.MAPPER.writeValueAsBytes(item));
      Optional<JsonNode> shoe = shoes.of(activityId);
      if (shoe.isPresent()) {
        payloads.put(FileMapper.GEAR, Json.MAPPER.writeValueAsBytes(shoe.get()));
      }
      return new Found.Listed(itemLabel, FileIdentity.ofListed(FileIdentity.GARMIN, activityId), payloads);
    }

    @Override
    public double share() {
      return 0;
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }

  /** What the kept row says. */
  static Optional<Activity> activity(String externalId, Map<String, byte[]> payloads) {
    JsonNode item = Json.tree(SITE, payloads.get(FileIdentity.GARMIN));
    return sport(item).map(sport -> activity(externalId, sport, item, payloads.get(FileMapper.GEAR)));
  }

  private static Activity activity(String externalId, Sport sport, JsonNode item, byte[] gear) {
    Instant start = start(item);
    return new Activity(
        Source.FILE,
        externalId,
        start,
        utcOffsetS(item, start),
        null,
        sport,
        Json.text(item, "name"),
        Json.text(item, "description"),
        Json.text(item, "locationName"),
        scaled(item, "distance", 100),
        scaled(item, "duration", 1000),
        scaled(item, "elapsedDuration", 1000),
        Json.number(item, "avgHr"),
        Json.number(item, "maxHr"),
        Json.number(item, "avgPower"),
        cadence(item),
        scaled(item, "elevationGain", 100),
        scaled(item, "elevationLoss", 100),
        sport == Sport.VIRTUAL ? null : Json.number(item, "startLatitude"),
        sport == Sport.VIRTUAL ? null : Json.number(item, "startLongitude"),
        item.path("eventTypeId").isNumber() ? item.path("eventTypeId").asInt() == RACE : null,
        FitSession.effort(Json.number(item, "workoutRpe")),
        FitSession.feel(Json.number(item, "workoutFeel")),
        gear == null ? null : GarminShoe.of(Json.tree(SITE, gear)).orElse((Gear) null),
        List.of(),
        List.of());
  }

  private static Optional<Sport> sport(JsonNode item) {
    JsonNode type = item.path("activityType");
    String key = type.isObject() ? Json.text(type, "typeKey") : Json.text(item, "activityType");
    Optional<Sport> sport = RunningType.of(key);
    boolean running = "RUNNING".equalsIgnoreCase(Json.text(item, "sportType"));
    return sport.isPresent() || !running ? sport : Optional.of(RunningType.kind(key == null ? "" : key));
  }

  private static Double scaled(JsonNode item, String key, double factor) {
    Double value = Json.number(item, key);
    return value == null ? null : (Double) (value / factor);
  }

  private static Double cadence(JsonNode item) {
    Double both = Json.number(item, "avgDoubleCadence");
    Double oneLeg = Json.number(item, "avgRunCadence");
    return both != null || oneLeg == null ? both : (Double) (2 * oneLeg);
  }

  private static Instant start(JsonNode item) {
    Instant start = time(item, "startTimeGmt");
    start = start == null ? time(item, "beginTimestamp") : start;
    if (start == null || start.getEpochSecond() < 0 || start.isAfter(Instant.parse("2170-01-01T00:00:00Z"))) {
      throw new UnusableFile("The activity has no startTimeGmt that is a time, so it has no place in the log.");
    }
    return start;
  }

  /** The local time is written as if it were UTC. */
  private static int utcOffsetS(JsonNode item, Instant start) {
    Instant local = time(item, "startTimeLocal");
    Duration offset = local == null ? Duration.ZERO : Duration.between(start, local);
    if (offset.abs().compareTo(Duration.ofHours(14)) > 0) {
      throw new UnusableFile("The activity's startTimeLocal is more than 14 hours from its start in UTC, so its day is not known.");
    }
    return (int) offset.toSeconds();
  }

  /** Milliseconds since 1970, or written out. */
  private static Instant time(JsonNode item, String key) {
    Double millis = Json.number(item, key);
    if (millis != null) {
      return Math.abs(millis) < 1e14 ? Instant.ofEpochMilli(millis.longValue()) : null;
    }
    String text = Json.text(item, key);
    try {
      return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T').replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
