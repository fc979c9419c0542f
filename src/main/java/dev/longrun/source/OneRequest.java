package dev.longrun.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longrun.log.Reason;
import dev.longrun.web.AnswerTooLarge;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/** Asks a site one thing outside of the routes, before there is a login to poll with: whose the login is. Thread-safe. */
public final class OneRequest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int LARGEST_BYTES = 1024 * 1024;

  private final BoundedHttp http = new BoundedHttp();

  /**
   * @param headers with the login among them
   * @throws AccessRefused for 401 and 403
   * @throws SiteDown when there was no answer that says anything
   */
  public JsonNode get(String site, URI address, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").header("Accept", "application/json");
    headers.forEach(request::header);
    try {
      WebAnswer answer = http.send(request.build(), Bounds.of(DEADLINE, LARGEST_BYTES));
      if (answer.status() == 401 || answer.status() == 403) {
        throw new AccessRefused(site + " granted a login and then refused it (status " + answer.status() + ").");
      }
      if (answer.status() != 200) {
        throw new SiteDown(site + " answered with status " + answer.status() + ".");
      }
      return Json.tree(site, answer.body());
    } catch (AnswerTooLarge e) {
      throw new SiteDown(site + " answered with more than " + e.limit() + ".", e);
    } catch (IOException e) {
      throw new SiteDown(site + " could not be reached: " + Reason.ofSilence(e) + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SiteDown(site + " was not waited for.", e);
    }
  }
}
