package dev.longrun.demo.site;

import dev.longrun.demo.runner.SyntheticRun;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One activity as Garmin's list shows it.
 *
 * @param run null for a ride
 */
record GarminEntry(Instant startedAt, LocalDateTime localStart, SyntheticRun run) {
  private static final DateTimeFormatter LIST_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final long RIDE_ID = 30_000_000_000L;

  static GarminEntry of(SyntheticRun run) {
    return new GarminEntry(run.startedAt(), run.localStart().toLocalDateTime(), run);
  }

  static GarminEntry ride(LocalDate day) {
    LocalDateTime start = day.atTime(17, 30);
    return new GarminEntry(start.atZone(ZoneId.of("Europe/Berlin")).toInstant(), start, null);
  }

  LocalDate date() {
    return localStart.toLocalDate();
  }

  void write(Payload list) throws IOException {
    if (run == null) {
      list.object(this::writeRide);
    } else {
      list.object(this::writeRun);
    }
  }

  private void writeTimes(Payload item) throws IOException {
    item.put("startTimeLocal", LIST_TIME.format(localStart))
        .put("startTimeGMT", LIST_TIME.format(startedAt.atOffset(ZoneOffset.UTC)))
        .put("beginTimestamp", startedAt.toEpochMilli());
  }

  private void writeRide(Payload item) throws IOException {
    item.put("activityId", RIDE_ID + startedAt.getEpochSecond() / 60).put("activityName", "Leipzig Cycling");
    writeTimes(item);
    item.object("activityType", type -> type.put("typeId", 2L).put("typeKey", "cycling").put("parentTypeId", 17L))
        .put("distance", 31_420.5)
        .put("duration", 4_380.2)
        .put("elapsedDuration", 4_600.0)
        .put("averageHR", 128.0)
        .put("manualActivity", false);
  }

  private void writeRun(Payload item) throws IOException {
    item.put("activityId", run.garminId()).put("activityName", run.name());
    writeTimes(item);
    item.object("activityType", type -> GarminActivity.type(type, run))
        .object("eventType", type -> GarminActivity.event(type, run))
        .put("distance", run.distanceM())
        .put("duration", run.movingS())
        .put("elapsedDuration", run.elapsedS())
        .put("movingDuration", run.movingS() - 2)
        .put("elevationGain", run.elevationGainM())
        .put("elevationLoss", run.elevationLossM())
        .put("averageSpeed", run.speedMs())
        .put("startLatitude", run.latitude())
        .put("startLongitude", run.longitude())
        .put("hasPolyline", run.latitude() != null)
        .put("averageHR", run.avgHrBpm())
        .put("maxHR", run.maxHrBpm())
        .put("averageRunningCadenceInStepsPerMinute", run.avgCadenceSpm())
        .put("avgPower", run.avgPowerW())
        .put("lapCount", (long) run.laps().size())
        .put("locationName", run.treadmill() ? null : run.placeName())
        .put("deviceId", 3_400_000_001L)
        .put("manufacturer", "GARMIN")
        .put("parent", false)
        .put("manualActivity", false);
  }
}
