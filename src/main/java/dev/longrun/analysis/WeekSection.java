package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.util.List;

/** Load, monotony and strain of the latest weeks. */
final class WeekSection {
  /** Above it the ratio is arithmetic, not training: days nearly alike. */
  private static final double MOST_SHOWN = 5;

  private static final String WEEKS =
      """
      select week, load, ramp, monotony, strain, complete
      from (select * from week_metric where monday <= :day order by monday desc limit 8)
      order by monday""";

  private WeekSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> rows =
        log.handle()
            .createQuery(WEEKS)
            .bind("day", log.today().toString())
            .map(
                (row, context) -> {
                  Double monotony = Rows.number(row, "monotony");
                  boolean alike = monotony != null && monotony > MOST_SHOWN;
                  return List.of(
                      row.getString("week"),
                      Figures.decimal(Rows.number(row, "load"), 0),
                      Say.signed(Rows.number(row, "ramp"), 1),
                      alike ? "> 5" : Figures.decimal(monotony, 2),
                      alike ? Figures.decimal(null, 0) : Figures.decimal(Rows.number(row, "strain"), 0),
                      row.getInt("complete") == 1 ? "" : "not over, or a run without load");
                })
            .list();
    if (rows.isEmpty()) {
      return Section.missing("Monotony and strain by week", "No week is derived yet.");
    }
    return Section.of(
        "Monotony and strain by week",
        Passage.table(List.of("week", "load", "ramp", "monotony", "strain", "remark"), rows),
        Passage.prose(
            "Monotony: mean over population standard deviation of the seven daily loads, rest days as 0; strain: load times monotony"
                + " (Foster 1998, 25 athletes). They describe how alike the days were. The evidence that they announce anything is weak."));
  }
}
