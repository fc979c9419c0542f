package dev.longrun.source.file;

/**
 * Finds pauses that nobody wrote down: a gap between two points in which the runner hardly moved, also when points that say nothing
 * but the time stand in between. Points of devices that record only now and then lie farther apart than the gap, but the runner moves
 * between them.
 */
final class StandStill {
  /** Devices that record now and then leave at most some seconds between points while standing at a light. */
  static final double GAP_S = 15;

  /** A slow walk is 1 m/s. */
  private static final double SLOWEST_MS = 0.5;

  private StandStill() {}

  static Pauses pauses(Track track) {
    Pauses pauses = new Pauses();
    int before = -1;
    for (int point = 0; point < track.size(); point++) {
      if (!track.hasPlace(point) && Double.isNaN(track.distanceM(point))) {
        continue;
      }
      if (before >= 0 && isPause(track, before, point)) {
        pauses.add(begin(track, before, point), end(track, before, point));
      }
      before = point;
    }
    return pauses;
  }

  private static boolean isPause(Track track, int before, int point) {
    double seconds = track.second(point) - track.second(before);
    if (!(seconds > GAP_S)) {
      return false;
    }
    double wayM = track.distanceM(point) - track.distanceM(before);
    if (Double.isNaN(wayM)) {
      wayM = track.wayM(before, point);
    }
    return wayM < SLOWEST_MS * seconds;
  }

  /** Two points without a place tell when the timer was stopped and started. */
  private static double begin(Track track, int before, int point) {
    return point - before > 2 ? track.second(before + 1) : track.second(before);
  }

  private static double end(Track track, int before, int point) {
    return point - before > 2 ? track.second(point - 1) : track.second(point);
  }
}
