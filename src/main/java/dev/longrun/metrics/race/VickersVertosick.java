package dev.longrun.metrics.race;

/**
 * The marathon time from one or two races and the kilometres a week, fitted to 2303 runners.
 *
 * <p>Vickers and Vertosick 2016 (BMC Sports Sci Med Rehabil 8:26), additional file 1, with m in miles a week:
 *
 * <ul>
 *   <li>from one race: {@code v = 0.16018617 + 0.83076202·vR + 0.06423826·m/10} in m/s, vR the marathon speed by Riegel with 1.07
 *   <li>from two races, the second longer: {@code k = ln(t2/t1) / ln(d2/d1)}, {@code kM = 1.4510756 − 0.23797948·k −
 *       0.01410023·m/10}, {@code t = t2 · (42195/d2)^kM}
 * </ul>
 *
 * <p>Root mean square error 15.1 and 14.4 min, mostly on runners of 3:30 to 5:00; towards 3 hours it is drawn to the mean and so
 * pessimistic. The paper's corrections for hard courses are left out. Copies with 0.6423826 or with the exponent 1.06 in the first
 * model are wrong.
 */
public final class VickersVertosick {
  private static final double RIEGEL_EXPONENT = 1.07;
  private static final double KM_PER_MILE = 1.609344;
  private static final double MARATHON_M = StandardDistance.MARATHON.distanceM();

  /** Longrun's own limit: the credit for kilometres is not carried on beyond what more than a few runners run. */
  private static final double MOST_KM_PER_WEEK = 160;

  private VickersVertosick() {}

  /**
   * The first model.
   *
   * @param kmPerWeek 0 or more; more than 160 count as 160
   * @return seconds
   */
  public static double fromOneRaceS(double distanceM, double timeS, double kmPerWeek) {
    double riegelSpeed = MARATHON_M / Riegel.timeS(distanceM, timeS, MARATHON_M, RIEGEL_EXPONENT);
    double speed = 0.16018617 + 0.83076202 * riegelSpeed + 0.06423826 * tensOfMiles(kmPerWeek);
    return MARATHON_M / speed;
  }

  /**
   * The second model.
   *
   * @param shorterM metres of one race
   * @param longerM metres of the other race, more than {@code shorterM}
   * @param kmPerWeek 0 or more; more than 160 count as 160
   * @return seconds
   */
  public static double fromTwoRacesS(double shorterM, double shorterS, double longerM, double longerS, double kmPerWeek) {
    if (!(shorterM > 0 && shorterS > 0 && longerM > shorterM)) {
      throw new IllegalArgumentException("The second race must be the longer: %s m, %s m".formatted(shorterM, longerM));
    }
    double between = Math.log(longerS / shorterS) / Math.log(longerM / shorterM);
    double exponent = 1.4510756 - 0.23797948 * between - 0.01410023 * tensOfMiles(kmPerWeek);
    return Riegel.timeS(longerM, longerS, MARATHON_M, exponent);
  }

  private static double tensOfMiles(double kmPerWeek) {
    if (!(kmPerWeek >= 0)) {
      throw new IllegalArgumentException("Not kilometres a week: " + kmPerWeek);
    }
    return Math.min(kmPerWeek, MOST_KM_PER_WEEK) / KM_PER_MILE / 10;
  }
}
