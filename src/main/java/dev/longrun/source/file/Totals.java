package dev.longrun.source.file;

import dev.longrun.log.Sport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * The totals of a recording: what the device wrote down, held against its points. A total that is missing, 0, or more than 3 % away
 * from the points and from whatever else speaks for it, is made from the points instead.
 *
 * @param stretch by what the distances of the points are multiplied so that they sum to the distance
 * @param flaws where the device was not believed, a sentence each
 */
record Totals(
    Double distanceM,
    Double movingS,
    Double elapsedS,
    Double avgHrBpm,
    Double maxHrBpm,
    Double avgPowerW,
    Double avgCadenceSpm,
    Double latitude,
    Double longitude,
    double stretch,
    List<String> flaws) {

  private static final double TOLERANCE = 0.03;

  /** Below these a difference is a matter of which second or step counts. */
  private static final double SMALL_M = 30;

  private static final double SMALL_S = 15;

  /** A runner corrects a treadmill by less than this factor. */
  private static final double LARGEST_CORRECTION = 2;

  /** So far kilometres may sum to something else than their run. */
  private static final double UNSTRETCHED_M = 10;

  static Totals of(Recording recording, Sport sport, Cadence cadence) {
    return new Reckoning(recording, sport, cadence).totals();
  }

  /** Holds the device against the points. */
  private static final class Reckoning {
    private final Recording recording;
    private final Track track;
    private final Summary summary;
    private final Sport sport;
    private final Cadence cadence;
    private final List<String> flaws = new ArrayList<>();

    Reckoning(Recording recording, Sport sport, Cadence cadence) {
      this.recording = recording;
      this.track = recording.track();
      this.summary = recording.summary();
      this.sport = sport;
      this.cadence = cadence;
    }

    Totals totals() {
      int placed = firstPlace();
      Double counted = counted();
      Double distanceM = distance(counted);
      Double elapsed = positive(lastS() - recording.startS());
      Double moving = positive(recording.pauses().new Clock(recording.startS()).movingS(lastS()));
      Double movingS = time("moving time", summary.movingS(), moving, summary.timerS());
      Double elapsedS = time("elapsed time", atLeast(summary.elapsedS(), movingS), elapsed, null);
      Double hr = mean(track::hrBpm);
      boolean stretched = counted != null && distanceM != null && Math.abs(distanceM - counted) > UNSTRETCHED_M;
      return new Totals(
          rounded(distanceM),
          rounded(movingS),
          rounded(elapsedS),
          rounded(average(summary.avgHrBpm(), hr)),
          rounded(maximum(hr)),
          rounded(average(summary.avgPowerW(), mean(track::powerW))),
          rounded(average(cadence.bothFeet(summary.avgCadence()), cadence.bothFeet(mean(track::cadence)))),
          placed < 0 ? summary.latitude() : (Double) track.latitude(placed),
          placed < 0 ? summary.longitude() : (Double) track.longitude(placed),
          stretched ? distanceM / counted : 1,
          flaws);
    }

    private int firstPlace() {
      for (int point = 0; point < track.size(); point++) {
        if (track.hasPlace(point)) {
          return point;
        }
      }
      return -1;
    }

    private double lastS() {
      return track.size() == 0 ? recording.startS() : Math.max(recording.startS(), track.second(track.size() - 1));
    }

    /** How far the last point is, when points count their distance. */
    private Double counted() {
      double last = Double.NaN;
      for (int point = 0; point < track.size(); point++) {
        last = Double.isFinite(track.distanceM(point)) ? track.distanceM(point) : last;
      }
      return positive(last);
    }

    private Double distance(Double counted) {
      Double said = summary.distanceM();
      if (counted == null) {
        return positive(said);
      }
      Double placesM = positive(DistanceCounter.span(track.wayM(recording.pauses())));
      boolean indoors = sport == Sport.TREADMILL || placesM == null;
      boolean corrected = indoors && said != null && said <= LARGEST_CORRECTION * counted && counted <= LARGEST_CORRECTION * said;
      if (positive(said) != null && (isNear(said, counted, SMALL_M) || isNear(said, placesM, SMALL_M) || corrected)) {
        return said;
      }
      return chosen("distance", said, counted, value -> String.format(Locale.ROOT, "%.2f km", value / 1000));
    }

    private Double time(String what, Double said, Double points, Double message) {
      if (points == null || positive(said) != null && (isNear(said, points, SMALL_S) || isNear(said, message, SMALL_S))) {
        return positive(said) == null ? positive(message) : said;
      }
      return chosen(what, said, points, Reckoning::duration);
    }

    private static String duration(double seconds) {
      long whole = Math.round(seconds);
      return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** Nobody moves for longer than it takes. */
    private static Double atLeast(Double elapsed, Double moving) {
      return elapsed != null && moving != null && elapsed < moving * (1 - TOLERANCE) ? (Double) 0.0 : elapsed;
    }

    private Double chosen(String what, Double said, Double points, DoubleFunction<String> inWords) {
      if (said != null) {
        flaws.add(
            "The device's total says a " + what + " of " + inWords.apply(said) + ", its points " + inWords.apply(points) + "; the points are used.");
      }
      return points;
    }

    private Double average(Double said, Double points) {
      if (points == null) {
        return positive(said);
      }
      return positive(said) != null && isNear(said, points, 0) ? said : points;
    }

    private Double maximum(Double mean) {
      Double highest = null;
      for (int point = 0; point < track.size(); point++) {
        Double hr = track.hrBpm(point);
        highest = hr == null || highest != null && highest >= hr ? highest : hr;
      }
      Double said = positive(summary.maxHrBpm());
      return said != null && (mean == null || said >= mean) ? said : highest;
    }

    /** Weighted by the time the timer ran, over all points: whether they know how far they are or not. */
    private Double mean(IntFunction<Double> value) {
      Pauses.Clock clock = recording.pauses().new Clock(recording.startS());
      double weighted = 0;
      double seconds = 0;
      Double before = null;
      double beforeS = 0;
      Double first = null;
      for (int point = 0; point < track.size(); point++) {
        double movingS = clock.movingS(Math.max(recording.startS(), track.second(point)));
        Double now = value.apply(point);
        if (point > 0 && (before != null || now != null)) {
          double step = movingS - beforeS;
          weighted += step * (before == null ? now : now == null ? before : (before + now) / 2);
          seconds += step;
        }
        first = first == null ? now : first;
        before = now;
        beforeS = movingS;
      }
      return seconds > 0 ? (Double) (weighted / seconds) : first;
    }

    private static boolean isNear(Double said, Double other, double small) {
      return said != null && other != null && Math.abs(said - other) <= Math.max(small, TOLERANCE * other);
    }

    private static Double positive(Double value) {
      return value != null && value > 0 ? value : null;
    }

    private static Double rounded(Double value) {
      return value == null ? null : (Double) (Math.round(value * 1000) / 1000.0);
    }
  }
}
