package dev.longrun.analysis;

import dev.longrun.log.PlainText;
import dev.longrun.report.Figures;
import java.util.List;
import java.util.Map;

/** The thresholds by which the runs are judged, and when they changed. */
final class ThresholdSection {
  private static final Map<String, String> NAMES =
      Map.of(
          "max_hr_bpm", "Maximum heart rate",
          "resting_hr_bpm", "Resting heart rate",
          "lthr_bpm", "LTHR",
          "threshold_pace_s_per_km", "Threshold pace");

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
    List<String> thresholds =
        log.handle()
            .createQuery(THRESHOLDS)
            .bind("day", log.today().toString())
            .map(
                (row, context) -> {
                  String quantity = row.getString("quantity");
                  String until = row.getString("valid_to");
                  return "%s: %s, %s%s (%s)."
                      .formatted(
                          NAMES.getOrDefault(quantity, quantity),
                          value(quantity, Rows.number(row, "value")),
                          until == null ? "since " : "",
                          row.getString("valid_from") + (until == null ? "" : " to " + until),
                          PlainText.line(row.getString("method")));
                })
            .list();
    if (thresholds.isEmpty()) {
      return Section.missing("Thresholds", "None is derived yet.");
    }
    return Section.of(
        "Thresholds",
        Passage.points(thresholds),
        Passage.prose(
            "The latest three values of each; a run is judged by those of its day. A value that the data gave is an estimate: heart rates"
                + " to a few beats, threshold pace to a few seconds. What you set or note wins (RUNNER_MAX_HR, RUNNER_RESTING_HR,"
                + " RUNNER_LTHR)."));
  }

  private static String value(String quantity, Double value) {
    if (value == null) {
      return "not known";
    }
    return quantity.endsWith("s_per_km") ? Figures.pace(value) + " /km" : Figures.decimal(value, 0) + " bpm";
  }
}
