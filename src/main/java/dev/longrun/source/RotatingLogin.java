package dev.longrun.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Reason;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.LoginStates;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A login whose refresh token is spent by each use. One refresh for each life of an access token, well before its end; the new pair is
 * on disk before it is used. The file is locked around read, request and write. A refused refresh token is looked up again, since
 * another program that shares the login may have rotated it: then its pair is adopted. A token that was just granted is used until it
 * is refused, whatever this machine's clock thinks of its end. Thread-safe.
 */
public final class RotatingLogin {
  /** Two nights without power are survived: Garmin's access tokens live 18 to 25 hours. */
  private static final Duration WELL_BEFORE = Duration.ofHours(6);

  /** Of shorter lives (Strava: six hours, and the same token again while more than one is left) a share. */
  private static final int SHARE_OF_LIFE = 8;

  /** A token host that failed is not asked again at each of the hundred requests of a poll. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);

  private static final String GRANTED = "longrun";

  private final LoginRules rules;
  private final LoginStates states;
  private final Clock clock;
  private String offeredToken;
  private String refusedToken;
  private String deadRefreshToken;
  private Instant failedAt;

  /** Granted by the site, refused by the disk; the refresh token on disk, which it replaces, is spent. */
  private ObjectNode unsaved;

  private String spentRefreshToken;

  public RotatingLogin(LoginRules rules, LoginStates states, Clock clock) {
    this.rules = rules;
    this.states = states;
    this.clock = clock;
  }

  /** Whether there is a login at all. Without one the source is off. */
  public boolean exists() {
    return rules.isSetUp();
  }

  /**
   * An access token to use now.
   *
   * @throws ActionNeeded when only the runner can help
   * @throws AskLater when the token host wants to be left alone and the last token has ended
   */
  public synchronized String accessToken() {
    offeredToken = usableToken();
    return offeredToken;
  }

  /** The site did not accept the token that was given out last: it is not given out again. */
  public synchronized void refused() {
    refusedToken = offeredToken;
  }

  /** Renews the login when it is time, although nothing is asked for: a refresh token that nobody uses dies after some weeks. */
  public synchronized void keep() {
    if (exists()) {
      usableToken();
    }
  }

  /** Tells one login from another without holding its secret. */
  public synchronized String fingerprint() {
    return ListedActivity.fingerprint(rules.refreshToken(tokens()));
  }

  private String usableToken() {
    ObjectNode tokens = tokens();
    Optional<String> token = accepted(tokens);
    if (token.isPresent() && !isDue(tokens)) {
      return token.get();
    }
    boolean usable = token.isPresent() && !hasEnded(tokens);
    if (usable && failedAt != null && clock.instant().isBefore(failedAt.plus(PAUSE_AFTER_FAILURE)) && !clock.instant().isBefore(failedAt)) {
      return token.get();
    }
    try {
      return renewed();
    } catch (SiteDown | AskLater | UnusableAnswer e) {
      failedAt = clock.instant();
      if (usable) {
        return token.get();
      }
      throw e;
    }
  }

  private Optional<String> accepted(ObjectNode tokens) {
    return Optional.ofNullable(rules.accessToken(tokens)).filter(token -> !token.equals(refusedToken));
  }

  private String renewed() {
    try (FileLease lease = rules.file().lock()) {
      // Read again: whoever held the lock before may have done the work.
      ObjectNode tokens = tokens();
      Optional<String> token = accepted(tokens);
      return token.isPresent() && !isDue(tokens) ? token.get() : refreshed(tokens, true);
    } catch (IOException e) {
      throw cannotBeStored(e);
    }
  }

  private String refreshed(ObjectNode tokens, boolean mayAdopt) {
    String refreshToken = rules.refreshToken(tokens);
    if (refreshToken.equals(deadRefreshToken)) {
      throw new ActionNeeded(rules.connectAgain());
    }
    String title = rules.source().title();
    states
        .coolDown(rules.source())
        .ifPresent(
            until -> {
              throw new AskLater(until, title + " wants to be left alone before its login is renewed.");
            });
    Answer answer = rules.refresh(tokens);
    if (answer.ok()) {
      return granted(tokens, refreshToken, Json.tree(title, answer.body()));
    }
    if (answer.status() == 429 || answer.status() == 403) {
      Instant until = states.beginCoolDown(rules.source(), RetryAfter.of(answer, clock.instant()));
      rules
          .knownRefusal(answer)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
      throw new AskLater(until, title + " refused to renew the login for now (status " + answer.status() + ").");
    }
    if (answer.status() >= 500 || answer.status() == 408 || answer.status() < 400) {
      throw new SiteDown(title + " answered the refresh of its token with status " + answer.status() + "; the stored login is kept.");
    }
    Optional<ActionNeeded> known = rules.knownRefusal(answer);
    if (known.isPresent()) {
      deadRefreshToken = refreshToken;
      throw known.get();
    }
    return adopted(refreshToken, mayAdopt);
  }

  /** The refresh token was refused: perhaps because another program has spent it, and left the next one in the file. */
  private String adopted(String refused, boolean mayAdopt) {
    ObjectNode again = rules.stored();
    if (mayAdopt && !refused.equals(rules.refreshToken(again))) {
      unsaved = null;
      Optional<String> token = accepted(again);
      return token.isPresent() && !hasEnded(again) ? token.get() : refreshed(again, false);
    }
    deadRefreshToken = refused;
    throw new ActionNeeded(rules.connectAgain());
  }

  private String granted(ObjectNode tokens, String refreshToken, JsonNode granted) {
    rules.take(granted, tokens);
    noteEnd(rules, tokens, granted, clock.instant());
    states.refreshed(rules.source(), ListedActivity.fingerprint(refreshToken), ListedActivity.fingerprint(rules.refreshToken(tokens)));
    spentRefreshToken = refreshToken;
    failedAt = null;
    save(tokens);
    rules
        .shortcoming(granted)
        .ifPresent(
            shortcoming -> {
              throw shortcoming;
            });
    return rules.accessToken(tokens);
  }

  /** What the file holds, once what it should hold is written; a new login in it counts for more. */
  private ObjectNode tokens() {
    if (unsaved != null) {
      ObjectNode stored = rules.stored();
      if (spentRefreshToken.equals(rules.refreshToken(stored))) {
        ObjectNode granted = unsaved;
        try (FileLease lease = rules.file().lock()) {
          save(granted);
        } catch (IOException e) {
          throw cannotBeStored(e);
        }
        return granted;
      }
      unsaved = null;
    }
    return rules.stored();
  }

  private void save(ObjectNode tokens) {
    unsaved = tokens;
    try {
      rules.file().write(tokens);
      unsaved = null;
    } catch (IOException e) {
      throw cannotBeStored(e);
    }
  }

  private ActionNeeded cannotBeStored(IOException e) {
    return new ActionNeeded(
        rules.source().title() + "'s new token cannot be stored at " + rules.file().path() + ": " + Reason.ofFile(e)
            + ". Check the folder's owner and free space.");
  }

  /**
   * Keeps when the token was granted and ends by this machine's clock: the site's own word of the end is worth nothing on a machine
   * whose clock is wrong.
   *
   * @param granted the token host's answer
   */
  public static void noteEnd(LoginRules rules, ObjectNode tokens, JsonNode granted, Instant now) {
    Double lifeS = Json.number(granted, "expires_in");
    Optional<Instant> said = rules.end(tokens);
    Optional<Instant> byLife = Optional.ofNullable(lifeS).filter(life -> life > 0).map(life -> now.plusSeconds(life.longValue()));
    Instant end =
        said.filter(instant -> instant.isAfter(now)).filter(instant -> byLife.isEmpty() || instant.isBefore(byLife.get()))
            .or(() -> byLife)
            .orElse(now.plus(WELL_BEFORE));
    ObjectNode noted = tokens.putObject(GRANTED);
    noted.put("of", ListedActivity.fingerprint(rules.accessToken(tokens)));
    noted.put("granted_at", Timestamps.of(now));
    noted.put("ends_at", Timestamps.of(end));
  }

  private record Life(Instant start, Instant end) {}

  /** As noted when it was granted, else the site's word, else for ever: such a token is used until it is refused. */
  private Life life(ObjectNode tokens) {
    JsonNode noted = tokens.path(GRANTED);
    if (ListedActivity.fingerprint(rules.accessToken(tokens)).equals(Json.text(noted, "of"))) {
      try {
        return new Life(Instant.parse(noted.path("granted_at").asText()), Instant.parse(noted.path("ends_at").asText()));
      } catch (DateTimeException e) {
        // Edited by hand: the site's word is left.
      }
    }
    return new Life(null, rules.end(tokens).orElse(Instant.MAX));
  }

  private boolean isDue(ObjectNode tokens) {
    Life life = life(tokens);
    if (life.end().equals(Instant.MAX)) {
      return false;
    }
    Duration share = life.start() == null ? WELL_BEFORE : Duration.between(life.start(), life.end()).dividedBy(SHARE_OF_LIFE);
    Duration before = life.start() == null || life.start().plus(WELL_BEFORE.multipliedBy(2)).isBefore(life.end()) ? WELL_BEFORE : share;
    return life.end().isBefore(clock.instant().plus(before));
  }

  private boolean hasEnded(ObjectNode tokens) {
    return !life(tokens).end().isAfter(clock.instant());
  }
}
