package dev.longrun.command.doctor;

import dev.longrun.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Whether the Chroma server answers, when one is used. */
final class ChromaCheckup implements Checkup {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Settings settings;

  ChromaCheckup(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public List<Finding> findings() {
    return List.of(settings.memory().chromaUrl().map(ChromaCheckup::heartbeat).orElse(Finding.ok("embedded; no Chroma server is needed")));
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
}
