package dev.longrun.coach.topics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longrun.coach.Embedder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleVectorsTest {
  /** Makes the file again: run it, from the project's folder, after an example was changed. */
  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("vectors");
    Embedder embedder = new Embedder(home);
    try (OutputStream file = Files.newOutputStream(Path.of("src/main/resources/topics/vectors.bin"))) {
      ExampleVectors.write(wordings(), embedder::embed, file);
    }
    System.exit(0);
  }

  @Test
  void everyExampleHasItsVector() throws IOException {
    Map<String, float[]> stored = ExampleVectors.read();
    List<String> missing = wordings().stream().filter(wording -> !stored.containsKey(ExampleVectors.key(wording))).toList();
    assertTrue(missing.isEmpty(), "Run the main method of this class: there are no vectors of " + missing);
  }

  private static List<String> wordings() {
    return new Examples().all().stream().map(Examples.Example::wording).distinct().toList();
  }
}
