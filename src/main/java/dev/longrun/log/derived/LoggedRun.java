package dev.longrun.log.derived;

import dev.longrun.log.RunKey;
import dev.longrun.metrics.Stretch;
import dev.longrun.metrics.Surface;
import java.time.Instant;
import java.time.LocalDate;
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

  LocalDate day() {
    return LocalDate.parse(key.date());
  }

  /** Those from the start up to the first that is missing. */
  List<Stretch> kilometresInARow() {
    return IntStream.rangeClosed(1, kilometres.size()).mapToObj(kilometres::get).takeWhile(Objects::nonNull).toList();
  }

  /** The run as one part, for when it has no kilometres; null without a duration. */
  Stretch whole() {
    return movingS == null ? null : new Stretch(distanceM, movingS, elapsedS, avgHrBpm, null, gainM, lossM);
  }
}
