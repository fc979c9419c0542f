package dev.longrun.source.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.settings.Settings;
import dev.longrun.source.Account;
import dev.longrun.source.ActionNeeded;
import dev.longrun.source.Answer;
import dev.longrun.source.Json;
import dev.longrun.source.OneRequest;
import dev.longrun.source.RotatingLogin;
import dev.longrun.source.SiteDown;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signing in to Garmin on Garmin's own page: MFA and captcha are between the runner and Garmin, and no password is seen here. The page
 * ends on an address with a ticket, which is exchanged once for the pair of tokens.
 */
public final class GarminSignIn {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern TICKET = Pattern.compile("ST-[A-Za-z0-9._~-]{3,500}");

  private final Settings.Garmin settings;
  private final GarminLogin login;
  private final Clock clock;

  /** @param service the address that the ticket was made out for */
  public record Ticket(String ticket, String service) {}

  public GarminSignIn(Settings.Garmin settings, Clock clock) {
    this.settings = settings;
    this.login = new GarminLogin(settings, TIMEOUT);
    this.clock = clock;
  }

  /** Garmin's own sign-in page, in the form that ends on an address with an unused ticket in it. */
  public URI page() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id", "gauth-widget");
    query.put("embedWidget", "true");
    query.put("gauthHost", settings.ssoUrl() + "/sso");
    query.put("service", service());
    query.put("source", service());
    query.put("redirectAfterAccountLoginUrl", service());
    query.put("redirectAfterAccountCreationUrl", service());
    return URI.create(
        settings.ssoUrl() + settings.app().signInPath() + "?"
            + query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
  }

  /** One line for the browser's console on the page that a sign-in ends on: it puts the ticket on the clipboard. */
  public String consoleSnippet() {
    return "copy((location.href + document.documentElement.innerHTML).match(/ST-[A-Za-z0-9._~-]+/)[0])";
  }

  private String service() {
    return settings.ssoUrl() + settings.app().servicePath();
  }

  /**
   * @param pasted the address that the sign-in ended on, or the ticket in it
   * @return empty when there is no ticket in it
   */
  public Optional<Ticket> ticket(String pasted) {
    Matcher matcher = TICKET.matcher(pasted);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String address = pasted.strip().replaceFirst("[?#].*", "");
    return Optional.of(new Ticket(matcher.group(), address.matches("https?://\\S+") ? address : service()));
  }

  /**
   * Exchanges the ticket for a pair of tokens.
   *
   * @throws ActionNeeded when Garmin does not take it
   */
  public ObjectNode exchange(Ticket ticket) {
    Answer answer = login.exchange(ticket.ticket(), ticket.service());
    if (answer.status() == 429 || answer.status() == 403) {
      throw new ActionNeeded(
          "Garmin wants to be left alone for now (status " + answer.status() + "): wait two hours, then sign in again. Trying sooner makes it longer.");
    }
    if (answer.status() >= 500) {
      throw new SiteDown("Garmin has trouble of its own (status " + answer.status() + "): sign in again later; a ticket is good for one try.");
    }
    if (!answer.ok()) {
      throw new ActionNeeded(
          "Garmin did not accept the ticket (status " + answer.status() + "). A ticket is good for one try and for about a minute, and one"
              + " from connect.garmin.com is used up already: sign in again on the page named above and paste the address at once.");
    }
    JsonNode granted = Json.tree(GarminLogin.SITE, answer.body());
    ObjectNode tokens = Json.MAPPER.createObjectNode();
    login.take(granted, tokens);
    login.refreshToken(tokens);
    RotatingLogin.noteEnd(login, tokens, granted, clock.instant());
    return tokens;
  }

  /** Another program's login, from its file. */
  public GarminLogin login() {
    return login;
  }

  /**
   * Whose login it is.
   *
   * @throws dev.longrun.source.AccessRefused when Garmin does not accept the token that it has just issued
   */
  public Account account(ObjectNode tokens) {
    Map<String, String> headers = new LinkedHashMap<>(GarminHeaders.of(settings.app()));
    headers.put("Authorization", "Bearer " + login.accessToken(tokens));
    return GarminProfile.of(new OneRequest().get(GarminLogin.SITE, URI.create(settings.apiUrl() + GarminProfile.PATH), headers));
  }
}
