package dev.longrun.source.file;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The points of a recording, column by column so that a day of them takes a few MiB. A missing value is NaN. */
final class Track {
  private static final int FIRST_CAPACITY = 512;
  private static final double EARTH_RADIUS_M = 6_371_008.8;

  private int size;
  private double[] second = new double[FIRST_CAPACITY];
  private double[] distanceM = new double[FIRST_CAPACITY];
  private double[] latitude = new double[FIRST_CAPACITY];
  private double[] longitude = new double[FIRST_CAPACITY];
  private float[] hrBpm = new float[FIRST_CAPACITY];
  private float[] powerW = new float[FIRST_CAPACITY];
  private float[] cadence = new float[FIRST_CAPACITY];
  private float[] elevationM = new float[FIRST_CAPACITY];
  private float[] otherPowerW;

  /**
   * @param second since 1970, with a fraction
   * @param cadence as the device says it: of one leg or of both
   * @throws UnusableFile when there are too many
   */
  void add(
      double second, double distanceM, double latitude, double longitude, double hrBpm, double powerW, double cadence, double elevationM) {
    if (size == Limits.POINTS) {
      throw new UnusableFile("The recording has more than " + Limits.POINTS + " points, which is no run.");
    }
    if (size == this.second.length) {
      grow();
    }
    boolean placed = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    this.second[size] = second;
    this.distanceM[size] = distanceM;
    this.latitude[size] = placed ? latitude : Double.NaN;
    this.longitude[size] = placed ? longitude : Double.NaN;
    this.hrBpm[size] = (float) hrBpm;
    this.powerW[size] = (float) powerW;
    this.cadence[size] = (float) cadence;
    this.elevationM[size] = (float) elevationM;
    size++;
  }

  /** Power that an app has measured, at the point that comes next. */
  void developerPower(double watts) {
    if (otherPowerW == null) {
      otherPowerW = new float[second.length];
      Arrays.fill(otherPowerW, Float.NaN);
    }
    if (size >= otherPowerW.length) {
      int before = otherPowerW.length;
      otherPowerW = Arrays.copyOf(otherPowerW, Math.min(Limits.POINTS, 2 * before));
      Arrays.fill(otherPowerW, before, otherPowerW.length, Float.NaN);
    }
    if (size < otherPowerW.length) {
      otherPowerW[size] = (float) watts;
    }
  }

  /** Takes that power for the power of the points. */
  void useDeveloperPower(int from, int to) {
    if (otherPowerW != null) {
      for (int point = from; point < to; point++) {
        powerW[point] = point < otherPowerW.length ? otherPowerW[point] : Float.NaN;
      }
    }
  }

  private void grow() {
    int capacity = Math.min(Limits.POINTS, 2 * size);
    second = Arrays.copyOf(second, capacity);
    distanceM = Arrays.copyOf(distanceM, capacity);
    latitude = Arrays.copyOf(latitude, capacity);
    longitude = Arrays.copyOf(longitude, capacity);
    hrBpm = Arrays.copyOf(hrBpm, capacity);
    powerW = Arrays.copyOf(powerW, capacity);
    cadence = Arrays.copyOf(cadence, capacity);
    elevationM = Arrays.copyOf(elevationM, capacity);
  }

  int size() {
    return size;
  }

  double second(int point) {
    return second[point];
  }

  double distanceM(int point) {
    return distanceM[point];
  }

  double latitude(int point) {
    return latitude[point];
  }

  double longitude(int point) {
    return longitude[point];
  }

  Double hrBpm(int point) {
    // A strap that has lost its runner says 0.
    return hrBpm[point] > 0 ? known(hrBpm[point]) : null;
  }

  Double powerW(int point) {
    return known(powerW[point]);
  }

  Double cadence(int point) {
    return known(cadence[point]);
  }

  Double elevationM(int point) {
    return known(elevationM[point]);
  }

  private static Double known(float value) {
    return Float.isFinite(value) ? (double) value : null;
  }

  /** The first point that is not before the moment; points that go back in time are not looked at. */
  int firstAt(double moment) {
    for (int point = 0; point < size; point++) {
      if (second[point] >= moment) {
        return point;
      }
    }
    return size;
  }

  double lastDistanceBefore(int point) {
    for (int before = point - 1; before >= 0; before--) {
      if (Double.isFinite(distanceM[before])) {
        return distanceM[before];
      }
    }
    return Double.NaN;
  }

  double firstDistanceFrom(int point) {
    for (int after = point; after < size; after++) {
      if (Double.isFinite(distanceM[after])) {
        return distanceM[after];
      }
    }
    return Double.NaN;
  }

  /** Null when none of the points has a place. */
  Double firstLongitude(int from, int to) {
    for (int point = from; point < to; point++) {
      if (Double.isFinite(longitude[point])) {
        return longitude[point];
      }
    }
    return null;
  }

  /** Whether any point of the range knows how far it is. */
  boolean knowsDistance(int from, int to) {
    for (int point = from; point < to; point++) {
      if (Double.isFinite(distanceM[point])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills in the distance from the positions, for recordings that carry none: great circles between the points, on a sphere.
   *
   * @param breaks whether the way from the point before to this one does not count, because nothing was recorded in between
   */
  void measure(int from, int to, IntPredicate breaks) {
    double sum = 0;
    int before = -1;
    for (int point = from; point < to; point++) {
      if (!Double.isFinite(latitude[point])) {
        continue;
      }
      if (before >= 0 && !breaks.test(point)) {
        sum += wayM(before, point);
      }
      distanceM[point] = sum;
      before = point;
    }
  }

  /** The great circle between two points (haversine). */
  double wayM(int from, int to) {
    double half = Math.toRadians(latitude[to] - latitude[from]) / 2;
    double across = Math.toRadians(longitude[to] - longitude[from]) / 2;
    double a =
        Math.pow(Math.sin(half), 2)
            + Math.cos(Math.toRadians(latitude[from])) * Math.cos(Math.toRadians(latitude[to])) * Math.pow(Math.sin(across), 2);
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
