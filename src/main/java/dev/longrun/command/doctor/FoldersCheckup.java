package dev.longrun.command.doctor;

import dev.longrun.service.HomeFolders;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the folders of the home are there, can be written to and have room. */
record FoldersCheckup(Settings settings) implements Checkup {
  /** A gigabyte is years of logs and backups. */
  private static final long ENOUGH_BYTES = 1L << 30;

  @Override
  public String title() {
    return "Folders";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (Files.notExists(settings.home())) {
      findings.add(Finding.note("there is no home " + settings.home() + " yet; \"longrun run\" or \"longrun once\" makes it"));
    } else {
      HomeFolders.of(settings).forEach(folder -> findings.add(folder(folder)));
    }
    findings.add(room());
    return findings;
  }

  private static Finding folder(Path folder) {
    if (Files.notExists(folder)) {
      return Finding.note(folder + " is not there yet and will be made");
    }
    if (!Files.isDirectory(folder)) {
      return Finding.mend(folder + " is a file; move it away, a folder is needed there");
    }
    return Files.isWritable(folder)
        ? Finding.ok(folder.toString())
        : Finding.mend(folder + " cannot be written to; give it to the user that runs Longrun (chown, chmod)");
  }

  private Finding room() {
    Path nearest = Stream.iterate(settings.home(), folder -> folder != null, Path::getParent).filter(Files::exists).findFirst().orElseThrow();
    try {
      long free = Files.getFileStore(nearest).getUsableSpace();
      String text = String.format(Locale.ENGLISH, "%.1f GiB are free on the disk of %s", free / (double) (1L << 30), settings.home());
      return free >= ENOUGH_BYTES ? Finding.ok(text) : Finding.mend(text + "; make room, or move the home to a larger disk (LONGRUN_HOME)");
    } catch (IOException e) {
      return Finding.note("how much room is on the disk of " + settings.home() + " cannot be told");
    }
  }
}
