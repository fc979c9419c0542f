package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.longrun.log.Activity;
import dev.longrun.log.ActivityMapper;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.source.Json;
import dev.longrun.source.KilometreSplitter;
import dev.longrun.source.Laps;
import dev.longrun.source.UnusableValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Garmin says about one activity, as the log understands it. The detail wins over the list, which knows neither feel nor
 * effort. Pure and thread-safe.
 */
public final class GarminMapper implements ActivityMapper {
  private static final String SITE = "Garmin";
  private static final int RACE = 1;

  @Override
  public Source source() {
    return Source.GARMIN;
  }

  /**
   * @param payloads {@code summary} (the list's item), {@code detail}, {@code splits}, {@code stream}, {@code gear}; all but
   *     one of the first two may be missing
   * @throws UnusableValue when the activity has no usable start, or a detail without values
   */
  @Override
  public Optional<Activity> map(String externalId, Map<String, byte[]> payloads) {
    JsonNode summary = tree(payloads, "summary");
    JsonNode detail = tree(payloads, "detail");
    if (!detail.isMissingNode() && !detail.path("summaryDTO").isObject()) {
      throw new UnusableValue("summaryDTO", null, "The activity's detail holds no summary, so its values are not known.");
    }
    JsonNode type = detail.has("activityTypeDTO") ? detail.path("activityTypeDTO") : summary.path("activityType");
    if (!GarminSport.isSaid(type)) {
      throw new UnusableValue("activityType", null, "Neither the list nor the detail says what kind of activity it is.");
    }
    return GarminSport.of(type).map(sport -> activity(externalId, sport, summary, detail, payloads));
  }

  private static Activity activity(
      String externalId, Sport sport, JsonNode summary, JsonNode detail, Map<String, byte[]> payloads) {
    JsonNode numbers = detail.path("summaryDTO");
    JsonNode times = numbers.has("startTimeGMT") ? numbers : summary;
    List<Lap> laps = GarminLaps.of(tree(payloads, "splits"));
    Double distanceM = first(Json.number(numbers, "distance"), Json.number(summary, "distance"));
    List<Split> recorded = KilometreSplitter.split(GarminStream.samples(tree(payloads, "stream")));
    boolean kilometres = Laps.areKilometres(laps) && !(Laps.areCutShort(laps, distanceM) && recorded.size() > laps.size());
    List<Split> splits = kilometres ? Laps.asKilometres(laps) : recorded;
    List<Lap> otherLaps = kilometres ? List.of() : laps;
    return new Activity(
        Source.GARMIN,
        externalId,
        GarminTime.start(times),
        GarminTime.utcOffsetS(times),
        null,
        sport,
        first(Json.text(detail, "activityName"), Json.text(summary, "activityName")),
        Json.text(detail, "description"),
        first(Json.text(detail, "locationName"), Json.text(summary, "locationName")),
        distanceM,
        first(known(Json.number(numbers, "duration")), known(Json.number(summary, "duration"))),
        first(known(Json.number(numbers, "elapsedDuration")), known(Json.number(summary, "elapsedDuration"))),
        first(Json.number(numbers, "averageHR"), Json.number(summary, "averageHR")),
        first(Json.number(numbers, "maxHR"), Json.number(summary, "maxHR")),
        first(Json.number(numbers, "averagePower"), Json.number(summary, "avgPower")),
        first(Json.number(numbers, "averageRunCadence"), Json.number(summary, "averageRunningCadenceInStepsPerMinute")),
        first(Json.number(numbers, "elevationGain"), Json.number(summary, "elevationGain")),
        first(Json.number(numbers, "elevationLoss"), Json.number(summary, "elevationLoss")),
        first(Json.number(numbers, "startLatitude"), Json.number(summary, "startLatitude")),
        first(Json.number(numbers, "startLongitude"), Json.number(summary, "startLongitude")),
        race(detail.has("eventTypeDTO") ? detail.path("eventTypeDTO") : summary.path("eventType")),
        effort(Json.number(numbers, "directWorkoutRpe")),
        feel(Json.number(numbers, "directWorkoutFeel")),
        GarminGear.of(tree(payloads, "gear")).orElse(null),
        splits,
        otherLaps);
  }

  private static Boolean race(JsonNode eventType) {
    return eventType.isMissingNode() || eventType.isNull()
        ? null
        : eventType.path("typeId").asInt() == RACE || "race".equals(Json.text(eventType, "typeKey"));
  }

  /** No time at all is how a site says that it does not know. */
  private static Double known(Double seconds) {
    return seconds == null || seconds == 0 ? null : seconds;
  }

  /** Borg's CR10 times ten. The watch offers 1 to 10, so 0 is "not asked", never "no effort at all". */
  private static Double effort(Double rpe) {
    return rpe == null || rpe == 0 ? null : rpe / 10;
  }

  /** 0, 25, 50, 75, 100 from very weak to very strong; 0 is an answer. */
  private static Integer feel(Double feel) {
    return feel == null ? null : (int) Math.round(feel / 25) + 1;
  }

  private static JsonNode tree(Map<String, byte[]> payloads, String kind) {
    byte[] payload = payloads.get(kind);
    return payload == null ? MissingNode.getInstance() : Json.tree(SITE, payload);
  }

  private static <T> T first(T preferred, T other) {
    return preferred != null ? preferred : other;
  }
}
