package dev.longrun.log;

/**
 * What nobody who runs can do. The bound over each distance is a little below the men's world record, because whoever comes that near
 * to it is known by name: everything faster sat on a bicycle or in a car. Pure.
 */
public final class RunnersLimits {
  /** Metres and seconds of the records of 2024 (World Athletics; from 50 km on IAU), men, the faster of track and road. */
  private static final double[][] RECORDS = {
    {100, 9.58}, {200, 19.19}, {400, 43.03}, {800, 100.91}, {1_000, 131.96}, {1_500, 206}, {3_000, 437.55}, {5_000, 755.36},
    {10_000, 1_571}, {15_000, 2_442}, {21_097.5, 3_402}, {42_195, 7_235}, {50_000, 9_523}, {100_000, 21_935}, {160_934, 39_079},
    {319_614, 86_400}, {485_000, 172_800}, {1_036_000, 518_400}
  };

  /** Over an hour this is 19.9 km/h, over a marathon 2:15:30: so few run faster that they may be asked. */
  private static final double SHARE = 0.89;

  private RunnersLimits() {}

  /**
   * The mean speed over a distance that no run exceeds.
   *
   * @param distanceM more than 0
   * @return metres a second
   */
  public static double fastestMs(double distanceM) {
    if (distanceM <= RECORDS[0][0]) {
      return RECORDS[0][0] / RECORDS[0][1];
    }
    for (int i = 1; i < RECORDS.length; i++) {
      if (distanceM <= RECORDS[i][0]) {
        double share = Math.log(distanceM / RECORDS[i - 1][0]) / Math.log(RECORDS[i][0] / RECORDS[i - 1][0]);
        return SHARE * (speedMs(i - 1) + share * (speedMs(i) - speedMs(i - 1)));
      }
    }
    return SHARE * speedMs(RECORDS.length - 1);
  }

  private static double speedMs(int record) {
    return RECORDS[record][0] / RECORDS[record][1];
  }
}
