package dev.longrun.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Leaves a short pause between two requests to the same host. Thread-safe. */
public final class Pace {
  /** What others' clients get along with (garmin: 300 ms). */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Map<String, Long> lastRequest = new HashMap<>();

  /** Waits until the host may be asked again. A host that is this machine needs no pause. */
  public synchronized void await(String url) throws InterruptedException {
    String host = URI.create(url).getHost();
    if (isThisMachine(host)) {
      return;
    }
    Long last = lastRequest.get(host);
    if (last != null) {
      Thread.sleep(Math.max(0, PAUSE.minusNanos(System.nanoTime() - last).toMillis()));
    }
    lastRequest.put(host, System.nanoTime());
  }

  private static boolean isThisMachine(String host) {
    if (!"localhost".equalsIgnoreCase(host) && !host.startsWith("127.") && !host.startsWith("[")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
