package dev.longrun.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Accepts connections on loopback and answers each request byte by byte as a test says, however wrong that is. */
public final class RawServer implements AutoCloseable {
  /** What one connection gets once its request has come. */
  public interface Script {
    void answer(OutputStream output) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Script script;
  private final CountDownLatch dropped = new CountDownLatch(1);

  public RawServer(Script script) {
    this.script = script;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread accepting = new Thread(this::accept, "raw-server");
    accepting.setDaemon(true);
    accepting.start();
  }

  /** Answers with this head and then whatever the script writes. */
  public static RawServer of(String head, Script body) {
    return new RawServer(
        output -> {
          output.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          output.flush();
          body.answer(output);
        });
  }

  /** A body that never ends, as fast as it is taken. */
  public static void endless(OutputStream output) throws IOException {
    byte[] part = new byte[64 * 1024];
    while (true) {
      output.write(part);
    }
  }

  /** Nothing more, for as long as the other side stays. */
  public static void silence(OutputStream output) throws InterruptedException {
    Thread.sleep(Long.MAX_VALUE);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Whether the other side has dropped a connection that was being answered, or does so within ten seconds. */
  public boolean wasDropped() throws InterruptedException {
    return dropped.await(10, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread answering = new Thread(() -> answer(connection), "raw-answer");
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    Thread reading =
        new Thread(
            () -> {
              try {
                while (connection.getInputStream().read() >= 0) {
                  // The rest of the request.
                }
                dropped.countDown();
              } catch (IOException e) {
                dropped.countDown();
              }
            },
            "raw-read");
    reading.setDaemon(true);
    reading.start();
    try (connection;
        OutputStream output = connection.getOutputStream()) {
      script.answer(output);
    } catch (IOException e) {
      dropped.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
