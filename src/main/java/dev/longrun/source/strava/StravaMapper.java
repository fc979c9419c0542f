package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.longrun.log.Activity;
import dev.longrun.log.ActivityMapper;
import dev.longrun.log.Gear;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.source.Json;
import dev.longrun.source.UnusableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Strava says about one activity, as the log understands it. Pure and thread-safe. */
public final class StravaMapper implements ActivityMapper {
  private static final String SITE = "Strava";
  private static final int RACE = 1;

  /** A last kilometre of less is rounding. */
  private static final double SHORTEST_SPLIT_M = 1;

  @Override
  public Source source() {
    return Source.STRAVA;
  }

  /**
   * @param payloads {@code detail}, or the list's item as {@code summary} when there is none; {@code gear} when the shoe was asked for
   * @throws UnusableValue when the activity has no usable start
   */
  @Override
  public Optional<Activity> map(String externalId, Map<String, byte[]> payloads) {
    JsonNode detail = tree(payloads, payloads.containsKey("detail") ? "detail" : "summary");
    return sport(detail).map(sport -> activity(externalId, sport, detail, tree(payloads, "gear")));
  }

  private static Activity activity(String externalId, Sport sport, JsonNode detail, JsonNode gear) {
    return new Activity(
        Source.STRAVA,
        externalId,
        StravaTime.start(detail),
        StravaTime.utcOffsetS(detail),
        StravaTime.timezone(detail),
        sport,
        Json.text(detail, "name"),
        Json.text(detail, "description"),
        null,
        Json.number(detail, "distance"),
        known(Json.number(detail, "moving_time")),
        known(Json.number(detail, "elapsed_time")),
        Json.number(detail, "average_heartrate"),
        Json.number(detail, "max_heartrate"),
        power(detail),
        bothFeet(Json.number(detail, "average_cadence")),
        climb(detail),
        null,
        coordinate(detail, 0),
        coordinate(detail, 1),
        race(Json.number(detail, "workout_type")),
        Json.number(detail, "perceived_exertion"),
        null,
        gear(detail, gear),
        splits(detail.path("splits_metric")),
        List.of());
  }

  /** The list of sports grows: what is not known as running is none. {@code type} is the older, coarser name. */
  static Optional<Sport> sport(JsonNode activity) {
    String type = Json.text(activity, "sport_type");
    return Optional.ofNullable(
        switch (type == null ? String.valueOf(Json.text(activity, "type")) : type) {
          case "Run" -> activity.path("trainer").asBoolean() ? Sport.TREADMILL : Sport.ROAD;
          case "TrailRun" -> Sport.TRAIL;
          case "VirtualRun" -> Sport.VIRTUAL;
          default -> null;
        });
  }

  private static Boolean race(Double workoutType) {
    return workoutType == null ? null : workoutType == RACE;
  }

  /** No time at all is how a site says that it does not know. */
  private static Double known(Double seconds) {
    return seconds == null || seconds == 0 ? null : seconds;
  }

  /** Strava counts one leg. */
  private static Double bothFeet(Double cadence) {
    return cadence == null ? null : 2 * cadence;
  }

  /** Without a power meter the site makes the watts up. */
  private static Double power(JsonNode detail) {
    boolean estimated = detail.path("device_watts").isBoolean() && !detail.path("device_watts").asBoolean();
    return estimated ? null : Json.number(detail, "average_watts");
  }

  /** A recording without elevation says 0 metres of climb. */
  private static Double climb(JsonNode detail) {
    Double climb = Json.number(detail, "total_elevation_gain");
    return climb != null && climb == 0 && Json.number(detail, "elev_high") == null ? null : climb;
  }

  /** An activity without a position has an empty list, not null. */
  private static Double coordinate(JsonNode detail, int index) {
    JsonNode start = detail.path("start_latlng");
    return start.size() == 2 ? Json.number(start.path(index)) : null;
  }

  private static Gear gear(JsonNode detail, JsonNode gear) {
    JsonNode shoe = gear.isObject() ? gear : detail.path("gear");
    String id = Json.text(shoe, "id");
    String name = Json.text(shoe, "name");
    return id == null || !isShoe(id)
        ? null
        : new Gear(id, name == null ? "Shoes " + id : name, Json.text(shoe, "brand_name"), Json.text(shoe, "model_name"));
  }

  /** Bikes begin with a b. */
  static boolean isShoe(String gearId) {
    return gearId.matches("g\\d{1,19}");
  }

  private static List<Split> splits(JsonNode kilometres) {
    List<Split> splits = new ArrayList<>();
    for (JsonNode kilometre : kilometres) {
      Double distance = Json.number(kilometre, "distance");
      if (distance == null || distance < SHORTEST_SPLIT_M) {
        continue;
      }
      Double difference = Json.number(kilometre, "elevation_difference");
      splits.add(
          new Split(
              splits.size() + 1,
              distance,
              Json.number(kilometre, "moving_time"),
              Json.number(kilometre, "elapsed_time"),
              Json.number(kilometre, "average_heartrate"),
              null,
              null,
              difference == null || difference < 0 ? null : difference,
              difference == null || difference > 0 ? null : (Double) Math.abs(difference)));
    }
    return splits;
  }

  private static JsonNode tree(Map<String, byte[]> payloads, String kind) {
    byte[] payload = payloads.get(kind);
    return payload == null ? MissingNode.getInstance() : Json.tree(SITE, payload);
  }
}
