package dev.longrun.log.derived;

import dev.longrun.log.Database;
import dev.longrun.metrics.Measured;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Derives the numbers of every run, day and week again from the earliest day that is due, a chunk of days at a time so that no writer
 * waits long. The result is the same as deriving everything anew: a run is judged only by what is known of its day and before.
 *
 * <p>A day is due when something that its numbers rest on has changed: a run, its weather, a morning, a note. When a setting or a
 * formula has changed since they were made, all days are.
 */
public final class MetricDerivation {
  /** Half a year of daily runs takes a tenth of a second. */
  private static final int DAYS_PER_CHUNK = 180;

  /** Tables that hold nothing when there is no run. */
  private static final List<String> DERIVED = List.of("day_metric", "week_metric", "day_readiness", "threshold", "due_day");

  private final Jdbi writer;
  private final Jdbi reader;
  private final Runner runner;
  private final Formulas formulas;
  private final ZoneId timezone;
  private final Clock clock;

  public MetricDerivation(Database database, Runner runner, ZoneId timezone, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
    this.runner = runner;
    this.timezone = timezone;
    this.clock = clock;
    this.formulas = writer.inTransaction(Formulas::inForce);
    writer.useTransaction(this::noticeChangedInputs);
  }

  /** Whether numbers are missing or out of date, up to the runner's today. */
  public boolean isDue() {
    // Asked every few seconds: only who has something to write takes the lock of the writers.
    return reader.withHandle(handle -> firstDue(handle).isPresent() || isLeftOver(handle));
  }

  /** Derives the next chunk of days, oldest first, in one transaction. */
  public void deriveNextChunk() {
    writer.useTransaction(handle -> firstDue(handle).ifPresentOrElse(from -> derive(handle, from), () -> forgetEverything(handle)));
  }

  private void derive(Handle handle, LocalDate from) {
    LocalDate last = lastDay(handle);
    LocalDate end = min(from.plusDays(DAYS_PER_CHUNK), last.plusDays(1));
    deriveDays(handle, from, end);
    forgetDaysAfter(handle, last);
    // The week before may have come to its end with the first of these days.
    WeekRows.derive(handle, from.minusDays(1), end, last, formulas.version());
    DayReadiness.derive(handle, from, end, formulas.version());
    handle.execute("delete from due_day where day < ? or day > ?", end.toString(), last.toString());
    if (!end.isAfter(last)) {
      handle.execute("insert into due_day (day) values (?) on conflict do nothing", end.toString());
    }
  }

  private void deriveDays(Handle handle, LocalDate from, LocalDate end) {
    Map<LocalDate, List<LoggedRun>> runs = RunReader.runs(handle, from, end);
    Lookback past = Lookback.before(handle, from);
    ThresholdRules rules = ThresholdRules.forDays(handle, runner, from, end);
    ThresholdHistory history = ThresholdHistory.upTo(handle, from, end);
    DayCurve curve = DayCurve.upTo(handle, from);
    List<RunMetrics> derived = new ArrayList<>();
    List<Map<String, Object>> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      List<RunMetrics> ofDay = runs.getOrDefault(day, List.of()).stream().map(RunMetrics::new).toList();
      ofDay.forEach(run -> past.add(run.trace()));
      Thresholds thresholds = rules.on(day, past);
      history.add(day, thresholds);
      List<Measured> loads = new ArrayList<>();
      for (RunMetrics run : ofDay) {
        run.judge(thresholds, Boolean.TRUE.equals(runner.female()), past);
        loads.add(run.load());
      }
      LocalDate ran = day;
      ofDay.forEach(run -> run.effortRatio().ifPresent(ratio -> past.addEffortRatio(ran, ratio)));
      derived.addAll(ofDay);
      days.add(curve.next(day, loads));
    }
    RunRows.write(handle, derived, from, end, formulas.version());
    history.write(handle, formulas.version());
    DayCurve.ROWS.replace(handle, from, end, days, formulas.version());
  }

  /** Left over from a run that was deleted or moved. */
  private static void forgetDaysAfter(Handle handle, LocalDate last) {
    handle.execute("delete from day_metric where day > ?", last.toString());
    handle.execute("delete from day_readiness where day > ?", last.toString());
    handle.execute("delete from week_metric where monday > ?", last.toString());
  }

  /** The log has lost its last run, and what was derived from it is still there. */
  private static boolean isLeftOver(Handle handle) {
    return date(handle, "select min(run_date) from counted_run").isEmpty()
        && DERIVED.stream().anyMatch(table -> handle.createQuery("select exists (select 1 from " + table + ")").mapTo(Boolean.class).one());
  }

  private static void forgetEverything(Handle handle) {
    if (isLeftOver(handle)) {
      DERIVED.forEach(table -> handle.execute("delete from " + table));
    }
  }

  private Optional<LocalDate> firstDue(Handle handle) {
    Optional<LocalDate> firstRun = date(handle, "select min(run_date) from counted_run");
    if (firstRun.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> lastDone = date(handle, "select max(day) from day_metric");
    Optional<LocalDate> next = lastDone.map(day -> day.plusDays(1)).or(() -> firstRun);
    Optional<LocalDate> due = date(handle, "select min(day) from due_day").map(day -> min(day, next.get()));
    LocalDate first = max(due.or(() -> next).get(), firstRun.get());
    return Optional.of(first).filter(day -> !day.isAfter(lastDay(handle)));
  }

  /** The curves go on to today, and beyond it when a run's clock was ahead. */
  private LocalDate lastDay(Handle handle) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), timezone);
    return date(handle, "select max(run_date) from counted_run").map(last -> max(last, today)).orElse(today);
  }

  private void noticeChangedInputs(Handle handle) {
    String inputs = formulas.fingerprint() + ", " + runner;
    boolean changed =
        handle.execute(
                """
                insert into derivation_input (name, value) values ('metrics', ?)
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
