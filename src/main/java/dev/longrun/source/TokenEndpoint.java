package dev.longrun.source;

import dev.longrun.log.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts a form to the address where a site issues tokens. Follows no redirect. Thread-safe. */
public final class TokenEndpoint {
  private final String site;
  private final URI address;
  private final Map<String, String> headers;
  private final Duration timeout;
  private final AnswerReader reader = new AnswerReader();
  private final HttpClient client;

  /** @param timeout for the connection, and again for the answer */
  public TokenEndpoint(String site, URI address, Map<String, String> headers, Duration timeout) {
    this.site = site;
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * @return the answer, whatever its status
   * @throws SiteDown when there was none
   */
  public Answer post(Map<String, String> form) {
    return post(form, Map.of());
  }

  /** The same with headers that belong to this one request. */
  public Answer post(Map<String, String> form, Map<String, String> more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    headers.forEach(request::header);
    more.forEach(request::header);
    try {
      HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      Map<String, Object> received = new HashMap<>();
      response.headers().map().forEach((name, values) -> received.put(name, values.get(0)));
      return reader.read(site, response.statusCode(), received, response.body());
    } catch (IOException e) {
      throw new SiteDown(site + " did not answer when its token was to be refreshed: " + Reason.ofSilence(e) + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SiteDown("The refresh of " + site + "'s token was interrupted.", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
