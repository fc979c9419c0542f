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

/** Fitness and fatigue of half a year. */
final class FitnessPicture {
  private static final String DAYS =
      """
      select day, fitness, fatigue from day_metric
      where day > date(:day, '-182 days') and day <= :day and fitness is not null and fatigue is not null
      order by day""";

  private static final int LEAST_DAYS = 14;

  private FitnessPicture() {}

  private record Day(LocalDate day, double fitness, double fatigue) {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    List<Day> days =
        log.handle()
            .createQuery(DAYS)
            .bind("day", log.lastDay().toString())
            .map((row, context) -> new Day(LocalDate.parse(row.getString("day")), row.getDouble("fitness"), row.getDouble("fatigue")))
            .list();
    if (days.size() < LEAST_DAYS) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart.Plane(
            "Fitness and fatigue, load a day",
            "Load smoothed over six weeks (fitness) and over one week (fatigue), day by day.",
            List.of(
                new Series(Kind.DASHED_LINE, "fatigue", '.', days.stream().map(day -> new Point(day.day().toEpochDay(), day.fatigue())).toList()),
                new Series(Kind.LINE, "fitness", 'o', days.stream().map(day -> new Point(day.day().toEpochDay(), day.fitness())).toList())),
            Chart.days(),
            load -> Quantity.of(load, Unit.LOAD).shown(log.units()),
            false));
  }
}
