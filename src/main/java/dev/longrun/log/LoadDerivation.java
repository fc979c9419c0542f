package dev.longrun.log;

import dev.longrun.metrics.load.BanisterTrimp;
import dev.longrun.metrics.load.EffortScale;
import dev.longrun.metrics.load.SessionRpe;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Derives the load of every run and day again from the earliest day that is due, a chunk of days at a time so that no writer waits
 * long. The result is the same as deriving everything anew: a run is judged only by what came before it.
 *
 * <p>The load that feeds the curves is, in this order: {@code trimp} (Banister, kilometre by kilometre), {@code trimp-average} (from
 * the average heart rate, for a run without kilometres), {@code effort-scaled} (perceived effort, converted by this runner's median
 * ratio of the two over the past year), else none, with the reason.
 *
 * <p>The maximum heart rate, when the runner has not said it, is the second highest maximum of the runs of the past 24 months: one
 * sensor fault cannot raise it, and one run is not enough to know it.
 */
public final class LoadDerivation {
  /** Raised when a formula changes: everything is derived again at the next start. */
  static final int FORMULA_VERSION = 1;

  /** Half a year of daily runs takes a few hundredths of a second. */
  private static final int DAYS_PER_CHUNK = 180;

  private final Jdbi writer;
  private final RunnerThresholds runner;
  private final ZoneId timezone;
  private final Clock clock;

  public LoadDerivation(Database database, RunnerThresholds runner, ZoneId timezone, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.runner = runner;
    this.timezone = timezone;
    this.clock = clock;
    writer.useTransaction(this::noticeChangedInputs);
  }

  /** Whether numbers are missing or out of date, up to the runner's today. */
  public boolean isDue() {
    return writer.withHandle(handle -> firstDue(handle).isPresent());
  }

  /** Derives the next chunk of days, oldest first, in one transaction. */
  public void deriveNextChunk() {
    writer.useTransaction(handle -> firstDue(handle).ifPresent(from -> derive(handle, from)));
  }

  private void derive(Handle handle, LocalDate from) {
    LocalDate end = min(from.plusDays(DAYS_PER_CHUNK), lastDay(handle).plusDays(1));
    Map<LocalDate, List<RunLoad.Input>> runs = RunLoad.inputs(handle, from, end);
    DayCurve curve = DayCurve.upTo(handle, from);
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      List<RunLoad> loads = new ArrayList<>();
      for (RunLoad.Input run : runs.getOrDefault(day, List.of())) {
        RunLoad load = load(handle, run, day);
        load.write(handle);
        loads.add(load);
      }
      curve.add(handle, day, loads);
    }
    String last = lastDay(handle).toString();
    // Days after the last one are left over from a run that was deleted or moved.
    handle.execute("delete from day_metric where day > ?", last);
    handle.execute("delete from due_day where day < ? or day > ?", end.toString(), last);
    if (!end.isAfter(lastDay(handle))) {
      handle.execute("insert into due_day (day) values (?) on conflict do nothing", end.toString());
    }
  }

  private RunLoad load(Handle handle, RunLoad.Input run, LocalDate day) {
    Double maxHrBpm = runner.maxHrBpm() != null ? runner.maxHrBpm() : maxHrOfRuns(handle, day).orElse(null);
    Optional<BanisterTrimp> banister = BanisterTrimp.between(runner.restingHrBpm(), maxHrBpm, Boolean.TRUE.equals(runner.female()));
    OptionalDouble trimp = OptionalDouble.empty();
    String method = null;
    if (banister.isPresent()) {
      trimp = banister.get().of(run.parts());
      method = run.fromAverage() ? "trimp-average" : "trimp";
    }
    OptionalDouble effort = SessionRpe.load(run.effort(), run.movingS());
    if (trimp.isPresent()) {
      return new RunLoad(run, trimp, effort, trimp, method, null, maxHrBpm, runner.restingHrBpm());
    }
    OptionalDouble scale = effort.isPresent() ? effortScale(handle, day) : OptionalDouble.empty();
    if (scale.isPresent()) {
      OptionalDouble scaled = OptionalDouble.of(effort.getAsDouble() * scale.getAsDouble());
      return new RunLoad(run, trimp, effort, scaled, "effort-scaled", null, maxHrBpm, runner.restingHrBpm());
    }
    return new RunLoad(run, trimp, effort, OptionalDouble.empty(), null, whyNot(run, maxHrBpm), maxHrBpm, runner.restingHrBpm());
  }

  private String whyNot(RunLoad.Input run, Double maxHrBpm) {
    if (!run.hasHeartRate()) {
      return run.effort() == null ? "no heart rate and no effort" : "no heart rate, and too few runs with both to convert the effort";
    }
    if (runner.restingHrBpm() == null) {
      return "the resting heart rate is not known: set RUNNER_RESTING_HR";
    }
    if (maxHrBpm == null) {
      return "the maximum heart rate is not known yet: set RUNNER_MAX_HR";
    }
    return maxHrBpm <= runner.restingHrBpm()
        ? "the maximum heart rate is not above the resting heart rate"
        : "too little of the run has heart rate";
  }

  private static Optional<Double> maxHrOfRuns(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            """
            select max_hr_bpm from counted_run
            where run_date > :from and run_date <= :day and max_hr_bpm is not null
            order by max_hr_bpm desc limit 1 offset 1""")
        .bind("from", day.minusMonths(24).toString())
        .bind("day", day.toString())
        .mapTo(Double.class)
        .findOne();
  }

  private static OptionalDouble effortScale(Handle handle, LocalDate day) {
    return EffortScale.median(
        handle
            .createQuery(
                """
                select trimp / srpe_load from counted_run
                where run_date >= :from and run_date < :day and trimp is not null and srpe_load > 0""")
            .bind("from", day.minusYears(1).toString())
            .bind("day", day.toString())
            .mapTo(Double.class)
            .list());
  }

  private Optional<LocalDate> firstDue(Handle handle) {
    Optional<LocalDate> firstRun = date(handle, "select min(run_date) from counted_run");
    if (firstRun.isEmpty()) {
      handle.execute("delete from day_metric");
      handle.execute("delete from due_day");
      return Optional.empty();
    }
    Optional<LocalDate> lastDone = date(handle, "select max(day) from day_metric");
    Optional<LocalDate> next = lastDone.map(day -> day.plusDays(1)).or(() -> firstRun);
    Optional<LocalDate> due = date(handle, "select min(day) from due_day").map(day -> min(day, next.get()));
    LocalDate first = max(due.or(() -> next).get(), firstRun.get());
    return Optional.of(first).filter(day -> due.isPresent() || !day.isAfter(lastDay(handle)));
  }

  /** The curves go on to today, and beyond it when a run's clock was ahead. */
  private LocalDate lastDay(Handle handle) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), timezone);
    return date(handle, "select max(run_date) from counted_run").map(last -> max(last, today)).orElse(today);
  }

  private void noticeChangedInputs(Handle handle) {
    String inputs = "formula " + FORMULA_VERSION + ", " + runner;
    boolean changed =
        handle.execute(
                """
                insert into derivation_input (name, value) values ('load', ?)
                on conflict (name) do update set value = excluded.value where value <> excluded.value""",
                inputs)
            > 0;
    if (changed) {
      handle.execute("insert into due_day (day) select min(run_date) from counted_run where true having count(*) > 0 on conflict do nothing");
    }
  }

  private static Optional<LocalDate> date(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).findOne().map(LocalDate::parse);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
