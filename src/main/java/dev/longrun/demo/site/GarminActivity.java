package dev.longrun.demo.site;

import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.SyntheticLap;
import dev.longrun.demo.runner.SyntheticRun;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One run in the shapes of Garmin's detail and splits: numbers are floats, what is missing is an absent key. */
final class GarminActivity {
  private static final DateTimeFormatter DETAIL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.S", Locale.ROOT);

  private GarminActivity() {}

  static byte[] detail(SyntheticRun run) {
    return Payload.of(
        json ->
            json.object(
                detail ->
                    detail
                        .put("activityId", run.garminId())
                        .put("activityName", run.name())
                        .put("description", run.comment())
                        .put("isMultiSportParent", false)
                        .object("activityTypeDTO", type -> type(type, run))
                        .object("eventTypeDTO", type -> event(type, run))
                        .object("timeZoneUnitDTO", zone -> zone(zone, run))
                        .object("metadataDTO", metadata -> metadata(metadata, run))
                        .object("summaryDTO", summary -> summary(summary, run))
                        .put("locationName", run.treadmill() ? null : run.placeName())));
  }

  static byte[] splits(SyntheticRun run) {
    return Payload.of(
        json ->
            json.object(
                splits ->
                    splits
                        .put("activityId", run.garminId())
                        .array(
                            "lapDTOs",
                            laps -> {
                              Instant start = run.startedAt();
                              for (int i = 0; i < run.laps().size(); i++) {
                                int index = i;
                                SyntheticLap lap = run.laps().get(i);
                                Instant lapStart = start;
                                laps.object(item -> lap(item, lap, index, lapStart));
                                start = start.plusMillis(Math.round(lap.elapsedS() * 1000));
                              }
                            })
                        .array("eventDTOs", events -> {})));
  }

  static void type(Payload type, SyntheticRun run) throws IOException {
    type.put("typeId", run.treadmill() ? 18L : 1L)
        .put("typeKey", run.treadmill() ? "treadmill_running" : "running")
        .put("parentTypeId", run.treadmill() ? 1L : 17L)
        .put("isHidden", false);
  }

  static void event(Payload event, SyntheticRun run) throws IOException {
    event.put("typeId", run.race() ? 1L : 9L).put("typeKey", run.race() ? "race" : "uncategorized");
  }

  static void gear(Payload gear, Shoe shoe) throws IOException {
    gear.put("gearPk", 10_000_001L + shoe.ordinal())
        .put("uuid", shoe.garminUuid())
        .put("userProfilePk", 42L)
        .put("gearMakeName", shoe.brand())
        .put("gearModelName", shoe.model())
        .put("gearTypeName", "Shoes")
        .put("gearStatusName", "active")
        .put("displayName", shoe.title())
        .put("customMakeModel", shoe.title())
        .putNull("dateEnd")
        .put("maximumMeters", 0.0);
  }

  /** As on the real site the name is only that of some zone with the same offset. */
  private static void zone(Payload zone, SyntheticRun run) throws IOException {
    String name = run.zone().getId().startsWith("Europe") ? "Europe/Paris" : "America/Port-au-Prince";
    zone.put("unitId", 124L).put("unitKey", name).put("factor", 0.0).put("timeZone", name);
  }

  private static void metadata(Payload metadata, SyntheticRun run) throws IOException {
    String uploaded = DETAIL_TIME.format(run.endedAt().plusSeconds(90).atOffset(ZoneOffset.UTC));
    metadata
        .put("lastUpdateDate", uploaded)
        .put("uploadedDate", uploaded)
        .put("lapCount", (long) run.laps().size())
        .put("hasPolyline", run.latitude() != null)
        .put("hasSplits", true)
        .array("childIds", none -> {})
        .put("manualActivity", false);
  }

  private static void summary(Payload summary, SyntheticRun run) throws IOException {
    summary
        .put("startTimeLocal", DETAIL_TIME.format(run.localStart().toLocalDateTime()))
        .put("startTimeGMT", DETAIL_TIME.format(run.startedAt().atOffset(ZoneOffset.UTC)))
        .put("startLatitude", run.latitude())
        .put("startLongitude", run.longitude())
        .put("distance", run.distanceM())
        .put("duration", run.movingS())
        .put("movingDuration", run.movingS() - 2)
        .put("elapsedDuration", run.elapsedS())
        .put("elevationGain", run.elevationGainM())
        .put("elevationLoss", run.elevationLossM())
        .put("averageSpeed", run.speedMs())
        .put("averageHR", run.avgHrBpm())
        .put("maxHR", run.maxHrBpm())
        .put("averageRunCadence", run.avgCadenceSpm())
        .put("averagePower", run.avgPowerW())
        .put("directWorkoutFeel", run.feel() == null ? null : Double.valueOf((run.feel() - 1) * 25))
        .put("directWorkoutRpe", run.effort() == null ? null : Double.valueOf(run.effort() * 10));
  }

  private static void lap(Payload item, SyntheticLap lap, int index, Instant start) throws IOException {
    item.put("startTimeGMT", DETAIL_TIME.format(start.atOffset(ZoneOffset.UTC)))
        .put("distance", lap.distanceM())
        .put("duration", lap.movingS())
        .put("movingDuration", lap.movingS())
        .put("elapsedDuration", lap.elapsedS())
        .put("elevationGain", lap.elevationGainM())
        .put("elevationLoss", lap.elevationLossM())
        .put("averageSpeed", lap.speedMs())
        .put("averageHR", lap.avgHrBpm())
        .put("averageRunCadence", lap.avgCadenceSpm())
        .put("averagePower", lap.avgPowerW())
        .put("lapIndex", index + 1L)
        .array("lengthDTOs", none -> {})
        .put("intensityType", lap.intensity())
        .put("messageIndex", (long) index);
  }
}
