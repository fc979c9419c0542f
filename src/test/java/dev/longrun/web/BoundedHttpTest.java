package dev.longrun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the other side does wrong costs no more than the bounds allow, and its connection is dropped. */
@Timeout(60)
class BoundedHttpTest {
  private static final int KIB = 1024;
  private static final Bounds PATIENT = Bounds.of(Duration.ofSeconds(50), 100 * KIB);
  private static final Bounds HASTY = Bounds.of(Duration.ofMillis(200), 100 * KIB);

  private final BoundedHttp http = new BoundedHttp();

  private WebAnswer get(RawServer server, Bounds bounds) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(server.uri()).build(), bounds);
  }

  @Test
  void anAnswerIsGivenWholeWhateverItsStatus() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 503 Busy\nRetry-After: 7\nContent-Length: 5\n\n", body -> body.write("later".getBytes()))) {
      WebAnswer answer = get(server, PATIENT);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers().get("retry-after")).containsExactly("7");
      assertThat(answer.body()).asString().isEqualTo("later");
    }
  }

  @Test
  void anEmptyBodyIsNoBytes() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\nContent-Length: 0\n\n", body -> {})) {
      assertThat(get(server, PATIENT).body()).isEmpty();
    }
  }

  @Test
  void aRefusedConnectionIsNoAnswer() throws Exception {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(nobody).build(), PATIENT)).isInstanceOf(ConnectException.class);
  }

  @Test
  void headersThatDoNotComeAreNotWaitedFor() throws Exception {
    try (RawServer server = new RawServer(RawServer::silence)) {
      assertThatThrownBy(() -> get(server, HASTY)).isInstanceOf(HttpTimeoutException.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void aBodyThatStallsIsNotWaitedFor() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\nContent-Length: 5\n\n{\"", RawServer::silence)) {
      assertThatThrownBy(() -> get(server, HASTY)).isInstanceOf(HttpTimeoutException.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void aBodyThatTricklesMeetsTheDeadlineOfTheWholeCall() throws Exception {
    RawServer.Script trickle =
        output -> {
          while (true) {
            output.write(' ');
            output.flush();
            Thread.sleep(5);
          }
        };
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\n\n", trickle)) {
      assertThatThrownBy(() -> get(server, HASTY)).isInstanceOf(HttpTimeoutException.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void silenceEndsACallLongBeforeItsDeadline() throws Exception {
    Bounds bounds = new Bounds(Duration.ofHours(1), Duration.ofMillis(200), 100 * KIB);
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\nContent-Length: 5\n\n{\"", RawServer::silence)) {
      assertThatThrownBy(() -> get(server, bounds)).isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void anEndlessBodyIsCutAtTheLimit() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\n\n", RawServer::endless)) {
      assertThatThrownBy(() -> get(server, PATIENT)).isInstanceOf(AnswerTooLarge.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void aBodyOfTwoGibibytesIsCutAtTheLimit() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\nContent-Length: 2147483648\n\n", RawServer::endless)) {
      assertThatThrownBy(() -> get(server, PATIENT)).isInstanceOf(AnswerTooLarge.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void anEndlessBodyInChunksIsCutAtTheLimit() throws Exception {
    RawServer.Script chunks =
        output -> {
          while (true) {
            output.write("400\r\n".getBytes(StandardCharsets.US_ASCII));
            output.write(new byte[0x400]);
            output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        };
    try (RawServer server = RawServer.of("HTTP/1.1 500 Oh\nTransfer-Encoding: chunked\n\n", chunks)) {
      assertThatThrownBy(() -> get(server, PATIENT)).isInstanceOf(AnswerTooLarge.class);
      assertThat(server.wasDropped()).isTrue();
    }
  }

  @Test
  void aSmallBodyThatUnpacksToALargeOneIsCutAtTheLimit() throws Exception {
    byte[] packed = gzip(new byte[50 * 1024 * KIB]);
    assertThat(packed).hasSizeLessThan(100 * KIB);
    String head = "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + packed.length + "\n\n";
    try (RawServer server = RawServer.of(head, body -> body.write(packed))) {
      assertThatThrownBy(() -> get(server, PATIENT)).isInstanceOf(AnswerTooLarge.class);
    }
  }

  @Test
  void aPackedBodyIsUnpacked() throws Exception {
    byte[] packed = gzip("[1, 2]".getBytes(StandardCharsets.UTF_8));
    String head = "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + packed.length + "\n\n";
    try (RawServer server = RawServer.of(head, body -> body.write(packed))) {
      assertThat(get(server, PATIENT).body()).asString().isEqualTo("[1, 2]");
    }
  }

  @Test
  void anAnswerThatIsCutOffIsNoAnswer() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK\nContent-Length: 500\n\n[1, ", body -> {})) {
      assertThatThrownBy(() -> get(server, PATIENT)).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 302 Found\nLocation: http://127.0.0.1:9/\nContent-Length: 0\n\n", body -> {})) {
      assertThat(get(server, PATIENT).status()).isEqualTo(302);
    }
  }

  @Test
  void whoeverIsInterruptedLeavesTheCallBehind() throws Exception {
    try (RawServer server = new RawServer(RawServer::silence)) {
      FutureTask<WebAnswer> call = new FutureTask<>(() -> get(server, PATIENT));
      Thread caller = new Thread(call);
      caller.start();
      caller.interrupt();
      assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
      output.write(bytes);
    }
    return packed.toByteArray();
  }
}
