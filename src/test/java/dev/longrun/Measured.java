package dev.longrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures that tests measure on the way, kept in {@code target/measured}: a build in which all is well says nothing. */
public final class Measured {
  private Measured() {}

  /** @param name of the file, without its ending */
  public static void keep(String name, Object figures) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "measured"));
      Files.writeString(folder.resolve(name + ".txt"), figures + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
