package dev.longrun.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings as the {@code .env} files say them now: for the few that are taken without a restart, such as a new refresh token. Read
 * again only when a file has changed; while one cannot be read as a whole the last ones hold. Thread-safe.
 */
public final class PresentSettings {
  private final SettingSources sources;
  private Settings settings;
  private List<FileTime> asOf;

  private PresentSettings(Settings settings, SettingSources sources) {
    this.settings = settings;
    this.sources = sources;
    this.asOf = changes();
  }

  /** Settings that do not come from files. */
  public static PresentSettings always(Settings settings) {
    return new PresentSettings(settings, null);
  }

  /** @param settings as they were read from these sources */
  public static PresentSettings of(Settings settings, SettingSources sources) {
    return new PresentSettings(settings, sources);
  }

  public synchronized Settings read() {
    List<FileTime> now = changes();
    if (!now.equals(asOf)) {
      SettingsReader.Reading reading = sources.check();
      if (reading.findings().isEmpty()) {
        settings = reading.settings();
        asOf = now;
      }
    }
    return settings;
  }

  private List<FileTime> changes() {
    List<FileTime> times = new ArrayList<>();
    for (Path file : sources == null ? List.<Path>of() : sources.files()) {
      try {
        times.add(Files.getLastModifiedTime(file));
      } catch (IOException e) {
        times.add(FileTime.fromMillis(0));
      }
    }
    return times;
  }
}
