package dev.longrun.demo.site;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Garmin's sign-in page as far as a browser meets it: who presses the button lands on the service's address with a ticket in it. */
final class GarminSignInPage {
  private static final String SERVICE_TICKET = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

  /** Each is good for one try. */
  private final Map<String, String> serviceOfTicket = new HashMap<>();

  private int issued;

  Answer answer(Request request) {
    if (request.path().equals("/sso/signin") && request.method().equals("GET")) {
      String service = request.parameter("service").orElse("");
      return html("<title>GARMIN Authentication Application</title><form method=post action=\"/sso/signin?service="
              + service.replace("\"", "") + "\"><button>Sign in</button></form>");
    }
    if (request.path().equals("/sso/signin")) {
      return request
          .parameter("service")
          .map(service -> new Answer(302, Map.of("Location", service + "?ticket=" + ticket(service)), new byte[0]))
          .orElseGet(() -> html("<title>GARMIN</title>service parameter must be specified"));
    }
    return html("<title>GARMIN</title>clientId parameter must be specified");
  }

  String ticket(String service) {
    String ticket = "ST-%07d-simulated0000000000-cas".formatted(++issued);
    serviceOfTicket.put(ticket, service);
    return ticket;
  }

  /** Whether the form exchanges a ticket for the service that it was made out for. Whatever comes of it, the ticket is spent. */
  boolean redeems(Request form) {
    Optional<String> service = form.parameter("service_ticket").map(serviceOfTicket::remove);
    return form.parameter("grant_type").equals(Optional.of(SERVICE_TICKET)) && service.isPresent() && form.parameter("service_url").equals(service);
  }

  private static Answer html(String page) {
    return new Answer(200, Map.of("Content-Type", "text/html;charset=UTF-8"), ("<!doctype html>" + page).getBytes(StandardCharsets.UTF_8));
  }
}
