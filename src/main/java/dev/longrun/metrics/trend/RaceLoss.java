package dev.longrun.metrics.trend;

import dev.longrun.metrics.race.PaceIndex;
import dev.longrun.metrics.race.StandardDistance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether the runner has lost performance in races: the best pace index (Daniels and Gilbert 1979) of the races of the last 28 days
 * against the median of those of the year before, over 5 km to the half marathon. Repeats are not compared: their laps differ from
 * session to session.
 *
 * <p>From race to race the times of the fastest quarter of runners vary by 1.2 to 1.9 % over the shorter road races and by 2.7 % over the
 * half (Hopkins and Hewson 2001), of slower ones by up to twice as much; 3 % of the index, which moves with the time at about the same
 * rate, stands for all of them here, so that one bad day is no loss.
 *
 * @param pValue two-sided, by the normal distribution; null when there is no estimate
 */
record RaceLoss(Finding finding, Double pValue) {
  private static final String WHAT = "race performance in " + EffortAgainstLoad.LATELY;
  private static final double VARIATION_PERCENT = 3;
  private static final double WORTHWHILE_PERCENT = 1;
  private static final double Z95 = 1.96;
  private static final String METHOD = "pace index of races (Daniels and Gilbert 1979), variation of Hopkins and Hewson 2001";

  private record RaceDay(LocalDate day, double index) {}

  static RaceLoss of(List<RunObservation> runs, LocalDate today) {
    List<RaceDay> before = new ArrayList<>();
    List<RaceDay> lately = new ArrayList<>();
    for (RunObservation run : runs) {
      Double index = index(run);
      if (index != null && !run.day().isAfter(today) && run.day().isAfter(today.minusYears(1))) {
        (EffortAgainstLoad.isLately(run, today) ? lately : before).add(new RaceDay(run.day(), index));
      }
    }
    if (lately.isEmpty() || before.isEmpty()) {
      String when = lately.isEmpty() ? "race of 5 km to a half marathon in " : "race of 5 km to a half marathon in the year before ";
      return new RaceLoss(new TooFew(WHAT, 0, 1, when + EffortAgainstLoad.LATELY, basis(before, lately)), null);
    }
    double usual = Median.of(before.stream().mapToDouble(RaceDay::index).toArray());
    double best = lately.stream().mapToDouble(RaceDay::index).max().orElseThrow();
    double change = 100 * (best / usual - 1);
    double error = VARIATION_PERCENT * Math.sqrt(1 + 1.0 / before.size());
    double low = change - Z95 * error;
    double high = change + Z95 * error;
    Estimate estimate =
        new Estimate(
            WHAT, change, low, high, "%", basis(before, lately), METHOD, List.of(), Math.abs(DetectableEffect.of(error)),
            (low > 0 || high < 0) && Math.abs(change) >= WORTHWHILE_PERCENT, List.of());
    return new RaceLoss(estimate, 2 * new NormalDistribution().cumulativeProbability(-Math.abs(change) / error));
  }

  private static Basis basis(List<RaceDay> before, List<RaceDay> lately) {
    List<LocalDate> days = new ArrayList<>();
    before.forEach(race -> days.add(race.day()));
    lately.forEach(race -> days.add(race.day()));
    return new Basis(
        days.size(),
        days.size() == 1 ? "race" : "races",
        days.stream().min(LocalDate::compareTo).orElse(null),
        days.stream().max(LocalDate::compareTo).orElse(null),
        Map.of());
  }

  /** Null of a run that is no race of 5 km to a half marathon on road or track. */
  private static Double index(RunObservation run) {
    return !run.is(RunObservation.RACE) || !run.surface().isOutdoors()
        ? null
        : StandardDistance.official(run.distanceM())
            .filter(distance -> distance.distanceM() >= StandardDistance.FIVE_KM.distanceM())
            .filter(distance -> distance.distanceM() <= StandardDistance.HALF_MARATHON.distanceM())
            .map(distance -> PaceIndex.of(distance.distanceM(), run.movingS()).value())
            .orElse(null);
  }
}
