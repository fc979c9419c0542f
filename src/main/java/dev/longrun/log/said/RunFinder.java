package dev.longrun.log.said;

import dev.longrun.log.Activity;
import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.log.said.note.RunReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the run a runner means among those of the log, or says what there is. */
public final class RunFinder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final String RUN =
      "select run_date, run_no, started_at, utc_offset_s, coalesce(elapsed_s, moving_s, 0) as elapsed_s, distance_m, counted from main_log ";

  private final Handle handle;

  public RunFinder(Handle handle) {
    this.handle = handle;
  }

  /** @param distanceM null when it is not known, or is only to be shown */
  record Found(RunKey key, Instant startedAt, LocalDateTime start, LocalDateTime end, Double distanceM) {
    /** {@code 2026-11-20, 18:30 (10.0 km)}. */
    public String title() {
      return key.date() + ", " + timeAndDistance();
    }

    private String timeAndDistance() {
      return TIME.format(start) + (distanceM == null ? "" : String.format(Locale.ROOT, " (%.1f km)", distanceM / 1_000));
    }
  }

  /**
   * @return empty when that day has no run at all
   * @throws NotApplied when it cannot be told which run is meant
   */
  Optional<Found> find(RunReference reference, Instant now) throws NotApplied {
    if (reference instanceof RunReference.Latest) {
      return Optional.of(latest(now));
    }
    LocalDate day = day(reference);
    List<Found> runs = on(day);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    if (reference instanceof RunReference.Numbered numbered) {
      if (numbered.no() <= runs.size()) {
        return Optional.of(runs.get(numbered.no() - 1));
      }
      throw new NotApplied("run " + reference, "there is no such run; " + existing(day, runs) + ".");
    }
    if (reference instanceof RunReference.AtMinute minute) {
      return Optional.of(at(minute, runs));
    }
    if (runs.size() == 1) {
      return Optional.of(runs.get(0));
    }
    throw new NotApplied(
        "run " + reference, "that day has several runs; say which one, by number or by time: " + existing(day, runs) + ".");
  }

  /** As {@code run of 2026-11-20, 18:30 (10.0 km)}. */
  public String title(RunKey key) {
    return handle
        .createQuery(RUN + "where run_date = :date and run_no = :no")
        .bind("date", key.date())
        .bind("no", key.no())
        .map((row, context) -> found(row))
        .findOne()
        .map(run -> "run of " + run.title())
        .orElse("run of " + key.date());
  }

  /** Whether an activity is the run of that minute: it began near it, or was under way. */
  public static boolean fits(RunReference.AtMinute minute, Activity activity) {
    LocalDateTime start = LocalDateTime.ofInstant(activity.startedAt(), ZoneOffset.ofTotalSeconds(activity.utcOffsetS()));
    Double seconds = activity.elapsedS() == null ? activity.movingS() : activity.elapsedS();
    return minute.fits(start, start.plusSeconds(seconds == null ? 0 : seconds.longValue()));
  }

  /** Null for the latest: it has no day yet. */
  public static LocalDate day(RunReference reference) {
    if (reference instanceof RunReference.OfDay ofDay) {
      return ofDay.day();
    }
    if (reference instanceof RunReference.Numbered numbered) {
      return numbered.day();
    }
    return reference instanceof RunReference.AtMinute minute ? minute.day() : null;
  }

  /** The days nearest to one without a run, for whoever mistook the date. */
  String nearby(LocalDate day) {
    List<String> days =
        handle
            .createQuery(
                """
                select distinct run_date from main_log
                where run_date between date(:day, '-7 days') and date(:day, '+7 days')
                order by abs(julianday(run_date) - julianday(:day)), run_date limit 3""")
            .bind("day", day.toString())
            .mapTo(String.class)
            .list();
    return days.isEmpty() ? "" : "; the nearest runs are of " + days.stream().sorted().collect(Collectors.joining(", "));
  }

  private Found latest(Instant now) throws NotApplied {
    return handle
        .createQuery(RUN + "where started_at <= :now order by started_at desc, run_no desc limit 1")
        .bind("now", Timestamps.of(now))
        .map((row, context) -> found(row))
        .findOne()
        .orElseThrow(() -> new NotApplied("latest run", "there is no run in the log yet; write its day, and the note waits for it."));
  }

  private static Found at(RunReference.AtMinute minute, List<Found> runs) throws NotApplied {
    List<Found> fitting =
        runs.stream()
            .filter(run -> minute.fits(run.start(), run.end()))
            .sorted(Comparator.comparing(run -> minute.distance(run.start())))
            .toList();
    if (fitting.isEmpty()) {
      throw new NotApplied("run " + minute, "no run of that day began near that time; " + existing(minute.day(), runs) + ".");
    }
    if (fitting.size() > 1 && minute.distance(fitting.get(0).start()).equals(minute.distance(fitting.get(1).start()))) {
      throw new NotApplied("run " + minute, "two runs are equally near to that time; " + existing(minute.day(), runs) + ".");
    }
    return fitting.get(0);
  }

  private List<Found> on(LocalDate day) {
    return new ArrayList<>(
        handle
            .createQuery(RUN + "where run_date = :day order by run_no")
            .bind("day", day.toString())
            .map((row, context) -> found(row))
            .list());
  }

  private static String existing(LocalDate day, List<Found> runs) {
    return "there " + (runs.size() == 1 ? "is " : "are ")
        + runs.stream().map(run -> day + "#" + run.key().no() + " at " + run.timeAndDistance()).collect(Collectors.joining(" and "));
  }

  private static Found found(java.sql.ResultSet row) throws java.sql.SQLException {
    Instant startedAt = Timestamps.parse(row.getString("started_at"));
    LocalDateTime start = LocalDateTime.ofInstant(startedAt, ZoneOffset.ofTotalSeconds(row.getInt("utc_offset_s")));
    double distanceM = row.getDouble("distance_m");
    boolean withoutDistance = row.wasNull() || row.getInt("counted") == 0;
    return new Found(
        new RunKey(row.getString("run_date"), row.getInt("run_no")),
        startedAt,
        start,
        start.plusSeconds((long) row.getDouble("elapsed_s")),
        withoutDistance ? null : distanceM);
  }
}
