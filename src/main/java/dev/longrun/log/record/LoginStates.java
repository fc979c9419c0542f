package dev.longrun.log.record;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps a {@link LoginState} for every source that has a login. Thread-safe. */
public final class LoginStates {
  /** Blocks after a 429 at a token host are reported to last for hours, and to grow when they are probed. */
  private static final Duration FIRST_COOL_DOWN = Duration.ofHours(2);

  private static final Duration LONGEST_COOL_DOWN = Duration.ofHours(24);

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public LoginStates(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  public LoginState of(Source source) {
    return reader
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from login where source = ?")
                    .bind(0, source.id())
                    .map(
                        (row, context) ->
                            new LoginState(
                                row.getString("account"),
                                row.getString("verified"),
                                row.getLong("refreshes"),
                                Timestamps.parse(row.getString("refreshed_at")),
                                row.getObject("cool_down_s") == null ? null : row.getLong("cool_down_s"),
                                Timestamps.parse(row.getString("cool_down_until"))))
                    .findOne())
        .orElse(LoginState.NEW);
  }

  /**
   * Until when the token host must not be asked, if that is still ahead. What a clock that was wrong once left behind binds nobody:
   * no cool-down is longer than a day.
   */
  public Optional<Instant> coolDown(Source source) {
    Instant now = clock.instant();
    return Optional.ofNullable(of(source).coolDownUntil())
        .filter(until -> until.isAfter(now) && !until.isAfter(now.plus(LONGEST_COOL_DOWN)));
  }

  /**
   * The token host wants to be left alone: two hours, and twice as long each time it says so again.
   *
   * @param atLeast what the site itself asked for, if it did
   */
  public Instant beginCoolDown(Source source, Optional<Instant> atLeast) {
    Instant now = clock.instant();
    Long last = of(source).coolDownS();
    long seconds = last == null ? FIRST_COOL_DOWN.toSeconds() : Math.min(LONGEST_COOL_DOWN.toSeconds(), 2 * last);
    Instant until = now.plusSeconds(seconds);
    Instant longest = now.plus(LONGEST_COOL_DOWN);
    Instant asked = atLeast.filter(until::isBefore).map(later -> later.isAfter(longest) ? longest : later).orElse(until);
    set(source, "cool_down_s = :value, cool_down_until = :other", seconds, Timestamps.of(asked));
    return asked;
  }

  /** An access token was granted: whatever was wrong is over. */
  public void refreshed(Source source, String fingerprintBefore, String fingerprintAfter) {
    set(source, "refreshes = refreshes + 1, refreshed_at = :value, cool_down_s = null, cool_down_until = :other", now(), null);
    // Who was verified stays so, since this very program has renewed the login.
    set(source, "verified = case when verified = :value then :other else verified end", fingerprintBefore, fingerprintAfter);
  }

  /** The login of this refresh token is this account's. */
  public void verified(Source source, String account, String fingerprint) {
    set(source, "account = :value, verified = :other", account, fingerprint);
  }

  // The assignments come from this class alone, values are bound.
  private void set(Source source, String assignments, Object value, Object other) {
    writer.useTransaction(
        handle -> {
          handle.execute("insert into login (source, updated_at) values (?, ?) on conflict do nothing", source.id(), now());
          handle
              .createUpdate("update login set " + assignments + ", updated_at = :now where source = :source")
              .bind("value", value)
              .bind("other", other)
              .bind("now", now())
              .bind("source", source.id())
              .execute();
        });
  }

  private String now() {
    return Timestamps.of(clock.instant());
  }
}
