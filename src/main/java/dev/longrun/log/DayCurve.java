package dev.longrun.log;

import dev.longrun.metrics.load.SmoothedLoad;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/** The smoothed load, day after day. Begins at 0 with the first run of the log, and says "warming up" for its first 42 days. */
final class DayCurve {
  private static final int WARM_UP_DAYS = 42;

  private final LocalDate firstDay;
  private double fitness;
  private double fatigue;

  private DayCurve(LocalDate firstDay, double fitness, double fatigue) {
    this.firstDay = firstDay;
    this.fitness = fitness;
    this.fatigue = fatigue;
  }

  /** The curve as it stands in the database on the evening before the given day. */
  static DayCurve upTo(Handle handle, LocalDate day) {
    String firstDay = handle.createQuery("select min(run_date) from counted_run").mapTo(String.class).one();
    handle.execute("delete from day_metric where day < ?", firstDay);
    return handle
        .createQuery("select fitness, fatigue from day_metric where day = :day")
        .bind("day", day.minusDays(1).toString())
        .map((row, context) -> new DayCurve(LocalDate.parse(firstDay), row.getDouble("fitness"), row.getDouble("fatigue")))
        .findOne()
        .orElseGet(() -> new DayCurve(LocalDate.parse(firstDay), 0, 0));
  }

  void add(Handle handle, LocalDate day, List<RunLoad> runs) {
    double load = runs.stream().map(RunLoad::load).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sum();
    double form = fitness - fatigue;
    fitness = SmoothedLoad.FITNESS.next(fitness, load);
    fatigue = SmoothedLoad.FATIGUE.next(fatigue, load);
    handle
        .createUpdate(
            """
            insert into day_metric (day, load, fitness, fatigue, form, ramp, incomplete, warming_up, formula_version)
            values (:day, :load, :fitness, :fatigue, :form,
                    :fitness - (select fitness from day_metric where day = :weekBefore), :incomplete, :warmingUp, :version)
            on conflict (day) do update
            set load = excluded.load, fitness = excluded.fitness, fatigue = excluded.fatigue, form = excluded.form,
                ramp = excluded.ramp, incomplete = excluded.incomplete, warming_up = excluded.warming_up,
                formula_version = excluded.formula_version""")
        .bind("day", day.toString())
        .bind("load", load)
        .bind("fitness", fitness)
        .bind("fatigue", fatigue)
        .bind("form", form)
        .bind("weekBefore", day.minusDays(7).toString())
        .bind("incomplete", runs.stream().anyMatch(run -> run.load().isEmpty()) ? 1 : 0)
        .bind("warmingUp", ChronoUnit.DAYS.between(firstDay, day) < WARM_UP_DAYS ? 1 : 0)
        .bind("version", LoadDerivation.FORMULA_VERSION)
        .execute();
  }
}
