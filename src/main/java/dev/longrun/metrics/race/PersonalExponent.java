package dev.longrun.metrics.race;

import java.util.ArrayList;
import java.util.List;

/**
 * How much this runner slows with distance: Riegel's exponent from the runner's own races.
 *
 * <p>Each pair of races gives {@code b = ln(t2 / t1) / ln(d2 / d1)}. Their mean over n pairs is drawn towards the population's 1.07
 * as if that were three more pairs, {@code b* = (n·b + 3·1.07) / (n + 3)}, and kept between 1.03 and 1.15. The 1.07 is Vickers and
 * Vertosick's (2016); the drawing together and the bounds are Longrun's own choice.
 *
 * <p>A faster short race beside an unchanged long one raises the exponent, and with it the forecast from the long race. So a forecast
 * takes it from races before those it looks at: then no recent race can make the forecast slower by being faster.
 *
 * @param value 1.03 to 1.15
 * @param pairs of races it rests on; 0 means that it is the population's
 */
public record PersonalExponent(double value, int pairs) {
  public static final double LOWEST = 1.03;
  public static final double HIGHEST = 1.15;

  /** Races further apart say how the training went, not how the runner tires. */
  public static final int MOST_DAYS_APART = 8 * 7;

  /** Longrun's own choice: between nearly equal distances a few seconds would decide the exponent. */
  public static final double LEAST_RATIO = 1.5;

  private static final double POPULATION = 1.07;
  private static final int POPULATION_PAIRS = 3;

  /** The population's, when nothing is known about the runner. */
  public static final PersonalExponent TYPICAL = new PersonalExponent(POPULATION, 0);

  public PersonalExponent {
    if (!(value >= LOWEST && value <= HIGHEST) || pairs < 0) {
      throw new IllegalArgumentException("Not an exponent between 1.03 and 1.15 from races: %s from %d pairs".formatted(value, pairs));
    }
  }

  /**
   * From all pairs of races at most 8 weeks apart, the longer at least 1.5 times the shorter, each of 3.5 to 230 minutes.
   *
   * @return the population's exponent when there is no such pair
   */
  public static PersonalExponent of(List<Race> races) {
    List<Race> usable = races.stream().map(Race::official).filter(Race::isPlausible).filter(Riegel::covers).toList();
    List<Double> exponents = new ArrayList<>();
    for (Race shorter : usable) {
      for (Race longer : usable) {
        if (longer.distanceM() >= LEAST_RATIO * shorter.distanceM()
            && Math.abs(longer.daysAgo() - shorter.daysAgo()) <= MOST_DAYS_APART) {
          exponents.add(Math.log(longer.timeS() / shorter.timeS()) / Math.log(longer.distanceM() / shorter.distanceM()));
        }
      }
    }
    double sum = exponents.stream().mapToDouble(Double::doubleValue).sum();
    double drawn = (sum + POPULATION_PAIRS * POPULATION) / (exponents.size() + POPULATION_PAIRS);
    return new PersonalExponent(Math.min(Math.max(drawn, LOWEST), HIGHEST), exponents.size());
  }
}
