package dev.longrun.demo.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Strava's page that asks for consent: who presses Authorize is sent back with a code, the scopes that were ticked and the state. */
final class StravaConsentPage {
  private final String clientId;

  /** Each is good for one try. */
  private final Set<String> codes = new HashSet<>();

  private int issued;

  StravaConsentPage(String clientId) {
    this.clientId = clientId;
  }

  Answer answer(Request request) {
    Optional<String> redirect = request.parameter("redirect_uri").filter(address -> address.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?"));
    if (!request.parameter("client_id").equals(Optional.of(clientId)) || redirect.isEmpty()) {
      return Answer.json(
          400, "{\"message\":\"Bad Request\",\"errors\":[{\"resource\":\"Application\",\"field\":\"redirect_uri\",\"code\":\"invalid\"}]}");
    }
    if (request.path().equals("/oauth/accept_application")) {
      String code = "simulated-code-" + ++issued;
      codes.add(code);
      String query =
          "?state=" + encoded(request.parameter("state").orElse("")) + "&code=" + code + "&scope=" + encoded(request.parameter("scope").orElse("read"));
      return new Answer(302, Map.of("Location", redirect.get() + query), new byte[0]);
    }
    String page =
        "<!doctype html><title>Authorize</title><form method=post action=\"/oauth/accept_application?client_id=" + clientId + "&redirect_uri="
            + encoded(redirect.get()) + "&scope=" + encoded(request.parameter("scope").orElse("read")) + "&state="
            + encoded(request.parameter("state").orElse("")) + "\"><button>Authorize</button></form>";
    return new Answer(200, Map.of("Content-Type", "text/html;charset=UTF-8"), page.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever comes of it, the code is spent. */
  boolean redeems(Request form) {
    return form.parameter("code").filter(codes::remove).isPresent();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
