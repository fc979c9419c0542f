package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaves points out of a recording that cannot be of it: dated before or after it, against the order of time, or far from the way.
 * The rest keeps its order and its values, and what was left out is said in a sentence for each kind.
 */
final class TrackCleaning {
  /** Before satellites told the time, and beyond every device. */
  private static final double EARLIEST_S = 86_400;

  private static final double LATEST_S = 6_311_433_600.0;

  /** Whoever is away for longer has begun another recording. */
  private static final double LONGEST_BREAK_S = 6 * 3600;

  /** So few points, so far from the others in time, are no part of the run: at worst it loses a pause before its first step. */
  private static final int FEW_POINTS = 3;

  private static final double FAR_S = 15 * 60;

  /** What is left out may be one point in ten: beyond that nobody knows which of them are wrong. */
  private static final double MOST_LEFT_OUT = 0.1;

  private final List<String> flaws = new ArrayList<>();
  private Track track;

  private TrackCleaning(Track track) {
    this.track = track;
  }

  /** @param flaws what was left out, a sentence each */
  record Cleaned(Track track, List<String> flaws) {}

  static Cleaned of(Track raw) {
    TrackCleaning cleaning = new TrackCleaning(raw);
    cleaning.leaveOutImpossibleTimes();
    cleaning.order();
    cleaning.leaveOutOtherTimes();
    cleaning.uniteMoments();
    int places = TrackPlaces.leaveOutImpossible(cleaning.track);
    if (places > 0) {
      cleaning.flaws.add(points(places) + " far from the way: the place is left out.");
    }
    return new Cleaned(cleaning.track, cleaning.flaws);
  }

  private void leaveOutImpossibleTimes() {
    keep(IntStream.range(0, track.size()).filter(point -> track.second(point) >= EARLIEST_S && track.second(point) <= LATEST_S).toArray(),
        "of a time that cannot be");
  }

  /** Times that go back: the few that do are left out; when the whole is in disorder it is sorted. */
  private void order() {
    int size = track.size();
    int back = (int) IntStream.range(1, size).filter(point -> track.second(point) < track.second(point - 1)).count();
    if (back == 0) {
      return;
    }
    int[] ascending = longestAscent();
    if (ascending.length >= (1 - MOST_LEFT_OUT) * size) {
      keep(ascending, "against the order of time");
      return;
    }
    track = track.of(IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(track::second)).mapToInt(Integer::intValue).toArray());
    flaws.add("The points stood in the wrong order of time and are sorted.");
  }

  /** The most points whose times do not go back (patience sorting). */
  private int[] longestAscent() {
    int size = track.size();
    int[] lasts = new int[size];
    int[] before = new int[size];
    int length = 0;
    for (int point = 0; point < size; point++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (track.second(lasts[middle]) <= track.second(point)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[point] = low == 0 ? -1 : lasts[low - 1];
      lasts[low] = point;
      length = Math.max(length, low + 1);
    }
    int[] ascent = new int[length];
    for (int i = length - 1, point = length == 0 ? -1 : lasts[length - 1]; i >= 0; i--, point = before[point]) {
      ascent[i] = point;
    }
    return ascent;
  }

  /** Points of another day than nearly all others, and single ones long before the first or after the last. */
  private void leaveOutOtherTimes() {
    int size = track.size();
    int from = 0;
    int to = 0;
    for (int begin = 0, point = 1; point <= size; point++) {
      if (point == size || track.second(point) - track.second(point - 1) > LONGEST_BREAK_S) {
        if (point - begin > to - from) {
          from = begin;
          to = point;
        }
        begin = point;
      }
    }
    if (to - from < (1 - MOST_LEFT_OUT) * size) {
      from = 0;
      to = size;
    }
    if (to - from > FEW_POINTS / MOST_LEFT_OUT) {
      for (int point = from + FEW_POINTS; point > from; point--) {
        if (track.second(point) - track.second(point - 1) > FAR_S) {
          from = point;
          break;
        }
      }
      for (int point = to - 1 - FEW_POINTS; point < to - 1; point++) {
        if (track.second(point + 1) - track.second(point) > FAR_S) {
          to = point + 1;
          break;
        }
      }
    }
    keep(IntStream.range(from, to).toArray(), "of another time than the run");
  }

  /** Some devices write the distance of a second in one record and its heart rate in another. */
  private void uniteMoments() {
    Track united = new Track();
    for (int point = 0; point < track.size(); point++) {
      int last = united.size() - 1;
      boolean same = last >= 0 && united.second(last) == track.second(point);
      if (same && !(united.hasPlace(last) && track.hasPlace(point)) && !bothKnowDistance(united, last, point)) {
        united.complete(track, point);
      } else {
        united.add(track, point);
      }
    }
    track = united;
  }

  private boolean bothKnowDistance(Track united, int last, int point) {
    return Double.isFinite(united.distanceM(last)) && Double.isFinite(track.distanceM(point));
  }

  private void keep(int[] points, String why) {
    int leftOut = track.size() - points.length;
    if (leftOut > 0) {
      flaws.add(points(leftOut) + " " + why + ": left out.");
      track = track.of(Arrays.copyOf(points, points.length));
    }
  }

  private static String points(int count) {
    return count == 1 ? "1 point" : count + " points";
  }
}
