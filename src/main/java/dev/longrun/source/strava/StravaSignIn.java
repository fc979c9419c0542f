package dev.longrun.source.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.settings.Settings;
import dev.longrun.source.Account;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import dev.longrun.source.ListedActivity;
import dev.longrun.source.OneRequest;
import dev.longrun.source.RotatingLogin;
import dev.longrun.source.SiteDown;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Authorising Longrun on Strava's own page; the code that it hands over is exchanged once for the pair of tokens. */
public final class StravaSignIn {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Settings.Strava settings;
  private final StravaLogin login;
  private final Clock clock;

  /** @param settings with the application's id and secret */
  public StravaSignIn(Settings.Strava settings, Path home, Clock clock) {
    this.settings = settings;
    this.login = new StravaLogin(() -> settings, home, TIMEOUT);
    this.clock = clock;
  }

  public StravaLogin login() {
    return login;
  }

  /** Strava's own page. */
  public URI page(String redirect, String state) {
    return URI.create(
        settings.authUrl() + "/authorize?client_id=" + encoded(settings.clientId().orElseThrow()) + "&redirect_uri=" + encoded(redirect)
            + "&response_type=code&approval_prompt=force&scope=" + encoded(StravaLogin.SCOPES) + "&state=" + encoded(state));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The code in the address that the browser was sent to.
   *
   * @param redirected the address, or what stands behind its question mark
   * @throws ActionNeeded when it is not the answer to this request, was refused, or lacks a right that Longrun needs
   */
  public String code(String redirected, String state) {
    Map<String, String> query = query(redirected.strip().replaceFirst("^[^?]*\\?", "").replaceFirst("#.*", ""));
    if (!state.equals(query.get("state"))) {
      throw new ActionNeeded(
          "This is not the answer to the page that was opened just now (its state differs): open the page named above and paste the address"
              + " it lands on.");
    }
    if (query.containsKey("error") || query.get("code") == null) {
      throw new ActionNeeded("Strava was not authorised: press Authorize on its page, with every box ticked.");
    }
    StravaLogin.missingScope(query.get("scope"))
        .ifPresent(
            sentence -> {
              throw new ActionNeeded(sentence);
            });
    return query.get("code");
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        try {
          query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          // A broken escape: as if it were not there.
        }
      }
    }
    return query;
  }

  /**
   * Exchanges the code for a pair of tokens.
   *
   * @throws ActionNeeded when Strava does not take it
   */
  public ObjectNode exchange(String code) {
    Answer answer = login.exchange(code);
    login
        .knownRefusal(answer)
        .filter(refusal -> !answer.ok())
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (answer.status() == 429 || answer.status() == 403) {
      throw new ActionNeeded("Strava wants to be left alone for now (status " + answer.status() + "): wait two hours, then connect again.");
    }
    if (answer.status() >= 500) {
      throw new SiteDown("Strava has trouble of its own (status " + answer.status() + "): connect again later.");
    }
    if (!answer.ok()) {
      throw new ActionNeeded("Strava did not accept the code (status " + answer.status() + "): a code is good for one try; connect again.");
    }
    JsonNode granted = Json.tree(StravaLogin.SITE, answer.body());
    login
        .shortcoming(granted)
        .ifPresent(
            shortcoming -> {
              throw shortcoming;
            });
    ObjectNode tokens = Json.MAPPER.createObjectNode();
    login.take(granted, tokens);
    tokens.put("grown_from", ListedActivity.fingerprint(settings.clientId().orElseThrow(), login.refreshToken(tokens)));
    RotatingLogin.noteEnd(login, tokens, granted, clock.instant());
    return tokens;
  }

  /** Whose login it is. */
  public Account account(ObjectNode tokens) {
    Map<String, String> headers = Map.of("User-Agent", "Longrun", "Authorization", "Bearer " + login.accessToken(tokens));
    return StravaProfile.of(new OneRequest().get(StravaLogin.SITE, URI.create(settings.apiUrl() + StravaProfile.PATH), headers));
  }
}
