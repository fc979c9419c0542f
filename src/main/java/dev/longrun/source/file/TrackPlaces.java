package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.List;

/** Tells the places of a track that nobody can have been at in between: a few points off the way, or where no land is at all. */
final class TrackPlaces {
  /** Faster than any sprinter (Bolt 2009: 12.4 m/s), and what satellites are wrong by on a bad day. */
  private static final double FASTEST_MS = 12.5;

  private static final double WANDERING_M = 50;

  /** Before the first and after the last stretch nothing tells a stray from a ride home: only what no car does is one. */
  private static final double FASTEST_AT_THE_ENDS_MS = 40;

  /** Receivers without a fix say 0/0, in the sea off Ghana. */
  private static final double NULL_ISLAND_DEGREES = 0.01;

  /** So many points, or this share of all, are no outlier but another stretch of the way. */
  private static final int MANY = 10;

  private static final double SHARE = 0.05;

  private static final double MOST_STRAYS = 0.1;

  private final Track track;

  private TrackPlaces(Track track) {
    this.track = track;
  }

  /** @return how many places were taken out */
  static int leaveOutImpossible(Track track) {
    TrackPlaces places = new TrackPlaces(track);
    return places.leaveOutNullIsland() + places.leaveOutStrays();
  }

  private int leaveOutNullIsland() {
    int leftOut = 0;
    for (int point = 0; point < track.size(); point++) {
      if (Math.abs(track.latitude(point)) < NULL_ISLAND_DEGREES && Math.abs(track.longitude(point)) < NULL_ISLAND_DEGREES) {
        track.forgetPlace(point);
        leftOut++;
      }
    }
    return leftOut;
  }

  /** A stretch: points each of which can be reached from the one before. */
  private record Stretch(List<Integer> points) {
    int first() {
      return points.get(0);
    }

    int last() {
      return points.get(points.size() - 1);
    }
  }

  private int leaveOutStrays() {
    List<Stretch> stretches = stretches();
    if (stretches.size() < 2) {
      return 0;
    }
    int placed = stretches.stream().mapToInt(stretch -> stretch.points().size()).sum();
    int many = (int) Math.max(2, Math.min(MANY, SHARE * placed + 1));
    List<Integer> strays = new ArrayList<>();
    int before = -1;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      boolean fits = before < 0 || isReachable(before, stretch.first(), speed(before, stretches, i, many));
      int next = nextLong(stretches, i + 1, many);
      boolean leads = next < 0 || isReachable(stretch.last(), next, speed(before, stretches, i, many));
      if (stretch.points().size() >= many || (before >= 0 || next >= 0) && fits && leads) {
        before = stretch.last();
      } else {
        strays.addAll(stretch.points());
      }
    }
    if (strays.size() > Math.max(2, MOST_STRAYS * placed)) {
      // Nothing strays from anything: the whole was driven or flown, which is for others to say.
      return 0;
    }
    strays.forEach(track::forgetPlace);
    return strays.size();
  }

  private static double speed(int before, List<Stretch> stretches, int at, int many) {
    return before < 0 || nextLong(stretches, at + 1, many) < 0 ? FASTEST_AT_THE_ENDS_MS : FASTEST_MS;
  }

  private static int nextLong(List<Stretch> stretches, int from, int many) {
    for (int i = from; i < stretches.size(); i++) {
      if (stretches.get(i).points().size() >= many) {
        return stretches.get(i).first();
      }
    }
    return -1;
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int before = -1;
    for (int point = 0; point < track.size(); point++) {
      if (!track.hasPlace(point)) {
        continue;
      }
      if (before < 0 || !isReachable(before, point, FASTEST_MS)) {
        stretches.add(new Stretch(new ArrayList<>()));
      }
      stretches.get(stretches.size() - 1).points().add(point);
      before = point;
    }
    return stretches;
  }

  private boolean isReachable(int from, int to, double fastestMs) {
    return track.wayM(from, to) <= WANDERING_M + fastestMs * (track.second(to) - track.second(from));
  }
}
