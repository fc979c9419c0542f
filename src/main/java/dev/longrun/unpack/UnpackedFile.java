package dev.longrun.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** A file that the program carries in its jars and needs on the disk: unpacked once, looked at each time, unpacked again when damaged. */
public final class UnpackedFile {
  private UnpackedFile() {}

  /** Whether the program carries it, which for native libraries depends on the machine. */
  public static boolean exists(String resource) {
    return UnpackedFile.class.getResource(resource) != null;
  }

  /**
   * Copies a resource to a file, unless it is there already, byte for byte. The file appears whole, and what an earlier copying left
   * half-done is overwritten.
   */
  public static Path of(String resource, Path file) throws IOException {
    if (isIntact(resource, file)) {
      return file;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (InputStream input = open(resource).getInputStream()) {
        Files.copy(input, beside, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!isIntact(resource, beside)) {
        throw new IOException("The copy of " + resource + " at " + beside + " is not what was copied");
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return file;
  }

  /** Whether the file is the resource, by size and checksum. */
  public static boolean isIntact(String resource, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    URLConnection connection = open(resource);
    try (InputStream packed = connection.getInputStream();
        InputStream unpacked = Files.newInputStream(file)) {
      return Files.size(file) == connection.getContentLengthLong() && crc(unpacked) == crc(connection, packed);
    }
  }

  /** Removes what else lies in a folder of unpacked files: another version's, or a kill's. */
  public static void keepOnly(Path folder, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path other : files.filter(file -> !names.contains(file.getFileName().toString())).toList()) {
        delete(other);
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static URLConnection open(String resource) throws IOException {
    URL url = UnpackedFile.class.getResource(resource);
    if (url == null) {
      throw new IOException("The program does not carry " + resource);
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  /** A jar knows the checksum of what it holds; it need not be unpacked for it. */
  private static long crc(URLConnection connection, InputStream packed) throws IOException {
    if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null && jar.getJarEntry().getCrc() >= 0) {
      return jar.getJarEntry().getCrc();
    }
    return crc(packed);
  }

  private static long crc(InputStream input) throws IOException {
    try (CheckedInputStream checked = new CheckedInputStream(input, new CRC32())) {
      checked.transferTo(java.io.OutputStream.nullOutputStream());
      return checked.getChecksum().getValue();
    }
  }
}
