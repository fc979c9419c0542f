package dev.longrun.coach;

import dev.longrun.unpack.UnpackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Keeps what the embedding model's libraries unpack within the home. Left alone, one writes to {@code ~/.djl.ai} and the other
 * leaves a folder among the temporary files at every kill; and neither looks whether what it finds there is whole.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Must be called before either library is loaded; whatever the user has set stays. */
  static void keepWithin(Path folder) throws IOException {
    keepTokenizers(folder.resolve("djl"));
    keepOnnxRuntime(folder.resolve("onnxruntime"));
  }

  private static void keepTokenizers(Path cache) throws IOException {
    setUnlessSet("DJL_CACHE_DIR", cache.toString());
    setUnlessSet("ENGINE_CACHE_DIR", cache.toString());
    // Everything is in the jars: nothing is to be fetched.
    setUnlessSet("ai.djl.offline", "true");
    String platform = system() + "-" + machine("x86_64");
    String version = tokenizersVersion();
    // The name that DJL gives its folder: what it finds there it takes as it is.
    String name = version + "-cpu-" + platform;
    boolean carried = false;
    for (String library : List.of(System.mapLibraryName("tokenizers"), "libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll")) {
      String resource = "/native/lib/" + platform + "/cpu/" + library;
      if (UnpackedFile.exists(resource)) {
        UnpackedFile.of(resource, cache.resolve("tokenizers").resolve(name).resolve(library));
        carried = true;
      }
    }
    if (carried) {
      UnpackedFile.keepOnly(cache.resolve("tokenizers"), Set.of(name));
    }
  }

  private static String tokenizersVersion() throws IOException {
    try (InputStream input = NativeLibraries.class.getResourceAsStream("/native/lib/tokenizers.properties")) {
      Properties properties = new Properties();
      if (input != null) {
        properties.load(input);
      }
      return properties.getProperty("version", "unknown");
    }
  }

  private static void keepOnnxRuntime(Path folder) throws IOException {
    String platform = system() + "-" + machine("x64");
    Set<String> kept = new HashSet<>();
    for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
      String library = System.mapLibraryName(name);
      String resource = "/ai/onnxruntime/native/" + platform + "/" + library;
      if (!UnpackedFile.exists(resource)) {
        return;
      }
      UnpackedFile.of(resource, folder.resolve(library));
      kept.add(library);
    }
    UnpackedFile.keepOnly(folder, kept);
    setUnlessSet("onnxruntime.native.path", folder.toString());
  }

  private static String system() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
  }

  /** @param intel what a library calls the usual processor: {@code x64}, {@code x86_64} */
  private static String machine(String intel) {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return machine.equals("amd64") || machine.equals("x86_64") ? intel : machine;
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
