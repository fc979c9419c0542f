package dev.longrun.log.derived;

import dev.longrun.log.Database;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.Timestamps;
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
import java.util.stream.Stream;
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

  /** Tables that hold nothing when there is no run. */
  private static final List<String> DERIVED = List.of("day_metric", "week_metric", "day_readiness", "threshold", "due_day");

  private final Jdbi writer;
  private final Jdbi reader;
  private final Runner runner;
  private final Formulas formulas;
  private final ZoneId timezone;
  private final Clock clock;

  public MetricDerivation(Database database, Runner runner, ZoneId timezone, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.runner = runner;
    this.timezone = timezone;
    this.clock = clock;
    this.formulas = writer.inTransaction(Formulas::inForce);
    writer.useTransaction(this::noticeChangedInputs);
  }

  /** Whether numbers are missing or out of date: those of runs up to the runner's today, those of days as far as they are known. */
  public boolean isDue() {
    // Asked every few seconds: only who has something to write takes the lock of the writers.
    if (reader.withHandle(handle -> !KnownUntil.tell(handle, timezone, clock.instant()).equals(KnownUntil.read(handle)))) {
      writer.useTransaction(handle -> KnownUntil.keep(handle, timezone, clock.instant()));
    }
    return reader.withHandle(handle -> firstDue(handle, KnownUntil.read(handle)).isPresent() || isLeftOver(handle));
  }

  /** Derives the next chunk of days, oldest first, in one transaction. */
  public void deriveNextChunk() {
    writer.useTransaction(
        handle -> {
          KnownUntil known = KnownUntil.keep(handle, timezone, clock.instant());
          firstDue(handle, known).ifPresentOrElse(from -> derive(handle, from, known), () -> forgetWhatIsLeftOver(handle));
        });
  }

  private void derive(Handle handle, LocalDate from, KnownUntil known) {
    LocalDate last = lastDay(handle);
    LocalDate end = min(from.plusDays(DAYS_PER_CHUNK), last.plusDays(1));
    Optional<LocalDate> lastKnown = lastKnownDay(handle, known);
    deriveDays(handle, from, end, known, lastKnown);
    forgetDaysAfter(handle, last, lastKnown);
    // The week before may have come to its end with the first of these days.
    WeekRows.derive(handle, from.minusDays(1), end, known, formulas.version());
    DayReadiness.derive(handle, from, end, formulas.version());
    rememberDerived(handle, end.minusDays(1), last);
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

  private void deriveDays(Handle handle, LocalDate from, LocalDate end, KnownUntil known, Optional<LocalDate> lastKnown) {
    Map<LocalDate, List<LoggedRun>> runs = RunReader.runs(handle, from, end);
    Lookback past = Lookback.before(handle, from);
    ThresholdRules rules = ThresholdRules.forDays(handle, runner, from, end);
    ThresholdHistory history = ThresholdHistory.upTo(handle, from, end);
    LocalDate endOfCurve = lastKnown.map(day -> min(day.plusDays(1), end)).orElse(from);
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
        run.judge(thresholds, rules.female(day), past);
        loads.add(run.load());
      }
      LocalDate ran = day;
      ofDay.forEach(run -> run.effortRatio().ifPresent(ratio -> past.addEffortRatio(ran, ratio)));
      derived.addAll(ofDay);
      if (day.isBefore(endOfCurve)) {
        days.add(curve.next(day, loads, known.covers(day)));
      }
    }
    RunRows.write(handle, derived, from, end, formulas.version());
    history.write(handle, formulas.version());
    DayCurve.ROWS.replace(handle, from, end, days, formulas.version());
  }

  /** Left over from a run that was deleted or moved, or from a time of which less is known now. */
  private static void forgetDaysAfter(Handle handle, LocalDate last, Optional<LocalDate> lastKnown) {
    String end = lastKnown.map(LocalDate::toString).orElse("");
    handle.execute("delete from day_metric where day > ?", end);
    handle.execute("delete from week_metric where monday > ?", end);
    handle.execute("delete from day_readiness where day > ?", last.toString());
  }

  private static void rememberDerived(Handle handle, LocalDate done, LocalDate last) {
    handle.execute(
        """
        insert into derivation_input (name, value) values ('derived up to', ?)
        on conflict (name) do update set value = min(max(value, excluded.value), ?)""",
        done.toString(), last.toString());
  }

  /** The log has lost its last run, and what was derived from it is still there. */
  private static boolean isLeftOver(Handle handle) {
    return date(handle, "select min(run_date) from counted_run").isEmpty()
        && DERIVED.stream().anyMatch(table -> handle.createQuery("select exists (select 1 from " + table + ")").mapTo(Boolean.class).one());
  }

  private static void forgetWhatIsLeftOver(Handle handle) {
    if (isLeftOver(handle)) {
      DERIVED.forEach(table -> handle.execute("delete from " + table));
      handle.execute("delete from derivation_input where name = 'derived up to'");
    }
  }

  private Optional<LocalDate> firstDue(Handle handle, KnownUntil known) {
    Optional<LocalDate> firstRun = date(handle, "select min(run_date) from counted_run");
    if (firstRun.isEmpty()) {
      return Optional.empty();
    }
    LocalDate done = date(handle, "select value from derivation_input where name = 'derived up to'").orElse(firstRun.get().minusDays(1));
    return Stream.of(date(handle, "select min(day) from due_day"), Optional.of(done.plusDays(1)), firstDueOfCurve(handle, known, firstRun.get()))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .map(day -> max(day, firstRun.get()))
        .filter(day -> !day.isAfter(lastDay(handle)));
  }

  /** The curve lacks days that have become known, holds days that are known no longer, or one that was not over. */
  private Optional<LocalDate> firstDueOfCurve(Handle handle, KnownUntil known, LocalDate firstRun) {
    Optional<LocalDate> lastDone = date(handle, "select max(day) from day_metric");
    LocalDate next = lastDone.map(day -> day.plusDays(1)).orElse(firstRun);
    LocalDate end = lastKnownDay(handle, known).map(day -> day.plusDays(1)).orElse(firstRun);
    if (!next.equals(end) && (lastDone.isPresent() || firstRun.isBefore(end))) {
      return Optional.of(min(next, end));
    }
    return date(handle, "select min(day) from day_metric where so_far = 1").filter(known::covers);
  }

  /** The last day that is wholly known, or the one after it when it was run on before the log was known last. */
  private static Optional<LocalDate> lastKnownDay(Handle handle, KnownUntil known) {
    if (known.day() == null) {
      return Optional.empty();
    }
    LocalDate open = known.day().plusDays(1);
    boolean wasRunOn =
        handle
                .createQuery("select count(*) from counted_run where run_date = :day and started_at <= :moment")
                .bind("day", open.toString())
                .bind("moment", Timestamps.of(known.moment()))
                .mapTo(Integer.class)
                .one()
            > 0;
    return Optional.of(wasRunOn ? open : known.day());
  }

  /** Runs, thresholds and mornings are derived up to today, and beyond it when a run's clock was ahead. */
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
