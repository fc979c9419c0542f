package dev.longrun.source.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets right what the points of a recording say about how far they are: metres since the start, which is what everybody means and not
 * everybody writes. A counter that starts again is counted through, one in another unit or of each point alone is told by the places
 * or by what the device says of the whole.
 */
final class DistanceCounter {
  /** No runner, and no catching up of a lost signal. */
  private static final double FASTEST_MS = 50;

  /** What a filter takes back of the last metres is no new start. */
  private static final double TAKEN_BACK = 0.01;

  /** So many points later a counter that only slipped is back. */
  private static final int SLIP_POINTS = 5;

  private static final double ALIKE = 0.1;

  private static final double LONGEST_FIRST_STEP_S = 60;

  /** Of kilometres, miles, feet, yards and centimetres: how many metres each is. */
  private static final double[] UNITS_M = {1000, 1609.344, 0.3048, 0.9144, 0.01};

  private static final String[] UNIT_NAMES = {"kilometres", "miles", "feet", "yards", "centimetres"};

  private final Track track;
  private final double startS;
  private final List<Integer> points = new ArrayList<>();
  private final List<String> flaws = new ArrayList<>();

  private DistanceCounter(Track track, double startS) {
    this.track = track;
    this.startS = startS;
    for (int point = 0; point < track.size(); point++) {
      if (Double.isFinite(track.distanceM(point))) {
        points.add(point);
      }
    }
  }

  /**
   * @param wayM what each point is far by the places, NaN where there is none
   * @param saidM what the device says of the whole, NaN when it says nothing
   * @return what was set right, a sentence each
   */
  static List<String> setRight(Track track, double startS, double[] wayM, double saidM) {
    DistanceCounter counter = new DistanceCounter(track, startS);
    counter.setRight(span(wayM), saidM);
    if (counter.points.isEmpty()) {
      for (int point = 0; point < wayM.length; point++) {
        track.distanceM(point, wayM[point]);
      }
    }
    return counter.flaws;
  }

  /** From the first that is known to the last; NaN when there are not two. */
  static double span(double[] metres) {
    double last = Double.NaN;
    double first = Double.NaN;
    for (double value : metres) {
      first = Double.isNaN(first) ? value : first;
      last = Double.isNaN(value) ? last : value;
    }
    return last - first;
  }

  private void setRight(double placesM, double saidM) {
    if (points.isEmpty()) {
      return;
    }
    double knownM = placesM > 0 ? placesM : saidM;
    if (isOfEachPoint(knownM)) {
      addUp();
      flaws.add("The points tell how far each is from the one before; they are added up.");
    } else if (isConstant()) {
      boolean wrong = knownM > 0 || last() == 0;
      if (wrong) {
        forget(placesM > 0 ? "The points do not count their distance; it is measured between their places." : null);
        return;
      }
    }
    countThrough();
    setUnit(knownM);
    double spanM = last() - first();
    boolean placesAreRight = placesM > 0 && isAlike(placesM, saidM, 0.03) && !isAlike(placesM, spanM, 0.3);
    if (placesAreRight) {
      forget("The distance that the points count is not that of their places; it is measured between them.");
    }
  }

  private void forget(String flaw) {
    points.forEach(point -> track.distanceM(point, Double.NaN));
    points.clear();
    if (flaw != null) {
      flaws.add(flaw);
    }
  }

  private boolean isConstant() {
    return points.stream().allMatch(point -> track.distanceM(point) == first());
  }

  private double first() {
    return track.distanceM(points.get(0));
  }

  private double last() {
    return track.distanceM(points.get(points.size() - 1));
  }

  private boolean isOfEachPoint(double knownM) {
    double sum = points.stream().mapToDouble(track::distanceM).sum();
    double largest = points.stream().mapToDouble(track::distanceM).max().orElse(0);
    return points.size() >= SLIP_POINTS && isAlike(sum, knownM, ALIKE) && largest < 0.5 * knownM;
  }

  private void addUp() {
    double sum = 0;
    for (int point : points) {
      sum += track.distanceM(point);
      track.distanceM(point, sum);
    }
  }

  /** Makes one rising count of all: new starts go on, slips and leaps are left out. */
  private void countThrough() {
    double largest = points.stream().mapToDouble(point -> Math.abs(track.distanceM(point))).max().orElse(0);
    int starts = 0;
    int slips = 0;
    double before = Double.NaN;
    double beforeS = track.second(points.get(0));
    double offset = -base();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int point = points.get(i);
      double value = track.distanceM(point);
      double seconds = Math.max(1, track.second(point) - beforeS);
      if (!Double.isNaN(before) && value < before) {
        if (before - value <= TAKEN_BACK * largest || comesBack(i, before)) {
          slips += before - value > TAKEN_BACK * largest ? 1 : 0;
          track.distanceM(point, Double.NaN);
          continue;
        }
        offset += value <= FASTEST_MS * seconds && value <= 0.5 * before ? before : before - value;
        starts++;
      } else if (!Double.isNaN(before) && value - before > FASTEST_MS * seconds) {
        if (fallsBack(i, before, value)) {
          track.distanceM(point, Double.NaN);
          slips++;
          continue;
        }
        offset -= value - before;
        starts++;
      }
      before = value;
      beforeS = track.second(point);
      track.distanceM(point, value + offset);
      kept.add(point);
    }
    points.clear();
    points.addAll(kept);
    if (starts > 0) {
      flaws.add("The distance counter started again or leapt " + times(starts) + "; the run is counted through.");
    }
    if (slips > 0) {
      flaws.add("The distance counter slipped " + times(slips) + "; what it said then is left out.");
    }
  }

  /** What an earlier leg had counted: 0 when the first point is as far as a start allows. */
  private double base() {
    double seconds = Math.max(0, track.second(points.get(0)) - startS);
    if (first() <= FASTEST_MS * Math.max(2, seconds)) {
      return 0;
    }
    int next = points.get(Math.min(1, points.size() - 1));
    double stepS = track.second(next) - track.second(points.get(0));
    double speedMs = stepS > 0 ? (track.distanceM(next) - first()) / stepS : 0;
    return speedMs > 0 && speedMs < FASTEST_MS ? first() - speedMs * Math.min(seconds, LONGEST_FIRST_STEP_S) : first();
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private boolean comesBack(int from, double before) {
    for (int i = from + 1; i < points.size() && i <= from + SLIP_POINTS; i++) {
      if (track.distanceM(points.get(i)) >= before) {
        return true;
      }
    }
    return false;
  }

  private boolean fallsBack(int from, double before, double leap) {
    for (int i = from + 1; i < points.size() && i <= from + SLIP_POINTS; i++) {
      double value = track.distanceM(points.get(i));
      if (value >= before && value < leap) {
        return true;
      }
    }
    return false;
  }

  private void setUnit(double knownM) {
    double spanM = last() - first();
    if (!(knownM > 0) || !(spanM > 0) || isAlike(spanM, knownM, ALIKE)) {
      return;
    }
    for (int i = 0; i < UNITS_M.length; i++) {
      double unitM = UNITS_M[i];
      if (isAlike(spanM * unitM, knownM, unitM == 0.9144 ? 0.03 : ALIKE)) {
        points.forEach(point -> track.distanceM(point, track.distanceM(point) * unitM));
        flaws.add(String.format(Locale.ROOT, "The points count in %s and not in metres.", UNIT_NAMES[i]));
        return;
      }
    }
  }

  private static boolean isAlike(double one, double other, double share) {
    return one > 0 && other > 0 && Math.abs(one - other) <= share * Math.max(one, other);
  }
}
