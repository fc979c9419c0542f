package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Reason;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.AskLater;
import dev.longrun.source.Json;
import dev.longrun.source.RetryAfter;
import dev.longrun.source.SiteDown;
import dev.longrun.source.SourceTrouble;
import dev.longrun.source.TokenEndpoint;
import dev.longrun.source.TokenFile;
import dev.longrun.source.UnusableAnswer;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Garmin's access token, from the file that a login left (python-garminconnect's format). Refreshes it shortly before it
 * ends and once after it was refused. The refresh token rotates: the new pair is on disk before it is used. Thread-safe.
 */
public final class GarminTokens {
  private static final String SITE = "Garmin";
  private static final String RECONNECT =
      "Garmin no longer accepts the stored login: log in again with python-garminconnect and put its garmin_tokens.json at ";

  /** As python-garminconnect does. */
  private static final Duration REFRESH_BEFORE_END = Duration.ofMinutes(15);

  private static final Duration REFUSED_REFRESH_PAUSE = Duration.ofHours(1);

  private final TokenFile file;
  private final TokenEndpoint endpoint;
  private final Clock clock;
  private String offeredToken;
  private String refusedToken;
  private String deadRefreshToken;

  /** Granted by the site, refused by the disk; the refresh token on disk, which it replaces, is spent. */
  private ObjectNode unsaved;

  private String spentRefreshToken;

  /** @param timeout of a refresh */
  public GarminTokens(Settings.Garmin settings, Clock clock, Duration timeout) {
    Path path = settings.tokens();
    this.file = new TokenFile(Files.isDirectory(path) ? path.resolve("garmin_tokens.json") : path);
    URI address = URI.create(settings.authUrl() + "/di-oauth2-service/oauth/token");
    this.endpoint = new TokenEndpoint(SITE, address, GarminHeaders.ALL, timeout);
    this.clock = clock;
  }

  /** Whether there is a login at all. Without one the source is off. */
  public boolean exist() {
    return file.exists();
  }

  /**
   * An access token to use now.
   *
   * @throws ActionNeeded when only a new login helps
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
    String token = Json.text(tokens, "di_token");
    if (token != null && !token.equals(refusedToken) && !endsSoon(token)) {
      return token;
    }
    try {
      return refreshed(tokens);
    } catch (SiteDown | AskLater | UnusableAnswer e) {
      if (token != null && !token.equals(refusedToken) && expiry(token).isAfter(clock.instant())) {
        return token;
      }
      throw e;
    }
  }

  /** What the file holds, once what it should hold is written; a new login in it counts for more. */
  private ObjectNode tokens() {
    ObjectNode stored = file.read();
    if (unsaved == null || !spentRefreshToken.equals(Json.text(stored, "di_refresh_token"))) {
      unsaved = null;
      return stored;
    }
    ObjectNode granted = unsaved;
    save(granted);
    return granted;
  }

  private String refreshed(ObjectNode tokens) {
    String refreshToken = Json.text(tokens, "di_refresh_token");
    String clientId = Json.text(tokens, "di_client_id");
    if (refreshToken == null || clientId == null) {
      throw new ActionNeeded(
          "The token file " + file.path() + " holds no login of python-garminconnect 0.3 or newer (di_refresh_token and di_client_id):"
              + " log in again and put its garmin_tokens.json there.");
    }
    if (refreshToken.equals(deadRefreshToken)) {
      throw new ActionNeeded(RECONNECT + file.path() + ".");
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", clientId);
    form.put("refresh_token", refreshToken);
    Answer answer = endpoint.post(form, Map.of("Authorization", "Basic " + withoutSecret(clientId)));
    throwUnlessGranted(answer, refreshToken);
    JsonNode granted = Json.tree(SITE, answer.body());
    String token = Json.text(granted, "access_token");
    if (token == null) {
      throw new UnusableAnswer("Garmin answered the refresh of its token without one.");
    }
    String newRefreshToken = Json.text(granted, "refresh_token");
    tokens.put("di_token", token);
    tokens.put("di_refresh_token", newRefreshToken == null ? refreshToken : newRefreshToken);
    spentRefreshToken = refreshToken;
    save(tokens);
    return token;
  }

  /** The app has an id and no secret, and says so the way OAuth2 asks for. */
  private static String withoutSecret(String clientId) {
    return Base64.getEncoder().encodeToString((clientId + ":").getBytes(StandardCharsets.UTF_8));
  }

  private void throwUnlessGranted(Answer answer, String refreshToken) {
    if (answer.ok()) {
      return;
    }
    throw refusal(answer, refreshToken);
  }

  private SourceTrouble refusal(Answer answer, String refreshToken) {
    if (answer.status() == 429) {
      Instant until = RetryAfter.of(answer, clock.instant()).orElse(clock.instant().plus(REFUSED_REFRESH_PAUSE));
      return new AskLater(until, "Garmin asked to wait before its token is refreshed.");
    }
    if (answer.status() == 401 || answer.status() == 400 && new String(answer.body(), StandardCharsets.UTF_8).contains("invalid_grant")) {
      deadRefreshToken = refreshToken;
      return new ActionNeeded(RECONNECT + file.path() + ".");
    }
    return new SiteDown("Garmin answered the refresh of its token with status " + answer.status() + "; the stored login is kept.");
  }

  private void save(ObjectNode tokens) {
    unsaved = tokens;
    try {
      file.write(tokens);
      unsaved = null;
    } catch (IOException e) {
      throw new ActionNeeded("Garmin's new token cannot be stored at " + file.path() + ": " + Reason.ofFile(e)
              + ". Check the folder's owner and free space.");
    }
  }

  private boolean endsSoon(String token) {
    return expiry(token).isBefore(clock.instant().plus(REFRESH_BEFORE_END));
  }

  /** The end that the token (a JWT) states; one that cannot be read is used until it is refused. */
  private static Instant expiry(String token) {
    try {
      String[] parts = token.split("\\.");
      JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      Double end = Json.number(claims, "exp");
      return end == null ? Instant.MAX : Instant.ofEpochSecond(end.longValue());
    } catch (IOException | RuntimeException e) {
      return Instant.MAX;
    }
  }
}
