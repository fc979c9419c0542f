package dev.longrun.source.file;

import dev.longrun.log.Split;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The totals of a recording, made from its points: for files whose device did not write them down, or not any more. */
record Totals(
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double elevationGainM,
    Double elevationLossM,
    Double latitude,
    Double longitude) {

  static Totals of(Recording recording, List<Split> splits) {
    Track track = recording.track();
    Pauses.Clock clock = recording.pauses().new Clock(recording.startS());
    double last = recording.startS();
    double movingS = 0;
    Double maxHr = null;
    Double latitude = null;
    Double longitude = null;
    for (int point = recording.from(); point < recording.to(); point++) {
      last = Math.max(last, track.second(point));
      movingS = clock.movingS(last);
      Double hr = track.hrBpm(point);
      maxHr = hr == null || maxHr != null && maxHr >= hr ? maxHr : hr;
      if (latitude == null && Double.isFinite(track.latitude(point)) && Double.isFinite(track.longitude(point))) {
        latitude = track.latitude(point);
        longitude = track.longitude(point);
      }
    }
    boolean any = recording.to() > recording.from();
    return new Totals(
        splits.isEmpty() ? null : (Double) rounded(splits.stream().mapToDouble(Split::distanceM).sum()),
        any ? (Double) rounded(movingS) : null,
        any ? (Double) rounded(last - recording.startS()) : null,
        mean(splits, Split::avgHrBpm),
        maxHr,
        mean(splits, Split::avgPowerW),
        mean(splits, Split::avgCadenceSpm),
        sum(splits, Split::elevationGainM),
        sum(splits, Split::elevationLossM),
        latitude,
        longitude);
  }

  /** Weighted by the time the timer ran. */
  private static Double mean(List<Split> splits, Function<Split, Double> field) {
    double weighted = 0;
    double seconds = 0;
    for (Split split : splits) {
      Double value = field.apply(split);
      if (value != null && split.movingS() != null) {
        weighted += value * split.movingS();
        seconds += split.movingS();
      }
    }
    return seconds > 0 ? (Double) rounded(weighted / seconds) : null;
  }

  private static Double sum(List<Split> splits, Function<Split, Double> field) {
    ToDoubleFunction<Split> value = split -> field.apply(split);
    return splits.stream().map(field).anyMatch(Objects::nonNull)
        ? (Double) rounded(splits.stream().filter(split -> field.apply(split) != null).mapToDouble(value).sum())
        : null;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
