package dev.longrun.coach;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Keeps what the embedding model's libraries unpack within the home. Left alone, one writes to {@code ~/.djl.ai} and the other
 * leaves a folder among the temporary files at every kill.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Must be called before either library is loaded; whatever the user has set stays. */
  static void keepWithin(Path folder) throws IOException {
    setUnlessSet("DJL_CACHE_DIR", folder.resolve("djl").toString());
    setUnlessSet("ENGINE_CACHE_DIR", folder.resolve("djl").toString());
    // Everything is in the jars: nothing is to be fetched.
    setUnlessSet("ai.djl.offline", "true");
    Path onnx = folder.resolve("onnxruntime");
    String platform = platform();
    for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
      String library = System.mapLibraryName(name);
      String resource = "/ai/onnxruntime/native/" + platform + "/" + library;
      if (NativeLibraries.class.getResource(resource) == null) {
        return;
      }
      unpack(resource, onnx.resolve(library));
    }
    setUnlessSet("onnxruntime.native.path", onnx.toString());
  }

  /** Copies a resource to a file, unless it is there already in full; the file appears whole. */
  static Path unpack(String resource, Path file) throws IOException {
    URLConnection connection = NativeLibraries.class.getResource(resource).openConnection();
    connection.setUseCaches(false);
    if (Files.isRegularFile(file) && Files.size(file) == connection.getContentLengthLong()) {
      connection.getInputStream().close();
      return file;
    }
    Files.createDirectories(file.getParent());
    Path beside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    try (InputStream input = connection.getInputStream()) {
      Files.copy(input, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return file;
  }

  /** As ONNX Runtime names its folders: {@code linux-x64}, {@code linux-aarch64}, {@code osx-aarch64}, {@code win-x64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    return name + "-" + (machine.equals("amd64") || machine.equals("x86_64") ? "x64" : machine);
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
