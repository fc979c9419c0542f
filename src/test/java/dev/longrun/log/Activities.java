package dev.longrun.log;

import dev.longrun.log.record.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Hand-made activities with round numbers: 10 km in 50 minutes unless said otherwise. */
public final class Activities {
  private Activities() {}

  public static Activity run(Source source, String id, String startedAt) {
    return run(source, id, startedAt, 10_000, 3_000);
  }

  public static Activity run(Source source, String id, String startedAt, double distanceM, double movingS) {
    return new Activity(
        source, id, Instant.parse(startedAt), 3600, null, Sport.ROAD, source.title() + " " + id, null, "Hamburg", distanceM, movingS,
        movingS + 60, 150.0, 170.0, null, 176.0, 50.0, 50.0, 53.55, 10.0, false, null, null, null, kilometres(distanceM, movingS, 150.0),
        List.of());
  }

  /** The same activity with other subjective values. */
  public static Activity felt(Activity activity, Double effort, Integer feel) {
    return new Activity(
        activity.source(), activity.externalId(), activity.startedAt(), activity.utcOffsetS(), activity.timezone(), activity.sport(),
        activity.name(), activity.comment(), activity.place(), activity.distanceM(), activity.movingS(), activity.elapsedS(),
        activity.avgHrBpm(), activity.maxHrBpm(), activity.avgPowerW(), activity.avgCadenceSpm(), activity.elevationGainM(),
        activity.elevationLossM(), activity.latitude(), activity.longitude(), activity.race(), effort, feel, activity.gear(),
        activity.splits(), activity.laps());
  }

  /** The same activity with another average and maximal heart rate, also in its kilometres; null takes the heart rate away. */
  public static Activity withHeartRate(Activity activity, Double avgHrBpm, Double maxHrBpm) {
    return new Activity(
        activity.source(), activity.externalId(), activity.startedAt(), activity.utcOffsetS(), activity.timezone(), activity.sport(),
        activity.name(), activity.comment(), activity.place(), activity.distanceM(), activity.movingS(), activity.elapsedS(), avgHrBpm,
        maxHrBpm, activity.avgPowerW(), activity.avgCadenceSpm(), activity.elevationGainM(), activity.elevationLossM(),
        activity.latitude(), activity.longitude(), activity.race(), activity.effort(), activity.feel(), activity.gear(),
        kilometres(activity.distanceM(), activity.movingS(), avgHrBpm), activity.laps());
  }

  public static Activity withGear(Activity activity, Gear gear) {
    return new Activity(
        activity.source(), activity.externalId(), activity.startedAt(), activity.utcOffsetS(), activity.timezone(), activity.sport(),
        activity.name(), activity.comment(), activity.place(), activity.distanceM(), activity.movingS(), activity.elapsedS(),
        activity.avgHrBpm(), activity.maxHrBpm(), activity.avgPowerW(), activity.avgCadenceSpm(), activity.elevationGainM(),
        activity.elevationLossM(), activity.latitude(), activity.longitude(), activity.race(), activity.effort(), activity.feel(), gear,
        activity.splits(), activity.laps());
  }

  /** On its way into the log, with a raw record. */
  public static Arrival arrival(Activity activity) {
    byte[] payload = ("{\"id\":\"" + activity.externalId() + "\"}").getBytes(StandardCharsets.UTF_8);
    Instant fetchedAt = Instant.parse("2026-11-22T12:00:00Z");
    return new Arrival(activity, List.of(new SourceRecord(activity.source(), activity.externalId(), "detail", fetchedAt, payload)), null);
  }

  private static List<Split> kilometres(double distanceM, double movingS, Double hrBpm) {
    int count = (int) Math.ceil(distanceM / 1000);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            km -> {
              double metres = Math.min(1000, distanceM - (km - 1) * 1000.0);
              double seconds = movingS * metres / distanceM;
              return new Split(km, metres, seconds, seconds, hrBpm, null, null, null, null);
            })
        .toList();
  }
}
