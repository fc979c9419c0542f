package dev.longrun.analysis;

import dev.longrun.log.PlainText;
import dev.longrun.report.Figures;
import java.util.List;
import java.util.Map;

/** The thresholds by which the runs are judged, and when they changed. */
final class ThresholdSection {
  private static final Map<String, String> NAMES =
      Map.of(
          "max_hr_bpm", "maximum heart rate, bpm",
          "resting_hr_bpm", "resting heart rate, bpm",
          "lthr_bpm", "LTHR, bpm",
          "threshold_pace_s_per_km", "threshold pace, min/km");

  private static final String THRESHOLDS =
      """
      select quantity, valid_from, valid_to, value, origin, method
      from (
          select v_threshold.*, row_number() over (partition by quantity order by valid_from desc) as place
          from v_threshold
          where valid_from <= :day
      )
      where place <= 3
      order by quantity, valid_from desc""";

  private ThresholdSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> rows =
        log.handle()
            .createQuery(THRESHOLDS)
            .bind("day", log.today().toString())
            .map(
                (row, context) -> {
                  Double value = Rows.number(row, "value");
                  String quantity = row.getString("quantity");
                  return List.of(
                      NAMES.getOrDefault(quantity, quantity),
                      value == null ? "not known" : quantity.endsWith("s_per_km") ? Figures.pace(value) : Figures.decimal(value, 0),
                      row.getString("valid_from"),
                      row.getString("valid_to") == null ? "today" : row.getString("valid_to"),
                      PlainText.line(row.getString("method")));
                })
            .list();
    if (rows.isEmpty()) {
      return Section.missing("Thresholds", "None is derived yet.");
    }
    return Section.of(
        "Thresholds",
        Passage.table(List.of("threshold", "value", "from", "to", "by"), rows),
        Passage.prose(
            "The latest three values of each; a run is judged by those of its day. A value that the data gave is an estimate: heart rates"
                + " to a few beats, threshold pace to a few seconds. What you set or note wins (RUNNER_MAX_HR, RUNNER_RESTING_HR,"
                + " RUNNER_LTHR)."));
  }
}
