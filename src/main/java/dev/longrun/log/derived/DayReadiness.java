package dev.longrun.log.derived;

import dev.longrun.metrics.recovery.ExpectedEffort;
import dev.longrun.metrics.recovery.HeartRateVariability;
import dev.longrun.metrics.recovery.Morning;
import dev.longrun.metrics.recovery.ReadinessVotes;
import dev.longrun.metrics.recovery.RestingHeartRate;
import dev.longrun.metrics.recovery.SleepDebt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was known of the body on each morning: of what was measured and seen at waking, of the runs of the days before, of noted illness. */
final class DayReadiness {
  private static final DerivedRows ROWS =
      new DerivedRows(
          "day_readiness",
          "day",
          List.of(
              "day", "resting_hr_7d_bpm", "resting_hr_usual_bpm", "resting_hr_state", "hrv_7d_ms", "hrv_low_ms", "hrv_high_ms", "hrv_state",
              "sleep_debt_s", "sleep_nights", "votes", "votes_for", "advice", "formula_version"));

  /** The longest look back of any sign, in days. */
  private static final int MORNINGS_BEFORE = 70;

  /** What was run longer ago says nothing about a morning. */
  private static final int RECENT_DAYS = 3;

  /** @param spikeRatio null when not known; so are the others */
  private record Ran(LocalDate day, Double feel, Double effort, Double hrBpm, Double spikeRatio) {
    boolean isRated() {
      return feel != null || effort != null;
    }
  }

  private record Illness(LocalDate from, LocalDate to) {
    boolean includes(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  private final NavigableMap<LocalDate, Double> restingHrBpm = new TreeMap<>();
  private final NavigableMap<LocalDate, Double> rmssdMs = new TreeMap<>();
  private final NavigableMap<LocalDate, Double> sleepS = new TreeMap<>();
  private final NavigableMap<LocalDate, List<Ran>> runs = new TreeMap<>();
  private final List<Illness> illnesses;

  private DayReadiness(Handle handle, LocalDate from, LocalDate end) {
    readMornings(handle, from.minusDays(MORNINGS_BEFORE), end);
    readRuns(handle, from.minusYears(1).minusDays(RECENT_DAYS), end);
    illnesses =
        handle
            .createQuery("select from_date, coalesce(to_date, from_date) as to_date from annotation where kind = 'illness'")
            .map((row, context) -> new Illness(LocalDate.parse(row.getString("from_date")), LocalDate.parse(row.getString("to_date"))))
            .list();
  }

  /** Derives the mornings of [from, end) on which anything was known. */
  static void derive(Handle handle, LocalDate from, LocalDate end, int version) {
    DayReadiness readiness = new DayReadiness(handle, from, end);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      readiness.row(day).ifPresent(rows::add);
    }
    ROWS.replace(handle, from, end, rows, version);
  }

  private void readMornings(Handle handle, LocalDate from, LocalDate end) {
    handle
        .createQuery(
            """
            select day,
                   coalesce(wake_resting_hr_bpm, resting_hr_bpm) as resting_hr_bpm,
                   coalesce(wake_hrv_rmssd_ms, hrv_rmssd_ms) as hrv_rmssd_ms,
                   coalesce(wake_sleep_s, sleep_s) as sleep_s
            from day_log where day >= :from and day < :end""")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) -> {
              LocalDate day = LocalDate.parse(row.getString("day"));
              put(restingHrBpm, day, RunReader.number(row, "resting_hr_bpm"));
              put(rmssdMs, day, RunReader.number(row, "hrv_rmssd_ms"));
              put(sleepS, day, RunReader.number(row, "sleep_s"));
              return day;
            })
        .list();
  }

  private static void put(Map<LocalDate, Double> values, LocalDate day, Double value) {
    if (value != null) {
      values.put(day, value);
    }
  }

  private void readRuns(Handle handle, LocalDate from, LocalDate end) {
    handle
        .createQuery(
            """
            select run_date, feel, effort, avg_hr_bpm, spike_ratio from counted_run
            where run_date >= :from and run_date < :end order by run_date, run_no""")
        .bind("from", from.toString())
        .bind("end", end.toString())
        .map(
            (row, context) ->
                new Ran(
                    LocalDate.parse(row.getString("run_date")),
                    RunReader.number(row, "feel"),
                    RunReader.number(row, "effort"),
                    RunReader.number(row, "avg_hr_bpm"),
                    RunReader.number(row, "spike_ratio")))
        .forEach(run -> runs.computeIfAbsent(run.day(), day -> new ArrayList<>()).add(run));
  }

  private Optional<Map<String, Object>> row(LocalDate day) {
    List<Ran> recent = ran(day.minusDays(RECENT_DAYS), day);
    boolean ill = illnesses.stream().anyMatch(illness -> illness.includes(day));
    boolean measured = hasAny(restingHrBpm, day) || hasAny(rmssdMs, day) || hasAny(sleepS, day);
    if (!measured && !ill && recent.stream().noneMatch(Ran::isRated)) {
      return Optional.empty();
    }
    RestingHeartRate heart = RestingHeartRate.of(restingHrBpm, day);
    HeartRateVariability variability = HeartRateVariability.of(rmssdMs, day);
    SleepDebt sleep = SleepDebt.of(sleepS, day, SleepDebt.USUAL_NEED_S);
    ReadinessVotes votes = ReadinessVotes.of(morning(day, recent, heart, variability, sleep, ill));
    Map<String, Object> row = new HashMap<>();
    row.put("day", day.toString());
    row.put("resting_hr_7d_bpm", heart.sevenDayBpm());
    row.put("resting_hr_usual_bpm", heart.usualBpm());
    row.put("resting_hr_state", heart.state().name().toLowerCase(Locale.ROOT));
    row.put("hrv_7d_ms", variability.sevenDayMs());
    row.put("hrv_low_ms", variability.lowMs());
    row.put("hrv_high_ms", variability.highMs());
    row.put("hrv_state", variability.state().name().toLowerCase(Locale.ROOT));
    row.put("sleep_debt_s", sleep.debtS());
    row.put("sleep_nights", sleep.knownNights());
    row.put("votes", votes.votes());
    row.put("votes_for", String.join(", ", votes.votesFor()));
    row.put("advice", votes.advice().words());
    return Optional.of(row);
  }

  private Morning morning(
      LocalDate day, List<Ran> recent, RestingHeartRate heart, HeartRateVariability variability, SleepDebt sleep, boolean ill) {
    Ran last = recent.isEmpty() ? null : recent.get(recent.size() - 1);
    Double spike = recent.stream().map(Ran::spikeRatio).filter(Objects::nonNull).max(Double::compare).orElse(recent.isEmpty() ? 0.0 : null);
    return new Morning(
        variability,
        heart,
        sleep,
        last == null || last.feel() == null ? null : (Integer) last.feel().intValue(),
        last == null ? null : ExpectedEffort.above(last.effort(), last.hrBpm(), ratedBefore(last)).value(),
        spike,
        ill);
  }

  private List<ExpectedEffort.RatedRun> ratedBefore(Ran run) {
    return ran(run.day().minusYears(1), run.day()).stream()
        .filter(earlier -> earlier.effort() != null && earlier.hrBpm() != null)
        .map(earlier -> new ExpectedEffort.RatedRun(earlier.hrBpm(), earlier.effort()))
        .toList();
  }

  /** The runs of [from, end), in order. */
  private List<Ran> ran(LocalDate from, LocalDate end) {
    return runs.subMap(from, true, end, false).values().stream().flatMap(List::stream).toList();
  }

  /** Of the week up to the morning. */
  private static boolean hasAny(NavigableMap<LocalDate, Double> values, LocalDate day) {
    return !values.subMap(day.minusDays(6), true, day, true).isEmpty();
  }
}
