package dev.longrun.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.log.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small JSON file of secrets: mode 0600 in a folder of mode 0700, replaced as a whole so that a crash leaves either the old
 * or the new one. What the file holds beside our own keys stays in it, and a file that is a link stays one. Whoever changes it
 * holds its {@link #lock}.
 */
public final class TokenFile {
  private static final FileAttribute<?> OWNER_FILE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_FOLDER = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Tokens are a few kilobytes; whatever is larger is another file. */
  private static final long LARGEST_BYTES = 1024 * 1024;

  private final Path path;

  public TokenFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  public Path path() {
    return path;
  }

  public boolean exists() {
    return Files.isRegularFile(path);
  }

  /** @throws ActionNeeded when the file cannot be read or is not a JSON object */
  public ObjectNode read() {
    try {
      if (Files.size(path) > LARGEST_BYTES) {
        throw new ActionNeeded("The token file " + path + " is far too large to be one: connect the account again.");
      }
      JsonNode tree = Json.MAPPER.readTree(Files.readAllBytes(path));
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw new ActionNeeded("The token file " + path + " holds no JSON object: connect the account again.");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      // The cause is left out: its message quotes the file.
      throw new ActionNeeded("The token file " + path + " is not JSON: connect the account again.");
    } catch (IOException e) {
      throw new ActionNeeded("The token file " + path + " cannot be read: " + Reason.ofFile(e) + ". Check its owner and mode.");
    }
  }

  /** Waits until no other process and no other part of this one is between reading and writing the file. */
  public FileLease lock() throws IOException {
    Path target = target();
    createFolder(target.getParent());
    FileLease lease = FileLease.take(target.resolveSibling("." + target.getFileName() + ".lock"));
    // Only who holds the lock writes: what lies here was left by a program that was killed while it wrote.
    Files.deleteIfExists(beside(target));
    return lease;
  }

  /** Replaces the file; when this returns the new tokens survive a power cut. To be called with the lock held. */
  public void write(ObjectNode tokens) throws IOException {
    Path target = target();
    Path folder = target.getParent();
    createFolder(folder);
    Path beside = beside(target);
    Files.deleteIfExists(beside);
    try {
      Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(beside, asNew, isPosix(folder) ? new FileAttribute<?>[] {OWNER_FILE} : new FileAttribute<?>[0])) {
        ByteBuffer bytes = ByteBuffer.wrap(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tokens));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncFolder(folder);
  }

  /** One name for all: what a killed program leaves is overwritten or taken away, never one file more each time. */
  private static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".tmp");
  }

  /** Behind a link the file that it leads to: the link may be how several programs share it. */
  private Path target() throws IOException {
    Path file = path;
    for (int links = 0; Files.isSymbolicLink(file) && links < 40; links++) {
      file = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
    }
    return file;
  }

  private static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, isPosix(existing(folder)) ? new FileAttribute<?>[] {OWNER_FOLDER} : new FileAttribute<?>[0]);
  }

  private static boolean isPosix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  /** The rename itself must reach the disk before the old refresh token is spent. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some file systems cannot sync a folder; the rename is then as durable as they make it.
    }
  }

  private static Path existing(Path folder) {
    Path path = folder;
    while (!Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }
}
