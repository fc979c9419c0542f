package dev.longrun.command.doctor;

import dev.longrun.settings.SettingSources;
import dev.longrun.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether every setting can be used, and nobody else reads the secrets among them. */
record SettingsCheckup(SettingSources sources, SettingsReader.Reading reading) implements Checkup {
  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    reading.findings().forEach(finding -> findings.add(Finding.mend(finding)));
    for (Path file : sources.files()) {
      if (Files.isRegularFile(file)) {
        findings.add(
            FileModes.isReadByOthers(file)
                ? Finding.mend(file + " may be read by other users of this machine: chmod 600 " + file)
                : Finding.ok("read from " + file));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("the defaults and the environment; there is no .env file"));
    }
    return findings;
  }
}
