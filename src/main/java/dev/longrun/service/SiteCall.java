package dev.longrun.service;

import dev.longrun.log.Source;
import dev.longrun.source.SiteDown;
import dev.longrun.source.UnusableAnswer;
import dev.longrun.web.AnswerTooLarge;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Sends an exchange's request to a site: path and query from Camel's own headers, every other header as the site's. The answer becomes
 * the message, whatever its status. The exchange's variable {@code source} says who is asked. Thread-safe.
 */
public final class SiteCall {
  /** The stream of a 24-hour run at one sample a second is about 20 MB. */
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;

  private final BoundedHttp http = new BoundedHttp();

  /**
   * @param deadlineMs for the whole call, the answer to its last byte
   * @param silenceMs the longest time without a byte of it
   * @throws IOException when there is no whole answer in time
   */
  public void get(String address, long deadlineMs, long silenceMs, Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    String site = Source.of(exchange.getVariable("source", String.class)).title();
    Bounds bounds = new Bounds(Duration.ofMillis(deadlineMs), Duration.ofMillis(silenceMs), LARGEST_BYTES);
    WebAnswer answer;
    try {
      answer = http.send(request(site, address, message.getHeaders()), bounds);
    } catch (AnswerTooLarge e) {
      throw new UnusableAnswer(site + " sent more than " + e.limit() + " in one answer; it was not read further.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SiteDown(site + " was not waited for: the program was being stopped.", e);
    }
    message.removeHeaders("*");
    answer.headers().forEach((name, values) -> message.setHeader(name, values.get(0)));
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    message.setBody(answer.body());
  }

  private static HttpRequest request(String site, String address, Map<String, Object> headers) {
    String path = headers.getOrDefault(Exchange.HTTP_PATH, "").toString();
    Object query = headers.get(Exchange.HTTP_QUERY);
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(new URI(UnsafeUriCharactersEncoder.encodeHttpURI(address + path + (query == null ? "" : "?" + query))));
      request.setHeader("Accept-Encoding", "gzip");
      headers.forEach(
          (name, value) -> {
            if (!name.startsWith("Camel")) {
              request.setHeader(name, value.toString());
            }
          });
      return request.build();
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The cause is left out: it quotes the header, which may be the login.
      throw new UnusableAnswer(site + " cannot be asked: the address or the stored login holds characters that no request can carry.");
    }
  }
}
