package dev.longrun.coach.summary;

import dev.longrun.coach.summary.SummaryPeriod.Kind;
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
 * Which periods need a look: every finished one without a summary (of the time before the first synchronisation only the last few),
 * those whose words or sources are still to come or that show what will be erased, and those that ended lately and may have changed
 * since. What ended more than five weeks ago is never said again by itself.
 */
final class DueSummaries {
  /** A first synchronisation brings years; nobody wants a hundred summaries of them unasked. */
  private static final int WEEKS_AT_FIRST = 4;

  private static final int MONTHS_AT_FIRST = 1;

  /** Late uploads and corrections come within this time; what is older is said again on request only. */
  private static final Duration MAY_STILL_CHANGE = Duration.ofDays(35);

  /** A first reading that takes longer is stuck, whatever it says. */
  private static final Duration LONGEST_FIRST_READING = Duration.ofDays(1);

  private final SummaryStore store;
  private final Clock clock;
  private final ZoneId timezone;
  private final Instant startedAt;

  DueSummaries(SummaryStore store, Clock clock, ZoneId timezone) {
    this.store = store;
    this.clock = clock;
    this.timezone = timezone;
    this.startedAt = clock.instant();
  }

  /** Oldest first. */
  List<SummaryPeriod> finishedBefore(Kind kind, Instant horizon) {
    Optional<LocalDate> firstDay = store.firstDay();
    if (firstDay.isEmpty()) {
      return List.of();
    }
    SummaryPeriod last = at(kind, horizon).previous();
    SummaryPeriod first = store.firstCreatedAt(kind).map(instant -> at(kind, instant)).orElseGet(() -> at(kind, clock.instant()));
    for (int i = 0; i < (kind == Kind.WEEK ? WEEKS_AT_FIRST : MONTHS_AT_FIRST); i++) {
      first = first.previous();
    }
    SummaryPeriod firstOfLog = SummaryPeriod.of(kind, firstDay.get());
    List<SummaryPeriod> due = new ArrayList<>();
    for (SummaryPeriod period = first.compareTo(firstOfLog) < 0 ? firstOfLog : first; period.compareTo(last) <= 0; period = period.next()) {
      if (needsALook(period)) {
        due.add(period);
      }
    }
    return due;
  }

  private boolean needsALook(SummaryPeriod period) {
    Optional<StoredSummary> summary = store.find(period);
    return summary.isEmpty()
        || summary.get().wordsPending()
        || summary.get().incomplete()
        || summary.get().text().contains(SummaryPage.NOT_COUNTED)
        || mayStillChange(period);
  }

  boolean mayStillChange(SummaryPeriod period) {
    return period.end(timezone).plus(MAY_STILL_CHANGE).isAfter(clock.instant());
  }

  /** Connected sources that have not answered since it ended. */
  List<SourceFreshness> silent(SummaryPeriod period, List<SourceFreshness> freshness) {
    return freshness.stream()
        .filter(SourceFreshness::connected)
        .filter(source -> !source.covers(period.start(timezone), period.end(timezone)))
        .toList();
  }

  /**
   * Until noon of the day after a silent source is waited for, and while a history is being read for the first time, but not
   * longer than a day after the period ended or this program started.
   */
  boolean isWorthWaiting(SummaryPeriod period, List<SourceFreshness> silent) {
    Instant noon = period.to().plusDays(1).atTime(12, 0).atZone(timezone).toInstant();
    Instant now = clock.instant();
    Instant since = period.end(timezone).isAfter(startedAt) ? period.end(timezone) : startedAt;
    boolean mayRead = now.isBefore(since.plus(LONGEST_FIRST_READING));
    return !silent.isEmpty() && (now.isBefore(noon) || (mayRead && silent.stream().anyMatch(SourceFreshness::firstReading)));
  }

  private SummaryPeriod at(Kind kind, Instant instant) {
    return SummaryPeriod.of(kind, LocalDate.ofInstant(instant, timezone));
  }
}
