package dev.longrun.coach.pictures;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import dev.longrun.report.plot.Series;
import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The resting heart rate of the last ten weeks. */
final class MorningPicture {
  private static final String MORNINGS =
      "select day, resting_hr_bpm from day_log where day > date(:day, '-70 days') and day <= :day and resting_hr_bpm is not null order by day";

  private static final int LEAST_MORNINGS = 5;

  private MorningPicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    List<Point> points =
        log.handle()
            .createQuery(MORNINGS)
            .bind("day", log.today().toString())
            .map((row, context) -> new Point(LocalDate.parse(row.getString("day")).toEpochDay(), row.getDouble("resting_hr_bpm")))
            .list();
    return points.size() < LEAST_MORNINGS
        ? Optional.empty()
        : Optional.of(
            new Chart.Plane(
                "Resting heart rate", "The resting heart rate of each known morning of ten weeks.", List.of(new Series(Kind.DOTS, null, 'o', points)), Chart.days(),
                beats -> Quantity.of(beats, Unit.BEATS).shown(log.units()), false));
  }
}
