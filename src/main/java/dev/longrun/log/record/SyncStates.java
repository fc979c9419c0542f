package dev.longrun.log.record;

import dev.longrun.log.Database;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Keeps a {@link SyncState} for every source. Thread-safe. */
public final class SyncStates {
  private static final RowMapper<SyncState> ROW = (row, context) -> of(row);

  private static final Duration COMPARE_EVERY = Duration.ofDays(7);
  private static final Duration LONGEST_BLOCK = Duration.ofHours(25);

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public SyncStates(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  /** @return a state of nulls for a source that was never asked */
  public SyncState of(Source source) {
    return reader
        .withHandle(
            handle ->
                handle.createQuery("select * from sync_state where source = :source").bind("source", source.id()).map(ROW).findOne())
        .orElseGet(() -> never(source));
  }

  /** As it was kept when the numbers were derived last. */
  public KnownUntil knownUntil() {
    return reader.withHandle(KnownUntil::read);
  }

  /** @return until when the source must not be asked, if that is still ahead */
  public Optional<Instant> blockedUntil(Source source) {
    Instant now = clock.instant();
    // No block is longer than a day: one that seems to be was noted by a clock that was wrong, and binds nobody.
    return Optional.ofNullable(of(source).blockedUntil()).filter(until -> until.isAfter(now) && !until.isAfter(now.plus(LONGEST_BLOCK)));
  }

  /** The state in the present row of a {@code select * from sync_state}. */
  public static SyncState of(ResultSet row) throws SQLException {
    return new SyncState(
        Source.of(row.getString("source")),
        Timestamps.parse(row.getString("backfill_before")),
        Timestamps.parse(row.getString("backfill_completed_at")),
        Timestamps.parse(row.getString("first_attempt_at")),
        Timestamps.parse(row.getString("last_attempt_at")),
        Timestamps.parse(row.getString("last_success_at")),
        row.getString("last_error"),
        Timestamps.parse(row.getString("last_error_at")),
        Timestamps.parse(row.getString("blocked_until")),
        row.getString("blocked_reason"),
        row.getString("action_needed"),
        Timestamps.parse(row.getString("action_needed_since")),
        row.getString("data_use"),
        row.getString("quota"),
        Timestamps.parse(row.getString("answered_until")));
  }

  /** The state of a source that was never asked. */
  public static SyncState never(Source source) {
    return new SyncState(source, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The source has what it needs to be asked for runs that count, or no longer: from now on its silence is a gap in the log, or nothing.
   * Only a change is written.
   */
  public void connected(Source source, boolean connected) {
    writer.useTransaction(
        handle -> {
          if (connected) {
            handle.execute("insert into sync_state (source, updated_at) values (?, ?) on conflict do nothing", source.id(), now());
          }
          handle
              .createUpdate(
                  """
                  update sync_state
                  set connected = :connected, connected_since = case when :connected = 1 then :now end, updated_at = :now
                  where source = :source and connected <> :connected""")
              .bind("source", source.id())
              .bind("connected", connected ? 1 : 0)
              .bind("now", now())
              .execute();
        });
  }

  public void attempted(Source source) {
    set(source, Map.of("last_attempt_at", now()));
    writer.useHandle(
        handle ->
            handle.execute("update sync_state set first_attempt_at = last_attempt_at where source = ? and first_attempt_at is null", source.id()));
  }

  /** The source answered everything it was asked: whatever was wrong is over. */
  public void succeeded(Source source) {
    succeeded(source, true);
  }

  /** @param whole whether every run it told of has been read: else the log is known up to the answer before, if there was one */
  public void succeeded(Source source, boolean whole) {
    set(source, Map.of("last_success_at", now()));
    answered(source, whole);
    recovered(source);
  }

  /** The newest is read, and only what is older is still to come: the source has answered, and is asked for more later. */
  public void answeredSoFar(Source source) {
    set(source, Map.of("last_success_at", now()));
    answered(source, true);
    clear(source, "last_error", "last_error_at", "action_needed", "action_needed_since");
  }

  /** What began after it was asked is not in its answer, however long that took. */
  private void answered(Source source, boolean whole) {
    String kept = whole ? "null" : "answered_until";
    writer.useHandle(
        handle ->
            handle.execute(
                "update sync_state set answered_until = coalesce(" + kept + ", last_attempt_at, updated_at) where source = ? and source <> 'open-meteo'",
                source.id()));
  }

  /** Whatever was wrong is over, although the source has not been asked. */
  public void recovered(Source source) {
    clear(source, "last_error", "last_error_at", "blocked_until", "blocked_reason", "action_needed", "action_needed_since");
  }

  /** @param sentence what went wrong, without secrets */
  public void failed(Source source, String sentence) {
    set(source, Map.of("last_error", PlainText.line(sentence), "last_error_at", now()));
  }

  /** @param reason a sentence */
  public void block(Source source, Instant until, String reason) {
    set(source, Map.of("blocked_until", Timestamps.of(until), "blocked_reason", PlainText.line(reason)));
  }

  /** The runner must do something before this source can go on. */
  public void needAction(Source source, String sentence) {
    String since = Optional.ofNullable(Timestamps.of(of(source).actionNeededSince())).orElse(now());
    set(source, Map.of("action_needed", PlainText.line(sentence), "action_needed_since", since));
  }

  /** Whatever started at or after the instant has been read: the time since then is known although the backfill goes on. */
  public void backfillReached(Source source, Instant before) {
    backfillReached(source, before, true);
  }

  /** @param whole as for {@link #succeeded(Source, boolean)} */
  public void backfillReached(Source source, Instant before, boolean whole) {
    set(source, Map.of("backfill_before", Timestamps.of(before)));
    answered(source, whole);
  }

  public void backfillCompleted(Source source) {
    set(source, Map.of("backfill_completed_at", now()));
  }

  /** What was read is in the log no longer: the next backfill begins at the newest activity again. */
  public void backfillForgotten(Source source) {
    clear(source, "backfill_before", "backfill_completed_at");
  }

  /** The whole list of ids was compared with the log. */
  public void compared(Source source) {
    set(source, Map.of("compared_at", now()));
  }

  /** Whether the whole list was compared within the last week. What a clock that was ahead noted does not count. */
  public boolean isCompared(Source source) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select 1 from sync_state where source = ? and compared_at between ? and ?")
                .bind(0, source.id())
                .bind(1, Timestamps.of(clock.instant().minus(COMPARE_EVERY)))
                .bind(2, now())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  public void dataUse(Source source, String dataUse) {
    set(source, Map.of("data_use", dataUse));
  }

  public void quota(Source source, String json) {
    set(source, Map.of("quota", json));
  }

  private String now() {
    return Timestamps.of(clock.instant());
  }

  // Column names come from this class alone, values are bound.
  private void set(Source source, Map<String, String> values) {
    writer.useTransaction(
        handle -> {
          handle.execute("insert into sync_state (source, updated_at) values (?, ?) on conflict do nothing", source.id(), now());
          values.forEach(
              (column, value) ->
                  handle.execute("update sync_state set " + column + " = ?, updated_at = ? where source = ?", value, now(), source.id()));
        });
  }

  private void clear(Source source, String... columns) {
    writer.useTransaction(
        handle -> {
          for (String column : columns) {
            handle.execute("update sync_state set " + column + " = null where source = ?", source.id());
          }
        });
  }
}
