package dev.longrun.command.doctor;

import dev.longrun.coach.Embedder;
import dev.longrun.coach.MemoryAway;
import dev.longrun.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whether texts can be turned into vectors here, and whether the Chroma server answers when one is used. */
final class MemoryCheckup implements Checkup {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Settings settings;

  MemoryCheckup(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public List<Finding> findings() {
    Finding index =
        settings.memory().chromaUrl().map(MemoryCheckup::heartbeat).orElse(Finding.ok("embedded; no Chroma server is needed"));
    return List.of(index, embeddings());
  }

  private static Finding heartbeat(URI url) {
    try {
      new Web().get(url, "/api/v2/heartbeat", TIMEOUT);
      return Finding.ok("Chroma answers at " + url);
    } catch (Web.NoAnswer e) {
      return Finding.mend("Chroma at " + url + " " + e.getMessage()
          + ": start it (chroma run, version 1.0 or newer), or unset CHROMA_URL for the embedded store. Until then answers come without memory");
    }
  }

  /** Unpacking the model would write into the home, which the doctor does not. */
  private Finding embeddings() {
    Path folder = settings.home().resolve("models");
    if (!Files.isDirectory(folder)) {
      return Finding.note("the embedding model is unpacked into " + folder + " when it is first needed");
    }
    try {
      new Embedder(folder).embed("How was my week?");
      return Finding.ok("the embedding model works");
    } catch (MemoryAway e) {
      return Finding.mend(e.getMessage() + " Delete " + folder + ", it is made anew; if that does not help, this machine cannot run"
          + " ONNX Runtime, and answers come without memory");
    }
  }
}
