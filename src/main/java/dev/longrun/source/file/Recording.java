package dev.longrun.source.file;

import dev.longrun.log.Activity;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.source.KilometreSplitter;
import dev.longrun.source.Laps;
import dev.longrun.source.Sample;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One session of running as a file tells it.
 *
 * @param part which session of the file it is, from 1
 * @param sport null when the file does not say
 * @param startS since 1970, with a fraction
 * @param utcOffsetS null when the file does not say
 * @param from the first point of the track that belongs to it
 * @param to the first that does not any more
 * @param distanceBaseM what the track had counted when the session began
 * @param laps with their cadence as the device says it, of one leg or of both
 * @param elevationStepM how far heights must move to be believed
 */
record Recording(
    int part,
    Sport sport,
    double startS,
    Integer utcOffsetS,
    String name,
    String comment,
    Summary summary,
    Track track,
    int from,
    int to,
    double distanceBaseM,
    Pauses pauses,
    List<Lap> laps,
    double elevationStepM) {

  /** Nobody takes more steps with one leg: whatever says more counts both. */
  private static final double MOST_STEPS_OF_ONE_LEG = 130;

  /** Two hundred years that hold every watch and keep years of five digits out. */
  private static final double EARLIEST_S = Instant.parse("1970-01-02T00:00:00Z").getEpochSecond();

  private static final double LATEST_S = Instant.parse("2170-01-01T00:00:00Z").getEpochSecond();

  Recording {
    if (!(startS >= EARLIEST_S && startS <= LATEST_S)) {
      throw new UnusableFile("The activity has no start time, or one that cannot be, so it has no place in the log.");
    }
    laps = List.copyOf(laps);
  }

  Instant startedAt() {
    return Instant.ofEpochMilli(Math.round(startS * 1000));
  }

  /** @param zone of the runner, for files that only know UTC */
  Activity activity(String externalId, Sport certainSport, ZoneId zone) {
    boolean bothLegs = countsBothLegs();
    List<Lap> laps = laps().stream().map(lap -> withCadence(lap, bothFeet(lap.avgCadenceSpm(), bothLegs))).toList();
    boolean kilometres = Laps.areKilometres(laps);
    List<Split> measured = track.knowsDistance(from, to) ? KilometreSplitter.split(samples(bothLegs), elevationStepM) : List.of();
    List<Split> splits = measured.isEmpty() && kilometres ? Laps.asKilometres(laps) : measured;
    Totals totals = Totals.of(this, splits);
    return new Activity(
        Source.FILE,
        externalId,
        startedAt(),
        utcOffsetS == null ? LocalClock.utcOffsetS(startedAt(), zone, totals.longitude()) : utcOffsetS,
        null,
        certainSport == null ? sport : certainSport,
        name,
        comment,
        null,
        first(summary.distanceM(), totals.distanceM()),
        first(summary.movingS(), totals.movingS()),
        first(summary.elapsedS(), totals.elapsedS()),
        first(summary.avgHrBpm(), totals.avgHrBpm()),
        first(summary.maxHrBpm(), totals.maxHrBpm()),
        first(summary.avgPowerW(), totals.avgPowerW()),
        first(bothFeet(summary.avgCadence(), bothLegs), totals.avgCadenceSpm()),
        first(summary.elevationGainM(), totals.elevationGainM()),
        first(summary.elevationLossM(), totals.elevationLossM()),
        first(summary.latitude(), totals.latitude()),
        first(summary.longitude(), totals.longitude()),
        null,
        summary.effort(),
        summary.feel(),
        null,
        splits,
        kilometres ? List.of() : laps);
  }

  /** Points without a distance are left out: they say nothing about where a kilometre ends. */
  Iterable<Sample> samples(boolean bothLegs) {
    List<Sample> samples = new ArrayList<>(to - from);
    Pauses.Clock clock = pauses.new Clock(startS);
    double latest = startS;
    for (int point = from; point < to; point++) {
      if (Double.isFinite(track.distanceM(point)) && track.second(point) >= latest) {
        latest = track.second(point);
        samples.add(
            new Sample(
                track.distanceM(point) - distanceBaseM,
                clock.movingS(latest),
                latest - startS,
                track.hrBpm(point),
                track.powerW(point),
                bothFeet(track.cadence(point), bothLegs),
                track.elevationM(point)));
      }
    }
    return samples;
  }

  /** Running cadence is meant to be of one leg, but some devices and apps write steps of both. The typical point decides. */
  private boolean countsBothLegs() {
    int above = 0;
    int known = 0;
    for (int point = from; point < to; point++) {
      Double cadence = track.cadence(point);
      if (cadence != null && cadence > 0) {
        known++;
        above += cadence > MOST_STEPS_OF_ONE_LEG ? 1 : 0;
      }
    }
    return known > 0 ? 2 * above > known : summary.avgCadence() != null && summary.avgCadence() > MOST_STEPS_OF_ONE_LEG;
  }

  private static Double bothFeet(Double cadence, boolean bothLegs) {
    return cadence == null || bothLegs ? cadence : (Double) (2 * cadence);
  }

  private static Lap withCadence(Lap lap, Double cadenceSpm) {
    return new Lap(
        lap.lapNo(), lap.intensity(), lap.distanceM(), lap.movingS(), lap.elapsedS(), lap.avgHrBpm(), lap.avgPowerW(), cadenceSpm,
        lap.elevationGainM(), lap.elevationLossM());
  }

  private static <T> T first(T preferred, T other) {
    return preferred != null ? preferred : other;
  }
}
