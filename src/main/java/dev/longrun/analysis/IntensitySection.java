package dev.longrun.analysis;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.heart.Distribution;
import dev.longrun.metrics.heart.PolarisationIndex;
import dev.longrun.report.Figures;
import java.util.List;
import java.util.Locale;

/** Where the time went: the three zones of intensity by month. */
final class IntensitySection {
  private static final String MONTHS =
      """
      select
          substr(run_date, 1, 7) as month,
          sum(z1_s) as z1_s,
          sum(z2_s) as z2_s,
          sum(z3_s) as z3_s,
          count(z1_s) as runs,
          sum(z1_s is null) as without_zones,
          sum(z1_s is not null and valid_lthr_bpm is null) as by_maximum
      from counted_run
      where run_date >= date(:day, 'start of month', '-12 months') and run_date <= :day
      group by 1
      order by 1""";

  private record Month(String month, Double z1, Double z2, Double z3, int runs, int without, int byMaximum) {}

  private IntensitySection() {}

  static Section of(AnalysedLog log) {
    List<Month> months =
        log.handle()
            .createQuery(MONTHS)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new Month(
                        row.getString("month"),
                        Rows.number(row, "z1_s"),
                        Rows.number(row, "z2_s"),
                        Rows.number(row, "z3_s"),
                        row.getInt("runs"),
                        row.getInt("without_zones"),
                        row.getInt("by_maximum")))
            .list();
    if (months.stream().allMatch(month -> month.runs() == 0)) {
      return Section.missing(
          "Intensity by month", "No run of the last 12 months has time in zones: it takes heart rate, and LTHR or the maximum heart rate: set RUNNER_LTHR or RUNNER_MAX_HR.");
    }
    return Section.of(
        "Intensity by month",
        Passage.table(
            List.of("month", "below LT1 %", "between %", "above LT2 %", "polarisation", "distribution", "runs", "without zones"),
            months.stream().map(IntensitySection::row).toList()),
        Passage.prose(
            "Share of the time by heart rate, %s. Heart rate lags behind in short intervals, so the hardest zone is counted too small. Polarisation index: Treff 2019, above 2.00 with more hard than middling time is called polarised. No distribution is shown to be the right one: of 151 813 marathon runners the fastest were mostly pyramidal (Muniz-Pumares 2025)."
                .formatted(method(months))));
  }

  private static String method(List<Month> months) {
    int runs = months.stream().mapToInt(Month::runs).sum();
    int byMaximum = months.stream().mapToInt(Month::byMaximum).sum();
    if (byMaximum == 0) {
      return "LT1 at 90 % of LTHR, LT2 at LTHR";
    }
    String rough = "LT1 at 84 and LT2 at 92 % of the maximum heart rate, which may be 9 beats off for one runner; set RUNNER_LTHR";
    return byMaximum == runs ? rough : "of %d runs by LTHR, of %d by %s".formatted(runs - byMaximum, byMaximum, rough);
  }

  private static List<String> row(Month month) {
    if (month.runs() == 0) {
      return List.of(month.month(), "–", "–", "–", "–", "not known", "0", Integer.toString(month.without()));
    }
    double sum = month.z1() + month.z2() + month.z3();
    Measured index = PolarisationIndex.of(month.z1(), month.z2(), month.z3());
    return List.of(
        month.month(),
        share(month.z1(), sum),
        share(month.z2(), sum),
        share(month.z3(), sum),
        Figures.decimal(index.value(), 2),
        Distribution.of(month.z1(), month.z2(), month.z3()).map(named -> named.name().toLowerCase(Locale.ROOT)).orElse("not known"),
        Integer.toString(month.runs()),
        Integer.toString(month.without()));
  }

  private static String share(double seconds, double sum) {
    return Figures.decimal(sum > 0 ? (Double) (100 * seconds / sum) : null, 0);
  }
}
