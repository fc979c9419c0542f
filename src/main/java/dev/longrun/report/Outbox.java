package dev.longrun.report;

import dev.longrun.log.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The folder the runner reads. Files appear whole, and are touched only when their content changes. Thread-safe per file. */
public final class Outbox {
  private final Path folder;

  public Outbox(Path folder) {
    this.folder = folder;
  }

  /**
   * @param name relative to the outbox, with {@code /}
   * @return whether anything changed
   * @throws UncheckedIOException when the file cannot be written: full disk, missing rights
   */
  public boolean write(String name, String text) {
    Path file = resolve(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.isRegularFile(file) && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return false;
      }
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling(".writing-" + file.getFileName());
      store(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written", e);
    }
  }

  /** @return whether there was such a file */
  public boolean delete(String name) {
    Path file = resolve(name);
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be deleted", e);
    }
  }

  // On the disk before the rename: after a power cut the file is the old one or the new one, never an empty one.
  private static void store(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private Path resolve(String name) {
    Path file = FileNames.in(folder, name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException("Not a name within the outbox: " + name);
    }
    return file;
  }
}
