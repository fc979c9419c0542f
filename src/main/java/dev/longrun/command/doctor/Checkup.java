package dev.longrun.command.doctor;

import dev.longrun.settings.SettingSources;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import java.util.List;

/** One field of the doctor's examination. Looks when its findings are asked for. */
public interface Checkup {
  String title();

  List<Finding> findings();

  /** All of them, in the order in which one thing needs the other. */
  static List<Checkup> all(SettingSources sources, SettingsReader.Reading reading) {
    Settings settings = reading.settings();
    return List.of(
        new SettingsCheckup(sources, reading),
        new FoldersCheckup(settings),
        new DatabaseCheckup(settings),
        new TokensCheckup(settings),
        new ModelCheckup(settings),
        new MemoryCheckup(settings));
  }
}
