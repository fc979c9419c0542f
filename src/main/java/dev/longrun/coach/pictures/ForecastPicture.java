package dev.longrun.coach.pictures;

import dev.longrun.analysis.Goal;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import dev.longrun.report.plot.Series;
import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forecasts of the goal race as they were said week by week, with their range, and the goal. */
final class ForecastPicture {
  private static final String SAID =
      """
      select known_until, forecast_s, low_s, high_s from goal_ledger
      where distance_m = :distanceM and forecast_s is not null and known_until <= :day
      order by known_until""";

  private ForecastPicture() {}

  private record Said(LocalDate day, double seconds, double low, double high) {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    Optional<Goal> goal = log.goal();
    double distanceM = asked.distanceM() != null ? asked.distanceM() : goal.map(Goal::distanceM).orElse(42_195.0);
    List<Said> said =
        log.handle()
            .createQuery(SAID)
            .bind("distanceM", distanceM)
            .bind("day", log.today().toString())
            .map(
                (row, context) ->
                    new Said(LocalDate.parse(row.getString("known_until")), row.getDouble("forecast_s"), row.getDouble("low_s"), row.getDouble("high_s")))
            .list();
    if (said.size() < 3) {
      return Optional.empty();
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(Kind.DASHED_LINE, "eight of ten good days", '.', said.stream().map(each -> new Point(each.day().toEpochDay(), each.low())).toList()));
    series.add(new Series(Kind.DASHED_LINE, null, '.', said.stream().map(each -> new Point(each.day().toEpochDay(), each.high())).toList()));
    series.add(new Series(Kind.LINE, "a good day", 'o', said.stream().map(each -> new Point(each.day().toEpochDay(), each.seconds())).toList()));
    goal.filter(set -> set.distanceM() == distanceM)
        .ifPresent(set -> series.add(new Series(Kind.RULE, "goal", '=', List.of(new Point(said.get(0).day().toEpochDay(), set.timeS())))));
    return Optional.of(
        new Chart.Plane(
            "Forecast, week by week (faster is up)", "What was forecast each week, with the range of eight in ten good days, and the goal.", series, Chart.days(),
            seconds -> Quantity.of(seconds, Unit.DURATION).shown(log.units()), true));
  }
}
