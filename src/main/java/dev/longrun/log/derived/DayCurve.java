package dev.longrun.log.derived;

import dev.longrun.metrics.Measured;
import dev.longrun.metrics.load.Monotony;
import dev.longrun.metrics.load.SmoothedLoad;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Load day after day: smoothed, and how much the last seven days were alike. Begins at 0 with the first run of the log, and says
 * "warming up" for its first 42 days.
 */
final class DayCurve {
  static final DerivedRows ROWS =
      new DerivedRows(
          "day_metric",
          "day",
          List.of("day", "load", "fitness", "fatigue", "form", "ramp", "monotony", "strain", "incomplete", "warming_up", "formula_version"));

  private static final int WARM_UP_DAYS = 42;
  private static final int WEEK = 7;

  /** @param load null when a run of the day has none */
  private record Past(Double load, double fitness) {}

  private final LocalDate firstDay;
  /** The last seven days at most, oldest first. */
  private final Deque<Past> week = new ArrayDeque<>();
  private double fitness;
  private double fatigue;

  private DayCurve(LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  /** The curve as it stands in the database on the evening before the given day. */
  static DayCurve upTo(Handle handle, LocalDate day) {
    String firstDay = handle.createQuery("select min(run_date) from counted_run").mapTo(String.class).one();
    handle.execute("delete from day_metric where day < ?", firstDay);
    DayCurve curve = new DayCurve(LocalDate.parse(firstDay));
    handle
        .createQuery("select load, fitness, fatigue, incomplete from day_metric where day >= :from and day < :day order by day")
        .bind("from", day.minusDays(WEEK).toString())
        .bind("day", day.toString())
        .map(
            (row, context) -> {
              curve.fitness = row.getDouble("fitness");
              curve.fatigue = row.getDouble("fatigue");
              return new Past(row.getInt("incomplete") == 1 ? null : row.getDouble("load"), curve.fitness);
            })
        .forEach(curve.week::add);
    return curve;
  }

  /** @param loads of the runs of the day */
  Map<String, Object> next(LocalDate day, List<Measured> loads) {
    double load = loads.stream().filter(Measured::isKnown).mapToDouble(Measured::value).sum();
    boolean incomplete = loads.stream().anyMatch(measured -> !measured.isKnown());
    Map<String, Object> row = new HashMap<>();
    row.put("day", day.toString());
    row.put("load", load);
    row.put("form", fitness - fatigue);
    fitness = SmoothedLoad.FITNESS.next(fitness, load);
    fatigue = SmoothedLoad.FATIGUE.next(fatigue, load);
    row.put("fitness", fitness);
    row.put("fatigue", fatigue);
    row.put("ramp", week.size() < WEEK ? null : (Double) (fitness - week.peek().fitness()));
    remember(new Past(incomplete ? null : load, fitness));
    Optional<Monotony> monotony = monotony();
    row.put("monotony", monotony.map(Monotony::monotony).orElse(null));
    row.put("strain", monotony.map(Monotony::strain).orElse(null));
    row.put("incomplete", incomplete ? 1 : 0);
    row.put("warming_up", ChronoUnit.DAYS.between(firstDay, day) < WARM_UP_DAYS ? 1 : 0);
    return row;
  }

  private void remember(Past day) {
    week.add(day);
    if (week.size() > WEEK) {
      week.remove();
    }
  }

  private Optional<Monotony> monotony() {
    List<Double> loads = week.stream().map(Past::load).filter(Objects::nonNull).toList();
    return loads.size() < WEEK ? Optional.empty() : Monotony.of(loads);
  }
}
