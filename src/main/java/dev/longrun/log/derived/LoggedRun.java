package dev.longrun.log.derived;

import dev.longrun.log.RunKey;
import dev.longrun.metrics.Parts;
import dev.longrun.metrics.SplitQuality;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import dev.longrun.metrics.load.BanisterTrimp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * What the log holds of one run, as its metrics need it. Missing values are null.
 *
 * @param kilometres by number, those of known duration
 * @param laps those that are no kilometres, in order
 */
record LoggedRun(
    RunKey key,
    Instant startedAt,
    Surface surface,
    boolean race,
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    Double gainM,
    Double lossM,
    Double effort,
    Integer feel,
    SortedMap<Integer, Stretch> kilometres,
    List<Stretch> laps,
    Air air) {

  /** As for heart rate: what less of the run tells of would be a guess about the rest. */
  private static final double MOST_OF_THE_TIME = BanisterTrimp.LEAST_COVERAGE;

  /** Kilometres and run are rounded apart. */
  private static final double ROUNDING_S = 1;

  LocalDate day() {
    return LocalDate.parse(key.date());
  }

  /** Those from the start up to the first that is missing. */
  List<Stretch> kilometresInARow() {
    return IntStream.rangeClosed(1, kilometres.size()).mapToObj(kilometres::get).takeWhile(Objects::nonNull).toList();
  }

  /** Whether the kilometres say how the run was run: as good as all of its time lies in them. */
  boolean hasItsKilometres() {
    return !kilometres.isEmpty() && (movingS == null || kilometresS() >= MOST_OF_THE_TIME * movingS);
  }

  /**
   * The whole time of the run as its load sees it: a walked kilometre says nothing about the pace of running, but was work all the
   * same. Time that no kilometre tells of, and a heart rate that nobody has, count as not measured. Empty without a duration.
   */
  List<Stretch> work() {
    if (!hasItsKilometres() && (kilometres.isEmpty() || avgHrBpm != null)) {
      return movingS == null ? List.of() : List.of(believed(whole()));
    }
    List<Stretch> work = new ArrayList<>(kilometres.values().stream().map(LoggedRun::believed).toList());
    if (movingS != null && movingS - kilometresS() > ROUNDING_S) {
      work.add(Stretch.of(movingS - kilometresS(), null));
    }
    return work;
  }

  /** The whole time at the average heart rate, that of the device before that of the kilometres; empty when neither is known. */
  List<Stretch> workAtTheAverage() {
    List<Stretch> work = work();
    Double measured = Parts.meanHrBpm(work);
    Double average = avgHrBpm != null && avgHrBpm > 0 && SplitQuality.isPlausibleHeartRate(avgHrBpm) ? avgHrBpm : measured;
    return average == null || work.isEmpty() ? List.of() : List.of(Stretch.of(Parts.movingS(work), average));
  }

  private static Stretch believed(Stretch part) {
    return SplitQuality.isPlausibleHeartRate(part.hrBpm()) ? part : part.withoutHeartRate();
  }

  private double kilometresS() {
    return Parts.movingS(List.copyOf(kilometres.values()));
  }

  /** The run as one part, for when it has no kilometres; null without a duration. */
  Stretch whole() {
    return movingS == null ? null : new Stretch(distanceM, movingS, elapsedS, avgHrBpm, null, gainM, lossM);
  }
}
