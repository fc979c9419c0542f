package dev.longrun.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dropped file that is one activity, compressed or not. */
final class SingleFile implements FoundThings {
  private final Path path;
  private final String name;
  private boolean told;

  SingleFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  @Override
  public Found next() throws IOException {
    if (told) {
      return null;
    }
    told = true;
    try (InputStream input = Files.newInputStream(path)) {
      return new Found.File(name, Content.of(input, new Unpacking.Budget()), null);
    }
  }

  @Override
  public double share() {
    return told ? 1 : 0;
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
