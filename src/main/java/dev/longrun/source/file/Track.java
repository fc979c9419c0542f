package dev.longrun.source.file;

import java.util.Arrays;

/** The points of a recording, column by column so that a day of them takes a few MiB. A missing value is NaN. */
final class Track {
  private static final int FIRST_CAPACITY = 512;
  private static final double EARTH_RADIUS_M = 6_371_008.8;
  private static final double FASTEST_MS = 50;

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
  void useDeveloperPower() {
    if (otherPowerW != null) {
      for (int point = 0; point < size; point++) {
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
    return measured(hrBpm[point]);
  }

  Double powerW(int point) {
    return measured(powerW[point]);
  }

  Double cadence(int point) {
    return measured(cadence[point]);
  }

  Double elevationM(int point) {
    return known(elevationM[point]);
  }

  /** A sensor that has lost its runner says 0, and so does a device without the sensor. */
  private static Double measured(float value) {
    return value > 0 ? known(value) : null;
  }

  private static Double known(float value) {
    return Float.isFinite(value) ? (double) value : null;
  }

  /** Null when none of the points has a place. */
  Double firstLongitude() {
    for (int point = 0; point < size; point++) {
      if (Double.isFinite(longitude[point])) {
        return longitude[point];
      }
    }
    return null;
  }

  /** Whether any point knows how far it is. */
  boolean knowsDistance() {
    for (int point = 0; point < size; point++) {
      if (Double.isFinite(distanceM[point])) {
        return true;
      }
    }
    return false;
  }

  boolean hasPlace(int point) {
    return Double.isFinite(latitude[point]) && Double.isFinite(longitude[point]);
  }

  /** How far each point is by the places alone, as {@link #distanceM} says it: NaN where there is none. */
  double[] wayM(Pauses pauses) {
    double[] way = new double[size];
    Arrays.fill(way, Double.NaN);
    boolean carried = hasFewLeaps();
    double sum = 0;
    int before = -1;
    for (int point = 0; point < size; point++) {
      if (!hasPlace(point)) {
        continue;
      }
      if (before >= 0 && !pauses.holdsOneBetween(second[before], second[point]) && !(carried && isLeap(before, point))) {
        sum += wayM(before, point);
      }
      way[point] = sum;
      before = point;
    }
    return way;
  }

  /** Whether what no runner does is an exception: where it is the rule the whole is no run, and as long as it is. */
  private boolean hasFewLeaps() {
    int leaps = 0;
    int before = -1;
    for (int point = 0; point < size; point++) {
      if (hasPlace(point)) {
        leaps += before >= 0 && isLeap(before, point) ? 1 : 0;
        before = point;
      }
    }
    return leaps <= 0.1 * size;
  }

  /** No runner, and no catching up of a lost signal: between the two the device was carried. */
  private boolean isLeap(int from, int to) {
    return wayM(from, to) > FASTEST_MS * Math.max(1, second[to] - second[from]);
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

  void forgetPlace(int point) {
    latitude[point] = Double.NaN;
    longitude[point] = Double.NaN;
  }

  void distanceM(int point, double metres) {
    distanceM[point] = metres;
  }

  /** The points of these numbers, in this order. */
  Track of(int[] points) {
    Track track = new Track();
    for (int point : points) {
      track.add(this, point);
    }
    return track;
  }

  /** The points of a time, in their order. */
  Track between(double fromS, double toS) {
    Track track = new Track();
    for (int point = 0; point < size; point++) {
      if (second[point] >= fromS && second[point] < toS) {
        track.add(this, point);
      }
    }
    return track;
  }

  /** The same point again. */
  void add(Track other, int point) {
    add(
        other.second[point], other.distanceM[point], other.latitude[point], other.longitude[point], other.hrBpm[point], other.powerW[point],
        other.cadence[point], other.elevationM[point]);
  }

  /** What the last point does not know, another one of the same moment may. */
  void complete(Track other, int point) {
    int last = size - 1;
    distanceM[last] = first(distanceM[last], other.distanceM[point]);
    if (!hasPlace(last)) {
      latitude[last] = other.latitude[point];
      longitude[last] = other.longitude[point];
    }
    hrBpm[last] = first(hrBpm[last], other.hrBpm[point]);
    powerW[last] = first(powerW[last], other.powerW[point]);
    cadence[last] = first(cadence[last], other.cadence[point]);
    elevationM[last] = first(elevationM[last], other.elevationM[point]);
  }

  private static double first(double one, double other) {
    return Double.isNaN(one) ? other : one;
  }

  private static float first(float one, float other) {
    return Float.isNaN(one) ? other : one;
  }
}
