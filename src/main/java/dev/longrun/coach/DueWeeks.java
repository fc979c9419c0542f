package dev.longrun.coach;

import dev.longrun.report.SourceFreshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which weeks need a look: every finished one without a summary (of the time before the first synchronisation only the last
 * four), those whose words or sources are still to come or that show what will be erased, and those that ended lately and may have changed since.
 */
final class DueWeeks {
  /** A first synchronisation brings years; nobody wants a hundred summaries of them unasked. */
  private static final int WEEKS_AT_FIRST = 4;

  /** Late uploads, corrections and final weather come within this time. */
  private static final Duration MAY_STILL_CHANGE = Duration.ofDays(14);

  /** A first reading that takes longer is stuck, whatever it says. */
  private static final Duration LONGEST_FIRST_READING = Duration.ofDays(1);

  private final SummaryStore store;
  private final Clock clock;
  private final ZoneId timezone;
  private final Instant startedAt;

  DueWeeks(SummaryStore store, Clock clock, ZoneId timezone) {
    this.store = store;
    this.clock = clock;
    this.timezone = timezone;
    this.startedAt = clock.instant();
  }

  /** Oldest first. */
  List<Week> finishedBefore(Instant horizon) {
    Optional<LocalDate> firstDay = store.firstDay();
    if (firstDay.isEmpty()) {
      return List.of();
    }
    Week last = weekOf(horizon).plusWeeks(-1);
    Week first = store.firstCreatedAt().map(this::weekOf).orElseGet(() -> weekOf(clock.instant())).plusWeeks(-WEEKS_AT_FIRST);
    Week firstOfLog = Week.of(firstDay.get());
    List<Week> due = new ArrayList<>();
    for (Week week = first.compareTo(firstOfLog) < 0 ? firstOfLog : first; week.compareTo(last) <= 0; week = week.plusWeeks(1)) {
      if (needsALook(week)) {
        due.add(week);
      }
    }
    return due;
  }

  private boolean needsALook(Week week) {
    Optional<Summary> summary = store.find(week);
    return summary.isEmpty()
        || summary.get().wordsPending()
        || summary.get().incomplete()
        || store.listsNotCounted(week)
        || week.end(timezone).plus(MAY_STILL_CHANGE).isAfter(clock.instant());
  }

  /** A connected source that has not answered since the week ended. */
  List<SourceFreshness> silent(Week week, FactSheet sheet) {
    return sheet.freshness().stream()
        .filter(SourceFreshness::connected)
        .filter(source -> !source.covers(week.start(timezone), week.end(timezone)))
        .toList();
  }

  /**
   * Until noon of the day after a silent source is waited for, and while a history is being read for the first time, but not
   * longer than a day after the week ended or this program started.
   */
  boolean isWorthWaiting(Week week, List<SourceFreshness> silent) {
    Instant noon = week.monday().plusDays(7).atTime(12, 0).atZone(timezone).toInstant();
    Instant now = clock.instant();
    Instant since = week.end(timezone).isAfter(startedAt) ? week.end(timezone) : startedAt;
    boolean mayRead = now.isBefore(since.plus(LONGEST_FIRST_READING));
    return !silent.isEmpty() && (now.isBefore(noon) || (mayRead && silent.stream().anyMatch(SourceFreshness::firstReading)));
  }

  private Week weekOf(Instant instant) {
    return Week.of(LocalDate.ofInstant(instant, timezone));
  }
}
