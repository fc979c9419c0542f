package dev.longrun.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads what a site sends, never more of it and never longer than anything useful could take. Thread-safe. */
public final class AnswerReader {
  /** The stream of a 24-hour run at one sample a second is about 20 MB. */
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;

  /** A connection that trickles byte by byte never meets a read timeout. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** @param body null for none; always closed */
  public Answer read(String site, int status, Map<String, Object> headers, InputStream body) throws IOException {
    Map<String, String> texts = new HashMap<>();
    headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return new Answer(status, texts, bytes(site, body));
  }

  private static byte[] bytes(String site, InputStream body) throws IOException {
    if (body == null) {
      return new byte[0];
    }
    long end = System.nanoTime() + LONGEST.toNanos();
    try (body) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[64 * 1024];
      for (int size = body.read(part); size >= 0; size = body.read(part)) {
        bytes.write(part, 0, size);
        if (bytes.size() > LARGEST_BYTES) {
          throw new UnusableAnswer(site + " sent more than " + LARGEST_BYTES / 1024 / 1024 + " MiB in one answer; it was not read further.");
        }
        if (System.nanoTime() > end) {
          throw new SiteDown(site + " took longer than " + LONGEST.toMinutes() + " minutes over one answer; it is asked again at the next poll.");
        }
      }
      return bytes.toByteArray();
    }
  }
}
