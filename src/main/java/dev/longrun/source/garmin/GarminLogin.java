package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Source;
import dev.longrun.settings.Settings;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import dev.longrun.source.LoginRules;
import dev.longrun.source.TokenEndpoint;
import dev.longrun.source.TokenFile;
import dev.longrun.source.UnusableAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Garmin's login: a token file in python-garminconnect's format, so that either program can take over the other's. Thread-safe. */
public final class GarminLogin implements LoginRules {
  static final String SITE = "Garmin";
  static final String FILE_NAME = "garmin_tokens.json";

  private static final String SERVICE_TICKET = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

  private final Settings.Garmin settings;
  private final TokenFile file;
  private final TokenEndpoint endpoint;

  /** @param timeout of a call of the token host */
  public GarminLogin(Settings.Garmin settings, Duration timeout) {
    this.settings = settings;
    Path path = settings.tokens();
    this.file = new TokenFile(Files.isDirectory(path) ? path.resolve(FILE_NAME) : path);
    Map<String, String> headers = new HashMap<>(GarminHeaders.of(settings.app()));
    headers.put("Cache-Control", "no-cache");
    this.endpoint = new TokenEndpoint(SITE, URI.create(settings.authUrl() + settings.app().tokenPath()), headers, timeout);
  }

  @Override
  public Source source() {
    return Source.GARMIN;
  }

  @Override
  public TokenFile file() {
    return file;
  }

  @Override
  public boolean isSetUp() {
    return file.exists();
  }

  @Override
  public ObjectNode stored() {
    return file.read();
  }

  @Override
  public String accessToken(ObjectNode tokens) {
    return Json.text(tokens, "di_token");
  }

  @Override
  public String refreshToken(ObjectNode tokens) {
    String refreshToken = Json.text(tokens, "di_refresh_token");
    if (refreshToken == null || Json.text(tokens, "di_client_id") == null) {
      throw new ActionNeeded(
          "The token file " + file.path() + " holds no login of python-garminconnect 0.3 or newer (di_refresh_token and di_client_id):"
              + " connect again with \"longrun connect garmin\".");
    }
    return refreshToken;
  }

  /** The end that the access token (a JWT) states. */
  @Override
  public Optional<Instant> end(ObjectNode tokens) {
    return Optional.ofNullable(Json.number(claims(accessToken(tokens)), "exp")).map(end -> Instant.ofEpochSecond(end.longValue()));
  }

  private static JsonNode claims(String token) {
    try {
      return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException | RuntimeException e) {
      return Json.MAPPER.createObjectNode();
    }
  }

  @Override
  public Answer refresh(ObjectNode tokens) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", Json.text(tokens, "di_client_id"));
    form.put("refresh_token", refreshToken(tokens));
    return post(form);
  }

  /**
   * Exchanges what the sign-in page gave: a ticket is good for one try.
   *
   * @param service the address that the ticket was made out for
   */
  public Answer exchange(String ticket, String service) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", settings.app().clientId());
    form.put("service_ticket", ticket);
    form.put("grant_type", SERVICE_TICKET);
    form.put("service_url", service);
    return post(form);
  }

  /** The app has an id and no secret, and says so the way OAuth2 asks for. */
  private Answer post(Map<String, String> form) {
    String basic = Base64.getEncoder().encodeToString((form.get("client_id") + ":").getBytes(StandardCharsets.UTF_8));
    return endpoint.post(form, Map.of("Authorization", "Basic " + basic));
  }

  @Override
  public void take(JsonNode granted, ObjectNode tokens) {
    String token = Json.text(granted, "access_token");
    if (token == null) {
      throw new UnusableAnswer("Garmin answered the refresh of its token without one.");
    }
    String refreshToken = Json.text(granted, "refresh_token");
    tokens.put("di_token", token);
    if (refreshToken != null) {
      tokens.put("di_refresh_token", refreshToken);
    }
    if (Json.text(tokens, "di_client_id") == null) {
      String clientId = Json.text(claims(token), "client_id");
      tokens.put("di_client_id", clientId == null ? settings.app().clientId() : clientId);
    }
  }

  @Override
  public Optional<ActionNeeded> knownRefusal(Answer answer) {
    return Optional.empty();
  }

  @Override
  public String connectAgain() {
    return "Garmin no longer accepts the stored login in " + file.path() + ". Most likely another program uses this login and has renewed"
        + " it, or Garmin has ended it: connect again with \"longrun connect garmin\", and give every program a login of its own.";
  }
}
