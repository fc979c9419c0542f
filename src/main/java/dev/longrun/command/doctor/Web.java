package dev.longrun.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.web.AnswerTooLarge;
import dev.longrun.web.BoundedHttp;
import dev.longrun.web.Bounds;
import dev.longrun.web.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Asks a server of the household for JSON. */
final class Web {
  /** A list of models has a few kilobytes; what is larger is not the server that was meant. */
  private static final int LARGEST_BYTES = 4 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BoundedHttp http = new BoundedHttp();

  /** There was no answer that could be used. The message completes "it …". */
  static final class NoAnswer extends Exception {
    NoAnswer(String why) {
      super(why);
    }
  }

  JsonNode get(URI base, String path, Duration timeout) throws NoAnswer {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build(), timeout);
  }

  JsonNode post(URI base, String path, Object body, Duration timeout) throws NoAnswer {
    try {
      HttpRequest.BodyPublisher json = HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
      return send(
          HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json").POST(json).build(), timeout);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode send(HttpRequest request, Duration timeout) throws NoAnswer {
    try {
      WebAnswer answer = http.send(request, Bounds.of(timeout, LARGEST_BYTES));
      if (answer.status() != 200) {
        throw new NoAnswer("answers with status " + answer.status());
      }
      return JSON.readTree(answer.body());
    } catch (HttpTimeoutException e) {
      throw new NoAnswer("does not answer within " + timeout.toSeconds() + " seconds");
    } catch (AnswerTooLarge e) {
      throw new NoAnswer("answers with more than " + e.limit() + ": something else is there");
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new NoAnswer("answers something that is no JSON");
    } catch (IOException e) {
      throw new NoAnswer("cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("was not waited for");
    }
  }
}
