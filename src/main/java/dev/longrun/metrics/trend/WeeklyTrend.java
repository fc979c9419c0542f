package dev.longrun.metrics.trend;

import dev.longrun.quantity.IsoWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which way something goes, without a model and without trust in single values: the slope of {@link TheilSen} and the test of {@link
 * MannKendall} on the medians of ISO weeks. What is left of the autocorrelation widens both by {@code √((1 + r) / (1 − r))} (Bartlett
 * 1935; Yue and Wang 2004 correct Mann–Kendall in the same way). Needs 20 values in 8 different weeks.
 *
 * <p>A gap of more than eight weeks ends the line: only what lies after it counts. Of less than nine months the change over the time seen
 * is given, no yearly rate.
 *
 * @param slope a year, or over the time seen
 * @param test null when there are too few weeks; its p-value does not know of the autocorrelation
 * @param weeks the medians, oldest first, by the Monday of their week
 */
public record WeeklyTrend(Finding slope, MannKendall test, List<DayValue> weeks) {
  public static final int LEAST_VALUES = 20;
  public static final int LEAST_WEEKS = 8;
  private static final double DAYS_A_YEAR = 365.25;
  private static final double Z95 = 1.96;
  private static final String METHOD = "Theil-Sen slope of weekly medians with Sen's interval (1968)";

  public WeeklyTrend {
    weeks = List.copyOf(weeks);
  }

  /**
   * @param what such as {@code efficiency factor}
   * @param unit of the values
   * @param counted what the values are, in the plural: {@code runs}, {@code mornings}
   * @param worthwhile the smallest change, a year or over the time seen, that anybody should care for
   */
  public static WeeklyTrend of(String what, String unit, String counted, List<DayValue> allValues, double worthwhile) {
    List<DayValue> values = sinceTheLastGap(allValues);
    List<DayValue> weeks = weeklyMedians(values);
    Basis basis = basis(values, counted, allValues.size() - values.size());
    if (values.size() < LEAST_VALUES) {
      return new WeeklyTrend(TooFew.of(what, LEAST_VALUES, basis), null, weeks);
    }
    if (weeks.size() < LEAST_WEEKS) {
      return new WeeklyTrend(new TooFew(what, weeks.size(), LEAST_WEEKS, "weeks", basis), null, weeks);
    }
    double[] years = weeks.stream().mapToDouble(week -> week.day().toEpochDay() / DAYS_A_YEAR).toArray();
    double[] medians = weeks.stream().mapToDouble(DayValue::value).toArray();
    TheilSen line = TheilSen.ofSeries(years, medians).orElseThrow();
    MannKendall test = MannKendall.of(medians);
    SeenSpan span = SeenSpan.of(basis);
    Interval interval = new Interval(line.interval().low() * span.years(), line.interval().high() * span.years());
    double change = line.slope() * span.years();
    // Where most pairs of weeks have the same median the slope is that of the scale.
    if (change == 0 && (interval.low() == 0 || interval.high() == 0)) {
      return new WeeklyTrend(Alike.of(what, medians, "weekly medians", basis), test, weeks);
    }
    boolean clear =
        !interval.contains(0) && Math.abs(test.z()) / line.widening() >= Z95 && Math.abs(change) >= worthwhile;
    Estimate slope =
        new Estimate(
            what,
            change,
            interval.low(),
            interval.high(),
            unit + span.words(),
            basis,
            METHOD,
            List.of(),
            DetectableEffect.of(interval.width() / 2 / Z95),
            clear,
            List.of(
                "Medians of %d weeks; nothing is allowed for, neither season nor shoes nor where it was run.".formatted(weeks.size())));
    return new WeeklyTrend(slope, test, weeks);
  }

  private static List<DayValue> sinceTheLastGap(List<DayValue> values) {
    List<DayValue> sorted = values.stream().sorted(Comparator.comparing(DayValue::day)).toList();
    int from = 0;
    for (int i = 1; i < sorted.size(); i++) {
      if (ChronoUnit.DAYS.between(sorted.get(i - 1).day(), sorted.get(i).day()) > SeenSpan.LONGEST_GAP_DAYS) {
        from = i;
      }
    }
    return sorted.subList(from, sorted.size());
  }

  private static Basis basis(List<DayValue> values, String counted, int beforeGap) {
    LocalDate from = values.stream().map(DayValue::day).min(LocalDate::compareTo).orElse(null);
    LocalDate to = values.stream().map(DayValue::day).max(LocalDate::compareTo).orElse(null);
    return new Basis(
        values.size(), counted, from, to, beforeGap == 0 ? Map.of() : Map.of("before a gap of more than 8 weeks", beforeGap));
  }

  private static List<DayValue> weeklyMedians(List<DayValue> values) {
    Map<LocalDate, List<Double>> byWeek = new TreeMap<>();
    for (DayValue value : values) {
      LocalDate monday = IsoWeek.of(value.day()).monday();
      byWeek.computeIfAbsent(monday, week -> new ArrayList<>()).add(value.value());
    }
    List<DayValue> weeks = new ArrayList<>();
    byWeek.forEach(
        (monday, week) -> weeks.add(new DayValue(monday, Median.of(week.stream().mapToDouble(Double::doubleValue).toArray()))));
    return weeks;
  }
}
