package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Reason;
import dev.longrun.settings.Settings;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.AskLater;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.RetryAfter;
import dev.longrun.source.SiteDown;
import dev.longrun.source.SourceTrouble;
import dev.longrun.source.TokenEndpoint;
import dev.longrun.source.TokenFile;
import dev.longrun.source.UnusableAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Strava's access token. The setting is only the first refresh token; each refresh may bring another one, which is on disk
 * before it is used. A file that grew from another setting than the present one is not continued. Thread-safe.
 */
public final class StravaTokens {
  private static final String SITE = "Strava";
  private static final String NEW_LOGIN =
      "Strava no longer accepts the stored login: authorise Longrun again with the scope activity:read_all and put the new refresh token"
          + " into STRAVA_REFRESH_TOKEN.";

  /** A token lives six hours; one that has more than an hour left is only handed out again. */
  private static final Duration REFRESH_BEFORE_END = Duration.ofMinutes(15);

  private final Settings.Strava settings;
  private final TokenFile file;
  private final TokenEndpoint endpoint;
  private final Clock clock;
  private String offeredToken;
  private String refusedToken;
  private String deadRefreshToken;

  /** Granted by the site, refused by the disk; what is on disk is spent. */
  private ObjectNode unsaved;

  /** @param timeout of a refresh */
  public StravaTokens(Settings.Strava settings, Path home, Clock clock, Duration timeout) {
    this.settings = settings;
    this.file = new TokenFile(home.resolve("tokens/strava_tokens.json"));
    this.endpoint = new TokenEndpoint(SITE, URI.create(settings.authUrl() + "/token"), Map.of(), timeout);
    this.clock = clock;
  }

  /** Whether the settings connect an account at all. */
  boolean exist() {
    return settings.clientId().isPresent() && settings.clientSecret().isPresent() && settings.refreshToken().isPresent();
  }

  /**
   * An access token to use now.
   *
   * @throws ActionNeeded when only the runner can help
   */
  synchronized String accessToken() {
    offeredToken = usableToken();
    return offeredToken;
  }

  /** The site did not accept the token that was given out last: it is not given out again. */
  synchronized void refused() {
    refusedToken = offeredToken;
  }

  private String usableToken() {
    ObjectNode tokens = tokens();
    String token = Json.text(tokens, "access_token");
    boolean accepted = token != null && !token.equals(refusedToken);
    if (accepted && expiry(tokens).isAfter(clock.instant().plus(REFRESH_BEFORE_END))) {
      return token;
    }
    try {
      return refreshed(tokens);
    } catch (SiteDown | AskLater | UnusableAnswer e) {
      if (accepted && expiry(tokens).isAfter(clock.instant())) {
        return token;
      }
      throw e;
    }
  }

  /** The file if it grew from the present setting, else the setting alone. */
  private ObjectNode tokens() {
    if (unsaved != null) {
      ObjectNode granted = unsaved;
      save(granted);
      return granted;
    }
    String origin = ListedActivity.fingerprint(settings.clientId().orElseThrow(), settings.refreshToken().orElseThrow());
    if (file.exists()) {
      ObjectNode stored = file.read();
      if (origin.equals(Json.text(stored, "grown_from"))) {
        return stored;
      }
    }
    return Json.MAPPER.createObjectNode().put("refresh_token", settings.refreshToken().orElseThrow()).put("grown_from", origin);
  }

  private String refreshed(ObjectNode tokens) {
    String refreshToken = Json.text(tokens, "refresh_token");
    if (refreshToken == null || refreshToken.equals(deadRefreshToken)) {
      throw new ActionNeeded(NEW_LOGIN);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", settings.clientId().orElseThrow());
    form.put("client_secret", settings.clientSecret().orElseThrow());
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    Answer answer = endpoint.post(form);
    if (!answer.ok()) {
      throw refusal(answer, refreshToken);
    }
    JsonNode granted = Json.tree(SITE, answer.body());
    String token = Json.text(granted, "access_token");
    Double end = Json.number(granted, "expires_at");
    if (token == null || end == null) {
      throw new UnusableAnswer("Strava answered the refresh of its token without one.");
    }
    String newRefreshToken = Json.text(granted, "refresh_token");
    tokens.put("access_token", token).put("expires_at", end.longValue());
    tokens.put("refresh_token", newRefreshToken == null ? refreshToken : newRefreshToken);
    save(tokens);
    return token;
  }

  private SourceTrouble refusal(Answer answer, String refreshToken) {
    if (answer.status() == 429) {
      Instant until = RetryAfter.of(answer, clock.instant()).orElse(StravaQuota.nextQuarter(clock.instant()));
      return new AskLater(until, "Strava asked to wait before its token is refreshed.");
    }
    if (answer.status() == 403) {
      return StravaAccess.forbidden(answer);
    }
    if (answer.status() == 400 || answer.status() == 401) {
      deadRefreshToken = refreshToken;
      return StravaError.names(answer, "Application", "client_id")
          ? new ActionNeeded("Strava does not know this application: check STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET.")
          : new ActionNeeded(NEW_LOGIN);
    }
    return new SiteDown("Strava answered the refresh of its token with status " + answer.status() + "; the stored login is kept.");
  }

  private void save(ObjectNode tokens) {
    unsaved = tokens;
    try {
      file.write(tokens);
      unsaved = null;
    } catch (IOException e) {
      throw new ActionNeeded("Strava's new token cannot be stored at " + file.path() + ": " + Reason.ofFile(e)
              + ". Check the folder's owner and free space.");
    }
  }

  private static Instant expiry(ObjectNode tokens) {
    Double end = Json.number(tokens, "expires_at");
    return end == null ? Instant.EPOCH : Instant.ofEpochSecond(end.longValue());
  }
}
