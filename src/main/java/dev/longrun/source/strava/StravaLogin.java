package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.settings.Settings;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.LoginRules;
import dev.longrun.source.TokenEndpoint;
import dev.longrun.source.TokenFile;
import dev.longrun.source.UnusableAnswer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Strava's login. The setting is only the first refresh token: each refresh may bring another one. A file that grew from another
 * setting than the present one is not continued. Thread-safe.
 */
public final class StravaLogin implements LoginRules {
  static final String SITE = "Strava";

  /** What Longrun reads: every activity, those for the runner's eyes only among them, and the shoes. */
  static final String SCOPES = "read,activity:read_all,profile:read_all";

  private static final String NEEDED_SCOPE = "activity:read_all";

  private final Supplier<Settings.Strava> settings;
  private final TokenFile file;
  private final TokenEndpoint endpoint;

  /**
   * @param settings asked again each time: a new token in {@code .env} is taken without a restart
   * @param timeout of a call of the token host
   */
  public StravaLogin(Supplier<Settings.Strava> settings, Path home, Duration timeout) {
    this.settings = settings;
    this.file = new TokenFile(home.resolve("tokens/strava_tokens.json"));
    URI address = URI.create(settings.get().authUrl() + "/token");
    this.endpoint = new TokenEndpoint(SITE, address, Map.of("Cache-Control", "no-cache", "User-Agent", "Longrun"), timeout);
  }

  @Override
  public Source source() {
    return Source.STRAVA;
  }

  @Override
  public TokenFile file() {
    return file;
  }

  @Override
  public boolean isSetUp() {
    Settings.Strava present = settings.get();
    return present.clientId().isPresent() && present.clientSecret().isPresent() && present.refreshToken().isPresent();
  }

  @Override
  public ObjectNode stored() {
    String first = settings.get().refreshToken().orElseThrow(() -> new ActionNeeded(connectAgain()));
    String origin = ListedActivity.fingerprint(settings.get().clientId().orElse(""), first);
    if (file.exists()) {
      ObjectNode stored = file.read();
      if (origin.equals(Json.text(stored, "grown_from"))) {
        return stored;
      }
    }
    return Json.MAPPER.createObjectNode().put("refresh_token", first).put("grown_from", origin);
  }

  @Override
  public String accessToken(ObjectNode tokens) {
    return Json.text(tokens, "access_token");
  }

  @Override
  public String refreshToken(ObjectNode tokens) {
    String refreshToken = Json.text(tokens, "refresh_token");
    if (refreshToken == null) {
      throw new ActionNeeded(connectAgain());
    }
    return refreshToken;
  }

  @Override
  public Optional<Instant> end(ObjectNode tokens) {
    return Optional.of(Optional.ofNullable(Json.number(tokens, "expires_at")).map(end -> Instant.ofEpochSecond(end.longValue())).orElse(Instant.EPOCH));
  }

  @Override
  public Answer refresh(ObjectNode tokens) {
    Map<String, String> form = application();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken(tokens));
    return endpoint.post(form);
  }

  /** Exchanges the code that the authorisation page gave: it is good for one try. */
  public Answer exchange(String code) {
    Map<String, String> form = application();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    return endpoint.post(form);
  }

  private Map<String, String> application() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", settings.get().clientId().orElseThrow());
    form.put("client_secret", settings.get().clientSecret().orElseThrow());
    return form;
  }

  @Override
  public void take(JsonNode granted, ObjectNode tokens) {
    String token = Json.text(granted, "access_token");
    if (token == null) {
      throw new UnusableAnswer("Strava answered the refresh of its token without one.");
    }
    Double end = Json.number(granted, "expires_at");
    tokens.put("access_token", token);
    if (end == null) {
      tokens.remove("expires_at");
    } else {
      tokens.put("expires_at", end.longValue());
    }
    String refreshToken = Json.text(granted, "refresh_token");
    if (refreshToken != null) {
      tokens.put("refresh_token", refreshToken);
    }
  }

  /** Token answers name the scope since April 2026: what was unticked is said at once, not at the first list that is empty. */
  @Override
  public Optional<ActionNeeded> shortcoming(JsonNode granted) {
    return missingScope(Json.text(granted, "scope")).map(ActionNeeded::new);
  }

  /**
   * @param granted as the redirect (by commas) or the token host (by blanks) says it; null when it does not
   * @return a sentence when something that Longrun needs is not among it
   */
  public static Optional<String> missingScope(String granted) {
    if (granted == null || List.of(granted.split("[,\\s]+")).contains(NEEDED_SCOPE)) {
      return Optional.empty();
    }
    return Optional.of(
        "The Strava login lacks the scope " + NEEDED_SCOPE + " (it has " + PlainText.line(granted)
            + "): connect again with \"longrun connect strava\" and leave every box ticked.");
  }

  @Override
  public Optional<ActionNeeded> knownRefusal(Answer answer) {
    if (answer.status() == 403) {
      return StravaError.names(answer, "Application", "Status") ? Optional.of(StravaAccess.switchedOff()) : Optional.empty();
    }
    return StravaError.names(answer, "Application", "client_id")
        ? Optional.of(new ActionNeeded("Strava does not know this application: check STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET."))
        : Optional.empty();
  }

  @Override
  public String connectAgain() {
    return "Strava no longer accepts the stored login. Most likely another program uses it and has renewed it, or access was revoked:"
        + " connect again with \"longrun connect strava\", or put a new refresh token with the scope activity:read_all into"
        + " STRAVA_REFRESH_TOKEN.";
  }
}
