package dev.longrun.metrics.race;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The races that say something about the runner's endurance now: of the last 12 weeks, over 5 to 30 km. */
final class RecentRaces {
  static final int WINDOW_DAYS = 12 * 7;

  /** Shorter races test something else than endurance. */
  private static final double SHORTEST_M = 5_000;

  /** Longer races are ended by what ends marathons too, and are no measure for one. */
  private static final double LONGEST_M = 30_000;

  /** Half a year: for so long a marathon is the best evidence for the next. */
  private static final int MARATHON_DAYS = 183;

  private RecentRaces() {}

  static Optional<Race> fastestMarathon(List<Race> races) {
    return races.stream()
        .filter(race -> race.daysAgo() <= MARATHON_DAYS)
        .map(Race::official)
        .filter(Race::isPlausible)
        .filter(race -> race.distanceM() == StandardDistance.MARATHON.distanceM())
        .min(Comparator.comparingDouble(Race::timeS));
  }

  /** Over their official distances, and without what nobody runs. */
  static List<Race> of(List<Race> races) {
    return races.stream()
        .filter(race -> race.daysAgo() <= WINDOW_DAYS)
        .map(Race::official)
        .filter(Race::isPlausible)
        .filter(race -> race.distanceM() >= SHORTEST_M && race.distanceM() <= LONGEST_M)
        .toList();
  }
}
