package dev.longrun.source.file;

import dev.longrun.log.Activity;
import dev.longrun.log.Lap;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.source.Climb;
import dev.longrun.source.KilometreSplitter;
import dev.longrun.source.Laps;
import dev.longrun.source.Sample;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One session of an activity as a file tells it, set right: what cannot be is left out of it.
 *
 * @param part which session of the file it is, from 1
 * @param said what the file calls it
 * @param startS since 1970, with a fraction
 * @param utcOffsetS null when the file does not say
 * @param track its own points, in order of time
 * @param laps in order
 * @param elevationStepM how far heights must move to be believed
 * @param flaws what was left out or set right so far, a sentence each
 */
record Recording(
    int part,
    SaidSport said,
    double startS,
    Integer utcOffsetS,
    String name,
    String comment,
    Summary summary,
    Track track,
    Pauses pauses,
    List<TimedLap> laps,
    double elevationStepM,
    List<String> flaws) {

  /** Two hundred years that hold every watch and keep years of five digits out. */
  private static final double EARLIEST_S = Instant.parse("1970-01-02T00:00:00Z").getEpochSecond();

  private static final double LATEST_S = Instant.parse("2170-01-01T00:00:00Z").getEpochSecond();

  /** A value of a sensor holds until its next one: devices write them in records of their own, some seconds apart. */
  private static final double HELD_S = 10;

  Recording {
    if (!(startS >= EARLIEST_S && startS <= LATEST_S)) {
      throw new UnusableFile("The activity has no start time, or one that cannot be, so it has no place in the log.");
    }
    laps = List.copyOf(laps);
    flaws = List.copyOf(flaws);
  }

  /** @param flaw what is wrong with the file as a whole; null when nothing is */
  Recording with(String flaw) {
    List<String> all = new ArrayList<>(flaws);
    Optional.ofNullable(flaw).ifPresent(all::add);
    return new Recording(part, said, startS, utcOffsetS, name, comment, summary, track, pauses, laps, elevationStepM, all);
  }

  Instant startedAt() {
    return Instant.ofEpochMilli(Math.round(startS * 1000));
  }

  /**
   * @param sport as it was judged
   * @param zone of the runner, for files that only know UTC
   */
  Activity activity(String externalId, Sport sport, ZoneId zone) {
    Cadence cadence = Cadence.of(track, summary.avgCadence());
    Totals totals = Totals.of(this, sport, cadence);
    List<Lap> laps = LapMending.of(this, cadence);
    boolean kilometres = Laps.areKilometres(laps);
    List<Split> measured = track.knowsDistance() ? KilometreSplitter.split(samples(cadence, totals.stretch()), elevationStepM) : List.of();
    Climb climb = Climb.of(measured.isEmpty() && kilometres ? Laps.asKilometres(laps) : measured, summary.elevationGainM(), summary.elevationLossM());
    List<String> all = new ArrayList<>(flaws);
    all.addAll(totals.flaws());
    boolean virtual = sport == Sport.VIRTUAL;
    return new Activity(
        Source.FILE,
        externalId,
        startedAt(),
        utcOffsetS(zone, virtual, totals.longitude()),
        null,
        sport,
        name,
        comment,
        null,
        totals.distanceM(),
        totals.movingS(),
        totals.elapsedS(),
        totals.avgHrBpm(),
        totals.maxHrBpm(),
        totals.avgPowerW(),
        totals.avgCadenceSpm(),
        climb.gainM(),
        climb.lossM(),
        // Where a virtual run seems to be is a picture on a screen.
        virtual ? null : totals.latitude(),
        virtual ? null : totals.longitude(),
        null,
        summary.effort(),
        summary.feel(),
        null,
        climb.splits(),
        kilometres ? List.of() : laps,
        null,
        all);
  }

  private int utcOffsetS(ZoneId zone, boolean virtual, Double longitude) {
    if (virtual) {
      return LocalClock.utcOffsetS(startedAt(), zone, null);
    }
    return utcOffsetS == null ? LocalClock.utcOffsetS(startedAt(), zone, longitude) : utcOffsetS;
  }

  /**
   * Points without a distance are left out: they say nothing about where a kilometre ends. What they measured holds for the next one
   * that has one.
   *
   * @param stretch by what the distances of the points are multiplied
   */
  Iterable<Sample> samples(Cadence cadence, double stretch) {
    List<Sample> samples = new ArrayList<>(track.size());
    Pauses.Clock clock = pauses.new Clock(startS);
    Held hr = new Held();
    Held power = new Held();
    Held steps = new Held();
    Held elevation = new Held();
    for (int point = 0; point < track.size(); point++) {
      double second = Math.max(startS, track.second(point));
      Double hrBpm = hr.at(second, track.hrBpm(point));
      Double powerW = power.at(second, track.powerW(point));
      Double cadenceSpm = steps.at(second, cadence.bothFeet(track.cadence(point)));
      Double elevationM = elevation.at(second, track.elevationM(point));
      if (Double.isFinite(track.distanceM(point))) {
        samples.add(
            new Sample(track.distanceM(point) * stretch, clock.movingS(second), second - startS, hrBpm, powerW, cadenceSpm, elevationM));
      }
    }
    return samples;
  }

  /** The last value of one sensor. */
  private static final class Held {
    private Double value;
    private double sinceS;

    Double at(double second, Double measured) {
      if (measured != null) {
        value = measured;
        sinceS = second;
      } else if (second - sinceS > HELD_S) {
        value = null;
      }
      return value;
    }
  }
}
