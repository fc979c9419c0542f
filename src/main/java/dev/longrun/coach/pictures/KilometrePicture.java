package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.findings.RunReview;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import dev.longrun.report.plot.Series;
import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.util.List;
import java.util.Optional;

/** The pace of a run, kilometre by kilometre. */
final class KilometrePicture {
  private static final String SPLITS =
      """
      select km, moving_s * 1000.0 / distance_m as pace_s_per_km from counted_split
      where run_date = :date and run_no = :no and distance_m > 900 and moving_s > 0
      order by km""";

  private KilometrePicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    return RunReview.ofQuestion(asked, log)
        .map(
            run ->
                log.handle()
                    .createQuery(SPLITS)
                    .bind("date", run.key().date())
                    .bind("no", run.key().no())
                    .map((row, context) -> new Point(row.getInt("km"), row.getDouble("pace_s_per_km")))
                    .list())
        .filter(points -> points.size() >= 4)
        .map(
            points ->
                new Chart.Plane(
                    "Pace by kilometre (faster is up)", "The pace of each whole kilometre of the run.",
                    List.of(new Series(Kind.LINE, null, 'o', points)), km -> "km " + Math.round(km), pace -> Quantity.of(pace, Unit.PACE).number(log.units()), true));
  }
}
