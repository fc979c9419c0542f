package dev.longrun.source;

import dev.longrun.log.record.KnownActivity;
import dev.longrun.log.Source;
import dev.longrun.log.TrainingLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what a source lists with what the log knows of it. Used by one thread. */
public final class LogComparison {
  public static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  /** Feel and effort are often entered when the runner has had a shower and a night's sleep. */
  private static final Duration READ_AGAIN = Duration.ofHours(48);

  /** Effort, feel, shoe, name and type are mended within two weeks, if ever: once a day is soon enough. */
  private static final Duration READ_DAILY = Duration.ofDays(14);

  /** A poll every half hour must not miss the day. */
  private static final Duration A_DAY = Duration.ofHours(23);

  private final TrainingLog trainingLog;
  private final Source source;
  private final Instant now;
  private final Set<String> seen = new HashSet<>();

  public LogComparison(TrainingLog trainingLog, Source source, Instant now) {
    this.trainingLog = trainingLog;
    this.source = source;
    this.now = now;
  }

  /** @return false when the list has shown it before */
  public boolean isNews(String externalId) {
    return seen.add(externalId);
  }

  /** Whether the log does not have it, or not as the list shows it, or should have a second look at it. */
  public boolean mustRead(String externalId, String listedAs, Instant startedAt) {
    Optional<KnownActivity> known = trainingLog.known(source, externalId);
    return known.isEmpty()
        || !listedAs.equals(known.get().listedAs())
        || !startedAt.isBefore(now.minus(READ_AGAIN))
        || !startedAt.isBefore(now.minus(READ_DAILY)) && !isOfToday(known.get().checkedAt());
  }

  /** What was noted by a clock that was ahead is not of today. */
  private boolean isOfToday(Instant checkedAt) {
    return checkedAt.isAfter(now.minus(A_DAY)) && !checkedAt.isAfter(now);
  }

  /** The list shows it as something that is no run: if it was one, it leaves the log. */
  public void isNoRun(String externalId) {
    if (trainingLog.known(source, externalId).isPresent()) {
      trainingLog.withdraw(source, externalId);
    }
  }

  /** What the log knows from an instant on and the list has not shown; nothing when the list was empty, for then it is not believed. */
  public List<String> unlisted(Instant from) {
    if (seen.isEmpty()) {
      return List.of();
    }
    return trainingLog.knownBetween(source, from, END_OF_TIME).stream()
        .map(KnownActivity::externalId)
        .filter(id -> !seen.contains(id))
        .toList();
  }
}
