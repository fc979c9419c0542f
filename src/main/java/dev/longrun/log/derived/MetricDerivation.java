package dev.longrun.log.derived;

import dev.longrun.log.Database;
import dev.longrun.log.derived.Thresholds.Threshold;
import dev.longrun.metrics.Measured;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Derives the numbers of every run, day and week again from the earliest day that is due, a chunk of days at a time so that no writer
 * waits long. The result is the same as deriving everything anew: a run is judged only by what is known of its day and before, but for the
 * limits of the heart, which hold for the whole window of their estimate ({@link HardEfforts}). When the last chunk leaves earlier days
 * that other limits hold for now, those are due again.
 *
 * <p>A day is due when something that its numbers rest on has changed: a run, its weather, a morning, a note. When a setting or a
 * formula has changed since they were made, all days are.
 */
public final class MetricDerivation {
  /** Half a year of daily runs takes a tenth of a second. */
  private static final int DAYS_PER_CHUNK = 180;

  private final Jdbi writer;
  private final Runner runner;
  private final Formulas formulas;
  private final ZoneId timezone;
  private final Clock clock;

  public MetricDerivation(Database database, Runner runner, ZoneId timezone, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.runner = runner;
    this.timezone = timezone;
    this.clock = clock;
    this.formulas = writer.inTransaction(Formulas::inForce);
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
    } else {
      firstMisjudged(handle, end)
          .ifPresent(day -> handle.execute("insert into due_day (day) values (?) on conflict do nothing", day.toString()));
    }
  }

  /** The first day whose limits of the heart are not those that the whole log says by now. */
  private Optional<LocalDate> firstMisjudged(Handle handle, LocalDate end) {
    LocalDate first = date(handle, "select min(run_date) from counted_run").orElse(end);
    ThresholdRules rules = ThresholdRules.forDays(handle, runner, first, end);
    HardEfforts efforts = HardEfforts.with(handle, end, end, List.of());
    NavigableMap<LocalDate, Threshold> maxima = ThresholdHistory.stored(handle, "max_hr_bpm");
    NavigableMap<LocalDate, Threshold> lthrs = ThresholdHistory.stored(handle, "lthr_bpm");
    return first
        .datesUntil(end)
        .filter(day -> isMisjudged(day, maxima, rules.maxHr(day, efforts)) || isMisjudged(day, lthrs, rules.lthr(day, efforts)))
        .findFirst();
  }

  private static boolean isMisjudged(LocalDate day, NavigableMap<LocalDate, Threshold> stored, Threshold now) {
    return stored.floorEntry(day) == null || !stored.floorEntry(day).getValue().equals(now);
  }

  private void deriveDays(Handle handle, LocalDate from, LocalDate end) {
    Map<LocalDate, List<LoggedRun>> runs = RunReader.runs(handle, from, end);
    Lookback past = Lookback.before(handle, from);
    ThresholdRules rules = ThresholdRules.forDays(handle, runner, from, end);
    ThresholdHistory history = ThresholdHistory.upTo(handle, from, end);
    DayCurve curve = DayCurve.upTo(handle, from);
    Map<LocalDate, List<RunMetrics>> metrics = new HashMap<>();
    Map<LocalDate, Threshold> paces = new HashMap<>();
    List<HardEfforts.Effort> hearts = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      List<RunMetrics> ofDay = runs.getOrDefault(day, List.of()).stream().map(RunMetrics::new).toList();
      ofDay.forEach(run -> past.add(run.trace()));
      Threshold pace = rules.thresholdPace(day, past);
      ofDay.forEach(run -> hearts.add(run.heart(pace.value())));
      metrics.put(day, ofDay);
      paces.put(day, pace);
    }
    HardEfforts efforts = HardEfforts.with(handle, from, end, hearts);
    List<RunMetrics> derived = new ArrayList<>();
    List<Map<String, Object>> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      List<RunMetrics> ofDay = metrics.get(day);
      Thresholds thresholds = rules.on(day, paces.get(day), efforts);
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

  private Optional<LocalDate> firstDue(Handle handle) {
    Optional<LocalDate> firstRun = date(handle, "select min(run_date) from counted_run");
    if (firstRun.isEmpty()) {
      for (String table : List.of("day_metric", "week_metric", "day_readiness", "threshold", "due_day")) {
        handle.execute("delete from " + table);
      }
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
