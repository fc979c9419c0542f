package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a shoe will reach the kilometres at which its runner wants to be reminded, if it goes on as in the last twelve weeks: what is
 * left over the median of all means of four weeks in a row, which one odd week cannot move much; the earliest and latest date come
 * from the busiest and the quietest four weeks. No trial shows that a new pair at some mileage prevents injuries: comfort, wear and feel
 * decide (Longrun's rule, see Cook 1985 and Malisoux 2015 for what is known).
 *
 * @param km so far
 * @param remainingKm not below 0
 * @param kmPerWeek lately; null when not known
 * @param expected null when not known
 * @param earliest null when not known
 * @param latest null when not known, or when the quietest weeks had none of it
 * @param missing why there is no date; null when there is one
 */
public record ShoeRetirement(
    String shoe,
    double km,
    double limitKm,
    double remainingKm,
    Double kmPerWeek,
    LocalDate expected,
    LocalDate earliest,
    LocalDate latest,
    String missing) {
  public static final int WEEKS = 12;
  private static final int WINDOW = 4;
  /** Worn in fewer of the last weeks than this, the shoe has no habit to go on with. */
  private static final int LEAST_WORN_WEEKS = 4;

  /** Nobody knows what is run in ten years. */
  private static final double FARTHEST_WEEKS = 520;

  /**
   * @param weeklyKm of the shoe in the last whole weeks, oldest first, 0 for weeks without it; more than the last twelve are not looked at
   * @param today the day on which {@code km} was counted
   */
  public static ShoeRetirement of(String shoe, double km, double limitKm, List<Double> weeklyKm, LocalDate today) {
    double remaining = Math.max(0, limitKm - km);
    if (remaining == 0) {
      return new ShoeRetirement(shoe, km, limitKm, 0, null, today, today, today, null);
    }
    double[] recent = weeklyKm.subList(Math.max(0, weeklyKm.size() - WEEKS), weeklyKm.size()).stream().mapToDouble(week -> week).toArray();
    long worn = Arrays.stream(recent).filter(week -> week > 0).count();
    if (worn < LEAST_WORN_WEEKS) {
      return unknown(
          shoe, km, limitKm, remaining, "worn in %d of the last %d weeks, it takes %d".formatted(worn, recent.length, LEAST_WORN_WEEKS));
    }
    double[] means =
        IntStream.rangeClosed(0, recent.length - WINDOW)
            .mapToDouble(from -> Arrays.stream(recent, from, from + WINDOW).sum() / WINDOW)
            .sorted()
            .toArray();
    double rate = Median.ofSorted(means);
    if (rate <= 0 || remaining / rate > FARTHEST_WEEKS) {
      return unknown(shoe, km, limitKm, remaining, "worn too little lately to say when");
    }
    return new ShoeRetirement(
        shoe, km, limitKm, remaining, rate, date(today, remaining, rate), date(today, remaining, means[means.length - 1]),
        date(today, remaining, means[0]), null);
  }

  private static ShoeRetirement unknown(String shoe, double km, double limitKm, double remaining, String why) {
    return new ShoeRetirement(shoe, km, limitKm, remaining, null, null, null, null, why);
  }

  private static LocalDate date(LocalDate today, double remaining, double rate) {
    return rate <= 0 || remaining / rate > FARTHEST_WEEKS ? null : today.plusDays((long) Math.ceil(7 * remaining / rate));
  }

  public String sentence() {
    String far = "%s has %.0f of %.0f km".formatted(shoe, km, limitKm);
    if (missing != null) {
      return "%s; when it gets there is not known: %s.".formatted(far, missing);
    }
    if (remainingKm == 0) {
      return far + ": the limit is reached. Comfort, wear and feel decide.";
    }
    return "%s; at %.0f km a week, as lately, it gets there on %s (from %s%s)."
        .formatted(far, kmPerWeek, expected, earliest, latest == null ? " on, or much later" : " to " + latest);
  }
}
