package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.util.List;

/** What the runner answered about effort and feel, quarter by quarter. */
final class AnswersSection {
  private static final String QUARTERS =
      """
      select
          substr(run_date, 1, 4) || '-Q' || ((substr(run_date, 6, 2) + 2) / 3) as quarter,
          count(*) as runs,
          count(effort) as effort_runs,
          avg(effort) as effort,
          count(feel) as feel_runs,
          avg(feel) as feel
      from counted_run
      where run_date > date(:day, '-2 years') and run_date <= :day
      group by 1
      order by 1""";

  private AnswersSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> rows =
        log.handle()
            .createQuery(QUARTERS)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    List.of(
                        row.getString("quarter"),
                        row.getString("runs"),
                        Figures.decimal(Rows.number(row, "effort"), 1),
                        row.getString("effort_runs"),
                        Figures.decimal(Rows.number(row, "feel"), 1),
                        row.getString("feel_runs")))
            .list();
    if (rows.stream().allMatch(row -> row.get(3).equals("0") && row.get(5).equals("0"))) {
      return Section.missing(
          "Effort and feel by quarter", "No run of the last two years has effort or feel. Answer the watch's question after the run.");
    }
    return Section.of(
        "Effort and feel by quarter",
        Passage.table(List.of("quarter", "runs", "mean effort", "of runs", "mean feel", "of runs"), rows),
        Passage.prose(
            "Effort 1 to 10, feel 1 (very weak) to 5 (very strong); means of whole numbers on scales whose steps need not be equal. They move"
                + " with what was run, and with who remembered to answer."));
  }
}
