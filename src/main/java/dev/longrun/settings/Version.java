package dev.longrun.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Longrun this is. */
public final class Version {
  private Version() {}

  /** As in the pom: {@code 0.1.0}. */
  public static String text() {
    try (InputStream stream = Version.class.getResourceAsStream("/longrun-version.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
