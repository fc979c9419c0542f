package dev.longrun.source.file;

import dev.longrun.log.Lap;
import java.util.ArrayList;
import java.util.List;

/** The laps of a recording: one of 0 m or 0 s has what its points say, and one in which nothing was is none. */
final class LapMending {
  private LapMending() {}

  /** Numbered anew, the cadence that of both feet. */
  static List<Lap> of(Recording recording, Cadence cadence) {
    List<Lap> mended = new ArrayList<>();
    List<TimedLap> laps = recording.laps();
    for (int i = 0; i < laps.size(); i++) {
      Lap lap = laps.get(i).lap();
      double fromS = laps.get(i).startS();
      double toS = i + 1 < laps.size() ? laps.get(i + 1).startS() : Double.POSITIVE_INFINITY;
      Double distanceM = positive(lap.distanceM());
      Double movingS = positive(lap.movingS());
      Double elapsedS = positive(lap.elapsedS());
      if (fromS < toS) {
        distanceM = distanceM == null ? positive(way(recording.track(), fromS, toS)) : distanceM;
        movingS = movingS == null ? positive(movingS(recording, fromS, toS)) : movingS;
      }
      if (distanceM == null && movingS == null && elapsedS == null) {
        continue;
      }
      mended.add(
          new Lap(
              mended.size() + 1, lap.intensity(), distanceM, movingS, elapsedS, lap.avgHrBpm(), lap.avgPowerW(),
              cadence.bothFeet(lap.avgCadenceSpm()), lap.elevationGainM(), lap.elevationLossM()));
    }
    return mended;
  }

  private static double way(Track track, double fromS, double toS) {
    double first = Double.NaN;
    double last = Double.NaN;
    for (int point = 0; point < track.size(); point++) {
      if (Double.isFinite(track.distanceM(point)) && track.second(point) >= fromS && track.second(point) <= toS) {
        first = Double.isNaN(first) ? track.distanceM(point) : first;
        last = track.distanceM(point);
      }
    }
    return last - first;
  }

  private static double movingS(Recording recording, double fromS, double toS) {
    Track track = recording.track();
    double end = track.size() == 0 ? fromS : Math.min(toS, track.second(track.size() - 1));
    return end > fromS ? recording.pauses().new Clock(fromS).movingS(end) : 0;
  }

  private static Double positive(Double value) {
    return value != null && value > 0 ? value : null;
  }

  private static Double positive(double value) {
    return value > 0 ? (Double) (Math.round(value * 1000) / 1000.0) : null;
  }
}
