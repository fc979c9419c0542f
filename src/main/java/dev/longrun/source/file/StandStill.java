package dev.longrun.source.file;

/**
 * Finds pauses that nobody wrote down: a gap between two points in which the runner hardly moved. Points of devices that record only
 * now and then lie farther apart than the gap, but the runner moves between them.
 */
final class StandStill {
  /** Devices that record now and then leave at most some seconds between points while standing at a light. */
  static final double GAP_S = 15;

  /** A slow walk is 1 m/s. */
  private static final double SLOWEST_MS = 0.5;

  private StandStill() {}

  static Pauses pauses(Track track, int from, int to) {
    Pauses pauses = new Pauses();
    for (int point = from + 1; point < to; point++) {
      if (isPause(track, point)) {
        pauses.add(track.second(point - 1), track.second(point));
      }
    }
    return pauses;
  }

  /** Whether the runner stood between the point before and this one. */
  static boolean isPause(Track track, int point) {
    double seconds = track.second(point) - track.second(point - 1);
    if (!(seconds > GAP_S)) {
      return false;
    }
    double wayM = track.distanceM(point) - track.distanceM(point - 1);
    if (Double.isNaN(wayM)) {
      wayM = track.wayM(point - 1, point);
    }
    return wayM < SLOWEST_MS * seconds;
  }
}
