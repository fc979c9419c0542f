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
 * or the new one. What the file holds beside our own keys stays in it.
 */
public final class TokenFile {
  private static final FileAttribute<?> OWNER_FILE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_FOLDER = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Tokens are a few kilobytes; whatever is larger is another file. */
  private static final long LARGEST_BYTES = 1024 * 1024;

  private final Path path;

  public TokenFile(Path path) {
    this.path = path;
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

  /** Replaces the file; when this returns the new tokens survive a power cut. */
  public void write(ObjectNode tokens) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView("posix");
    Files.createDirectories(folder, posix ? new FileAttribute<?>[] {OWNER_FOLDER} : new FileAttribute<?>[0]);
    Path beside = Files.createTempFile(folder, ".tokens-", ".tmp", posix ? new FileAttribute<?>[] {OWNER_FILE} : new FileAttribute<?>[0]);
    try {
      try (FileChannel channel = FileChannel.open(beside, Set.of(StandardOpenOption.WRITE))) {
        ByteBuffer bytes = ByteBuffer.wrap(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tokens));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncFolder(folder);
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
