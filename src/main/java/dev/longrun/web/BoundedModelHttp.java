package dev.longrun.web;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpClientBuilderFactory;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** LangChain4j's way out of the process: {@link BoundedHttp}, with the read timeout as the deadline of the whole call. Thread-safe. */
public final class BoundedModelHttp implements HttpClient {
  /** An answer has some kilobytes; the nearest three hundred conversations of a vector store have a few megabytes. */
  private static final int LARGEST_BYTES = 16 * 1024 * 1024;

  private static final Duration USUAL_DEADLINE = Duration.ofMinutes(1);

  private final BoundedHttp http = new BoundedHttp();
  private final Bounds bounds;

  private BoundedModelHttp(Duration deadline) {
    this.bounds = Bounds.of(deadline, LARGEST_BYTES);
  }

  /** Has every part of LangChain4j that makes its own client make this one. */
  public static void install() {
    System.setProperty("langchain4j.http.clientBuilderFactory", Factory.class.getName());
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      WebAnswer answer = http.send(translated(request), bounds);
      if (answer.status() / 100 != 2) {
        throw new HttpException(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
      }
      return SuccessfulHttpResponse.builder().statusCode(answer.status()).headers(answer.headers()).body(answer.body()).build();
    } catch (HttpTimeoutException e) {
      throw new TimeoutException(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static java.net.http.HttpRequest translated(HttpRequest request) {
    java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
    String body = request.body();
    return translated
        .method(request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  /** Nothing is read word by word: an answer is checked as a whole before anybody sees it. */
  @Override
  public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("Answers are asked for as a whole");
  }

  /** Finds its way to LangChain4j as a service. */
  public static final class Factory implements HttpClientBuilderFactory {
    @Override
    public HttpClientBuilder create() {
      return new Builder();
    }
  }

  /** Made as LangChain4j makes its clients. */
  public static final class Builder implements HttpClientBuilder {
    private Duration connectTimeout;
    private Duration readTimeout = USUAL_DEADLINE;

    @Override
    public Duration connectTimeout() {
      return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      connectTimeout = timeout;
      return this;
    }

    @Override
    public Duration readTimeout() {
      return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      readTimeout = timeout == null ? USUAL_DEADLINE : timeout;
      return this;
    }

    @Override
    public HttpClient build() {
      return new BoundedModelHttp(readTimeout);
    }
  }
}
