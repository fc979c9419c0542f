package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.util.List;

/** Volume and load month by month. */
final class MonthSection {
  private static final String MONTHS =
      """
      select month, runs, km, moving_s, longest_km, load, runs_without_load, known
      from v_month
      where month >= strftime('%Y-%m', :day, 'start of month', '-12 months') and month <= substr(:day, 1, 7)
      order by month""";

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
                        Figures.decimal(Rows.number(row, "km"), 1),
                        Say.hours(Rows.number(row, "moving_s")),
                        Figures.decimal(Rows.number(row, "longest_km"), 1),
                        Figures.decimal(Rows.number(row, "load"), 0),
                        row.getString("runs_without_load"),
                        row.getInt("known") == 1 ? "" : "not whole"))
            .list();
    if (rows.isEmpty()) {
      return Section.missing("Volume and load by month", "No run in the last 12 months.");
    }
    return Section.of(
        "Volume and load by month",
        Passage.table(List.of("month", "runs", "km", "hours", "longest km", "load", "runs without load", "remark"), rows),
        Passage.prose(
            "Load in hundredths of an hour at threshold; –: not known, because a run of the month has none. Not whole: not"
                + " over, or not known to its end; of a month without a row nothing is known."));
  }
}
