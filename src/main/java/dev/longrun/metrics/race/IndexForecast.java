package dev.longrun.metrics.race;

import dev.longrun.metrics.Measured;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may expect over a distance shorter than the marathon: the best of the equivalents, by equal pace index, of the races
 * of 5 to 30 km of the last 12 weeks, and of a marathon of the last half year.
 *
 * <p>A longer distance is not slowed beyond the equivalent: up to the half marathon equivalents are well calibrated (Vickers and
 * Vertosick 2016, n = 2303).
 *
 * <p>The standard deviation joins that of the race it rests on, that of the race to come, and 2 percentage points for each factor e
 * between the two distances. From race to race the times of experienced runners vary by 1.2 to 1.9 % over the shorter road races
 * and by 2.7 % over the half (Hopkins and Hewson 2001, Med Sci Sports Exerc 33:1588); how they are joined is Longrun's own design.
 * Weather and hills are not in it.
 */
public final class IndexForecast {
  private static final double SHORT_VARIATION_PERCENT = 1.6;
  private static final double LONG_VARIATION_PERCENT = 2.7;
  private static final double PERCENT_PER_FACTOR = 2.0;

  private IndexForecast() {}

  /**
   * @param races all-out races and time trials
   * @param distance not the marathon: {@link MarathonForecast} knows more about it
   */
  public static Forecast of(List<Race> races, StandardDistance distance) {
    if (distance == StandardDistance.MARATHON) {
      throw new IllegalArgumentException("A marathon is forecast by more than the pace index");
    }
    double toM = distance.distanceM();
    return Stream.concat(RecentRaces.of(races).stream(), RecentRaces.fastestMarathon(races).stream())
        .filter(race -> index(race).isKnown())
        .min(Comparator.comparingDouble(race -> equivalentS(race, toM)))
        .map(race -> from(race, distance))
        .orElseGet(() -> tooLittleKnown(distance));
  }

  private static Measured index(Race race) {
    return PaceIndex.of(race.distanceM(), race.timeS());
  }

  private static double equivalentS(Race race, double toM) {
    return PaceIndex.timeS(index(race).value(), toM);
  }

  private static Forecast from(Race race, StandardDistance distance) {
    double seconds = equivalentS(race, distance.distanceM());
    double apart = PERCENT_PER_FACTOR * Math.log(distance.distanceM() / race.distanceM());
    double percent = Math.hypot(Math.hypot(variationPercent(race.distanceM()), variationPercent(distance.distanceM())), apart);
    return Forecast.known(
        distance,
        seconds,
        seconds * percent / 100,
        seconds * percent / 100,
        null,
        List.of(ModelForecast.of(ForecastModel.PACE_INDEX, seconds, race.inWords())),
        List.of("It assumes a flat course and a cool day"));
  }

  private static double variationPercent(double distanceM) {
    return distanceM < StandardDistance.HALF_MARATHON.distanceM() ? SHORT_VARIATION_PERCENT : LONG_VARIATION_PERCENT;
  }

  private static Forecast tooLittleKnown(StandardDistance distance) {
    return Forecast.tooLittleKnown(
        distance,
        List.of(ModelForecast.missing(ForecastModel.PACE_INDEX, "no race of 5 to 30 km in the last 12 weeks")),
        List.of("an all-out race of 5 to 30 km, within 4 hours, in the last 12 weeks"));
  }
}
