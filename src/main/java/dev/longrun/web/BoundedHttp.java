package dev.longrun.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * The one way out of the process: a request and its whole answer, within {@link Bounds} that nothing on the other side can stretch,
 * be it a host that does not answer, a body that trickles, stalls or never ends. What is not wanted any more is cut off, never read
 * to its end. Follows no redirect, so that no login is handed to somebody else. Repeats nothing, which is the caller's decision,
 * save for a GET whose connection broke before a byte of the answer came: Java's client tries that once more. Thread-safe.
 */
public final class BoundedHttp {
  /** A machine that has not accepted the connection by then is off. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          // Servers of the household are small: some take the offer of HTTP/2 for a mistake.
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * @return the answer, whatever its status
   * @throws HttpTimeoutException when it was not there in time
   * @throws AnswerTooLarge when it was larger than allowed
   * @throws IOException when there was none, or only a part of one
   * @throws InterruptedException when the waiting was ended; the call is over then too
   */
  public WebAnswer send(HttpRequest request, Bounds bounds) throws IOException, InterruptedException {
    AtomicLong lastByte = new AtomicLong(System.nanoTime());
    HttpResponse.BodyHandler<byte[]> body =
        head -> {
          lastByte.set(System.nanoTime());
          return new BoundedBody(bounds.largestBytes(), () -> lastByte.set(System.nanoTime()));
        };
    CompletableFuture<HttpResponse<byte[]>> call = CLIENT.sendAsync(request, body);
    try {
      HttpResponse<byte[]> response = await(call, bounds, lastByte);
      return new WebAnswer(response.statusCode(), response.headers().map(), unpacked(response, bounds.largestBytes()));
    } finally {
      // Nothing to a call that is over; one that is not loses its connection.
      call.cancel(true);
    }
  }

  private static <T> T await(CompletableFuture<T> call, Bounds bounds, AtomicLong lastByte) throws IOException, InterruptedException {
    long end = System.nanoTime() + bounds.deadline().toNanos();
    while (true) {
      long now = System.nanoTime();
      long left = Math.min(end - now, lastByte.get() + bounds.silence().toNanos() - now);
      if (left <= 0) {
        throw new HttpTimeoutException("No whole answer in time");
      }
      try {
        return call.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // Some bytes may have come meanwhile: then it is waited for on.
      } catch (ExecutionException e) {
        throw asIOException(e.getCause());
      }
    }
  }

  private static IOException asIOException(Throwable cause) {
    if (cause instanceof HttpTimeoutException || cause instanceof AnswerTooLarge) {
      return (IOException) cause;
    }
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof AnswerTooLarge tooLarge) {
        return tooLarge;
      }
    }
    return cause instanceof IOException e ? e : new IOException("The call failed", cause);
  }

  /** Bounded as well: some kilobytes can unpack to gigabytes. */
  private static byte[] unpacked(HttpResponse<byte[]> response, int largestBytes) throws IOException {
    if (response.body().length == 0 || !"gzip".equalsIgnoreCase(response.headers().firstValue("Content-Encoding").orElse(""))) {
      return response.body();
    }
    try (InputStream input = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] bytes = input.readNBytes(largestBytes);
      if (input.read() >= 0) {
        throw new AnswerTooLarge(largestBytes);
      }
      return bytes;
    }
  }
}
