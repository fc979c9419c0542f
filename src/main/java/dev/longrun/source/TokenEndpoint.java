package dev.longrun.source;

import dev.longrun.log.Reason;
import dev.longrun.web.AnswerTooLarge;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts a form to the address where a site issues tokens. Follows no redirect. Thread-safe. */
public final class TokenEndpoint {
  /** Tokens are a few kilobytes. */
  private static final int LARGEST_BYTES = 1024 * 1024;

  private final String site;
  private final URI address;
  private final Map<String, String> headers;
  private final BoundedHttp http = new BoundedHttp();
  private final Bounds bounds;

  /** @param deadline for the whole call, the answer to its last byte */
  public TokenEndpoint(String site, URI address, Map<String, String> headers, Duration deadline) {
    this.site = site;
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.bounds = Bounds.of(deadline, LARGEST_BYTES);
  }

  /**
   * @return the answer, whatever its status
   * @throws SiteDown when there was none, or no whole one in time
   * @throws UnusableAnswer when it was far too large to be one
   */
  public Answer post(Map<String, String> form) {
    return post(form, Map.of());
  }

  /** The same with headers that belong to this one request. */
  public Answer post(Map<String, String> form, Map<String, String> more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    headers.forEach(request::header);
    more.forEach(request::header);
    try {
      WebAnswer answer = http.send(request.build(), bounds);
      Map<String, String> received = new HashMap<>();
      answer.headers().forEach((name, values) -> received.put(name, values.get(0)));
      return new Answer(answer.status(), received, answer.body());
    } catch (AnswerTooLarge e) {
      throw new UnusableAnswer(site + " answered the refresh of its token with more than " + e.limit() + "; it was not read further.");
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
