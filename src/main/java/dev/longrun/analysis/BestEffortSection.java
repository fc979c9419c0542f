package dev.longrun.analysis;

import dev.longrun.report.Figures;
import java.util.List;

/** The fastest stretches of all runs, of all time and of the last year. */
final class BestEffortSection {
  private static final String EFFORTS =
      """
      with distance as (select distinct distance_m from best_effort),
      fastest as (
          select
              distance.distance_m,
              (select best_effort.rowid from best_effort join counted_run using (run_date, run_no)
               where best_effort.distance_m = distance.distance_m and run_date <= :day
               order by time_s, run_date, run_no limit 1) as ever,
              (select best_effort.rowid from best_effort join counted_run using (run_date, run_no)
               where best_effort.distance_m = distance.distance_m and run_date > date(:day, '-1 year') and run_date <= :day
               order by time_s, run_date, run_no limit 1) as lately
          from distance
      )
      select
          fastest.distance_m,
          ever.time_s,
          ever.run_date,
          lately.time_s as lately_s,
          lately.run_date as lately_date
      from fastest
      join best_effort as ever on ever.rowid = fastest.ever
      left join best_effort as lately on lately.rowid = fastest.lately
      order by fastest.distance_m""";

  private BestEffortSection() {}

  static Section of(AnalysedLog log) {
    List<List<String>> rows =
        log.handle()
            .createQuery(EFFORTS)
            .bind("day", log.today().toString())
            .map(
                (row, context) -> {
                  double distanceM = row.getDouble("distance_m");
                  Double everS = Rows.number(row, "time_s");
                  return List.of(
                      distanceM < 5000 ? Say.km(distanceM) + " km" : RaceSection.distance(distanceM),
                      Figures.duration(everS),
                      Figures.pace(everS * 1000 / distanceM),
                      row.getString("run_date"),
                      Figures.duration(Rows.number(row, "lately_s")),
                      Say.text(row.getString("lately_date")));
                })
            .list();
    if (rows.isEmpty()) {
      return Section.missing("Best efforts", "No run has kilometres to look for best efforts in.");
    }
    return Section.of(
        "Best efforts",
        Passage.table(List.of("distance", "best", "pace /km", "on", "best of a year", "on"), rows),
        Passage.prose(
            "The fastest stretches between kilometre marks, by elapsed time, within races and training alike. A stretch of a training run"
                + " was rarely all-out, so these are lower bounds of what was possible, not races."));
  }
}
