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
 * "warming up" for its first 42 days. A load that is not known is never 0: what rests on it is null, and says which run it was.
 */
final class DayCurve {
  static final DerivedRows ROWS =
      new DerivedRows(
          "day_metric",
          "day",
          List.of(
              "day", "load", "fitness", "fatigue", "form", "ramp", "monotony", "strain", "missing", "incomplete", "warming_up", "so_far",
              "formula_version"));

  private static final int WARM_UP_DAYS = 42;
  private static final int WEEK = 7;

  /** The loads and fitness of a day; null when they are not known. */
  private record Past(Double load, Double fitness) {}

  private final LocalDate firstDay;
  private final SmoothedDays fitness = new SmoothedDays(SmoothedLoad.FITNESS);
  private final SmoothedDays fatigue = new SmoothedDays(SmoothedLoad.FATIGUE);
  /** The last seven days at most, oldest first. */
  private final Deque<Past> week = new ArrayDeque<>();
  /** The latest run without a load, and why. */
  private String missing;

  private DayCurve(LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  /** The curve as it stands in the database on the evening before the given day. */
  static DayCurve upTo(Handle handle, LocalDate day) {
    String firstDay = handle.createQuery("select min(run_date) from counted_run").mapTo(String.class).one();
    handle.execute("delete from day_metric where day < ?", firstDay);
    DayCurve curve = new DayCurve(LocalDate.parse(firstDay));
    handle
        .createQuery("select load, missing from day_metric where day < :day order by day")
        .bind("day", day.toString())
        .map(
            (row, context) -> {
              Double load = RunReader.number(row, "load");
              curve.add(load, row.getString("missing"));
              return load;
            })
        .forEach(load -> {});
    return curve;
  }

  /**
   * @param loads of the runs of the day
   * @param over whether the whole day is known; if not, these are its runs so far
   */
  Map<String, Object> next(LocalDate day, List<Measured> loads, boolean over) {
    Optional<Measured> lacking = loads.stream().filter(measured -> !measured.isKnown()).findFirst();
    Double load = lacking.isPresent() ? null : (Double) loads.stream().mapToDouble(Measured::value).sum();
    Map<String, Object> row = new HashMap<>();
    row.put("day", day.toString());
    row.put("load", load);
    // Before the first run there is nothing, which says nothing when that run has no load.
    row.put("form", week.isEmpty() && load == null ? null : difference(fitness.value(), fatigue.value()));
    Double weekAgo = week.size() < WEEK ? null : week.peek().fitness();
    add(load, lacking.map(measured -> "the run of " + day + " has no load: " + measured.missing()).orElse(null));
    row.put("fitness", fitness.value());
    row.put("fatigue", fatigue.value());
    row.put("ramp", difference(fitness.value(), weekAgo));
    Optional<Monotony> monotony = over ? monotony() : Optional.empty();
    row.put("monotony", monotony.map(Monotony::monotony).orElse(null));
    row.put("strain", monotony.map(Monotony::strain).orElse(null));
    row.put("missing", isSomethingMissing(row) ? missing : null);
    row.put("incomplete", lacking.isPresent() ? 1 : 0);
    row.put("warming_up", ChronoUnit.DAYS.between(firstDay, day) < WARM_UP_DAYS ? 1 : 0);
    row.put("so_far", over ? 0 : 1);
    return row;
  }

  /** @param why there is no load; null when there is one */
  private void add(Double load, String why) {
    fitness.add(load);
    fatigue.add(load);
    missing = load == null ? why : missing;
    week.add(new Past(load, fitness.value()));
    if (week.size() > WEEK) {
      week.remove();
    }
  }

  private boolean isSomethingMissing(Map<String, Object> row) {
    boolean ofTheWeek = week.stream().anyMatch(past -> past.load() == null || past.fitness() == null);
    return ofTheWeek || row.get("form") == null || fatigue.value() == null;
  }

  private static Double difference(Double one, Double other) {
    return one == null || other == null ? null : (Double) (one - other);
  }

  private Optional<Monotony> monotony() {
    List<Double> loads = week.stream().map(Past::load).filter(Objects::nonNull).toList();
    return loads.size() < WEEK ? Optional.empty() : Monotony.of(loads);
  }
}
