package dev.longrun.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Listens on a free port of this machine alone, only while somebody waits for a browser to come back to it. */
final class LoopbackRedirect implements AutoCloseable {
  private static final String PATH = "/longrun";

  private static final int PATIENCE_S = 1;

  private final HttpServer server;

  /** @param taken told the whole address that the browser came to; its sentence is shown there */
  LoopbackRedirect(Function<String, String> taken) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(PATH, exchange -> answer(exchange, taken));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  private void answer(HttpExchange exchange, Function<String, String> taken) throws IOException {
    try (exchange) {
      String sentence = taken.apply(address() + "?" + exchange.getRequestURI().getRawQuery());
      byte[] page = ("<!doctype html><meta charset=\"utf-8\"><title>Longrun</title><p>" + sentence).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    // The page that the browser came for is still on its way.
    server.stop(PATIENCE_S);
  }
}
