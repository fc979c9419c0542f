package dev.longrun.demo.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A site over HTTP on a free loopback port. It counts what it is asked, by kind, and takes one request at a time.
 * Strict: what it does not know is a 404.
 */
public abstract class SimulatedSite implements AutoCloseable {
  static {
    // Without it head and body of an answer travel apart and every request waits 40 ms for an acknowledgement (JDK-6968351).
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService worker;
  private final Map<String, Integer> calls = new TreeMap<>();

  SimulatedSite(String name) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("No free port for the simulated " + name, e);
    }
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "simulated-" + name);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(worker);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What the site answers; called by one thread at a time. */
  abstract Answer answer(Request request);

  /** @param path of the address, starting with a slash */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** How often each kind of question was asked so far. */
  public synchronized Map<String, Integer> calls() {
    return new TreeMap<>(calls);
  }

  public synchronized int callsInAll() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized void count(String kind) {
    calls.merge(kind, 1, Integer::sum);
  }

  private synchronized Answer answerOneAtATime(Request request) {
    return answer(request);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answerOneAtATime(read(exchange));
      } catch (RuntimeException e) {
        answer = Answer.json(500, "{\"message\":\"The simulated site is at fault: " + e.getClass().getSimpleName() + "\"}");
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (answer.body().length == 0) {
        exchange.sendResponseHeaders(answer.status(), -1);
        return;
      }
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(answer.body());
      }
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return Request.of(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestURI().getRawQuery(),
        authorization == null ? "" : authorization,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    worker.shutdownNow();
  }
}
