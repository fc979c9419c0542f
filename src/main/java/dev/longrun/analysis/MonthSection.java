package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.util.List;

/** Volume and load month by month. */
final class MonthSection {
  private static final String MONTHS =
      """
      select
          substr(run_date, 1, 7) as month,
          count(*) as runs,
          sum(distance_m) as distance_m,
          sum(moving_s) as moving_s,
          max(distance_m) as longest_m,
          sum(load) as load,
          sum(load is null) as without_load
      from counted_run
      where run_date >= date(:day, 'start of month', '-12 months') and run_date <= :day
      group by 1
      order by 1""";

  private MonthSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> rows =
        log.handle()
            .createQuery(MONTHS)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    List.of(
                        row.getString("month"),
                        row.getString("runs"),
                        Say.km(Rows.number(row, "distance_m")),
                        Say.hours(Rows.number(row, "moving_s")),
                        Say.km(Rows.number(row, "longest_m")),
                        Figures.decimal(Rows.number(row, "load"), 0),
                        row.getString("without_load")))
            .list();
    if (rows.isEmpty()) {
      return Section.missing("Volume and load by month", "No run in the last 12 months.");
    }
    return Section.of(
        "Volume and load by month",
        Passage.table(List.of("month", "runs", "km", "hours", "longest km", "load", "runs without load"), rows),
        Passage.prose(
            "Load in hundredths of an hour at threshold. The present month is not over; a month without a row has no run. The load of a"
                + " month with runs that have none is too small by theirs."));
  }
}
