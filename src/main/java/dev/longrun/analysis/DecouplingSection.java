package dev.longrun.analysis;

import dev.longrun.metrics.trend.Median;
import dev.longrun.report.Figures;
import java.util.List;

/** How far pace and heart rate drifted apart in the latest long runs. */
final class DecouplingSection {
  private static final int MOST = 6;
  private static final int LEAST = 4;
  /** Above these heat alone makes heart rate drift. */
  private static final double WARM_C = 20;

  private static final double WARM_SUM_C = 35;

  private static final String RUNS =
      """
      select run_date, distance_m, moving_s, decoupling_pct, temperature_c, dew_point_c
      from counted_run
      where run_type = 'long' and decoupling_pct is not null and run_date > date(:day, '-1 year') and run_date <= :day
      order by run_date desc, run_no desc
      limit 6""";

  private record LongRun(String day, Double distanceM, Double movingS, double decouplingPct, Double temperatureC, Double dewPointC) {
    boolean isWarm() {
      return temperatureC != null && (temperatureC > WARM_C || (dewPointC != null && temperatureC + dewPointC > WARM_SUM_C));
    }
  }

  private DecouplingSection() {}

  static Section of(AnalysedLog log) {
    List<LongRun> runs =
        log.handle()
            .createQuery(RUNS)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new LongRun(
                        row.getString("run_date"),
                        Rows.number(row, "distance_m"),
                        Rows.number(row, "moving_s"),
                        row.getDouble("decoupling_pct"),
                        Rows.number(row, "temperature_c"),
                        Rows.number(row, "dew_point_c")))
            .list();
    if (runs.isEmpty()) {
      return Section.missing(
          "Decoupling of long runs",
          "No long run of the last year could be judged. It takes a steady one with heart rate throughout, at least 40 minutes after"
              + " the warm-up, no pause of more than 3 minutes, and a known LTHR (RUNNER_LTHR, or a race).");
    }
    return Section.of(
        "Decoupling of long runs",
        Passage.prose(headline(runs)),
        Passage.table(List.of("day", "km", "time", "decoupling %", "°C", "warm"), runs.stream().map(DecouplingSection::row).toList()),
        Passage.prose(
            "The efficiency factor of the first half less that of the second, in per cent of the first: positive when heart rate rose"
                + " against pace. It differs by 1.5 to 2 points from run to run, so a single run says nothing. Heat raises it. That less"
                + " than 5 % is enough is a convention (Friel), not a finding."));
  }

  private static String headline(List<LongRun> runs) {
    if (runs.size() < LEAST) {
      return "Too few to say: %s could be judged in the last year; a median takes %d.".formatted(Say.count(runs.size(), "long run"), LEAST);
    }
    double[] values = runs.stream().mapToDouble(LongRun::decouplingPct).toArray();
    return "Median of the latest %d long runs that could be judged (of at most %d, %s to %s): %s %%. %s."
        .formatted(
            runs.size(),
            MOST,
            runs.get(runs.size() - 1).day(),
            runs.get(0).day(),
            Figures.decimal(Median.of(values), 1),
            warm(runs.stream().filter(LongRun::isWarm).count()));
  }

  private static String warm(long count) {
    return count == 0 ? "None of them was warm" : count + " of them " + (count == 1 ? "was" : "were") + " warm";
  }

  private static List<String> row(LongRun run) {
    return List.of(
        run.day(),
        Say.km(run.distanceM()),
        Figures.duration(run.movingS()),
        Figures.decimal(run.decouplingPct(), 1),
        Figures.decimal(run.temperatureC(), 0),
        run.temperatureC() == null ? "not known" : run.isWarm() ? "warm" : "no");
  }
}
