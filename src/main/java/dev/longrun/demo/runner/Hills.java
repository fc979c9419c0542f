package dev.longrun.demo.runner;

import java.util.Random;

/** What each stretch of a run climbs and descends, in whole metres as the watch rounds them. */
record Hills(double[] gains, double[] losses, double gainPerKm) {
  /** A flat loop along the river, a rolling one through the park, a hilly one; metres climbed per kilometre. */
  private static final double[] LOOPS = {3, 9, 18};

  static Hills none(Laps laps) {
    int count = laps.stretches().size();
    return new Hills(new double[count], new double[count], 0);
  }

  /** @param race races are run on flat courses */
  static Hills along(Laps laps, boolean race, Random chance) {
    double loop = LOOPS[race ? 0 : chance.nextInt(LOOPS.length)];
    int count = laps.stretches().size();
    double[] gains = new double[count];
    double[] losses = new double[count];
    double sum = 0;
    double km = 0;
    for (int i = 0; i < count; i++) {
      double length = laps.stretches().get(i).km();
      gains[i] = Math.rint(loop * length * (0.4 + 1.2 * chance.nextDouble()));
      losses[i] = Math.rint(loop * length * (0.4 + 1.2 * chance.nextDouble()));
      sum += gains[i];
      km += length;
    }
    return new Hills(gains, losses, sum / km);
  }

  double gain(int stretch) {
    return gains[stretch];
  }

  double loss(int stretch) {
    return losses[stretch];
  }
}
