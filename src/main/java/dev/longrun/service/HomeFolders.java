package dev.longrun.service;

import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folders of a home. */
public final class HomeFolders {
  private HomeFolders() {}

  /** A folder cannot be made, or is not a folder. The message says which and what to do. */
  public static final class NoFolder extends RuntimeException {
    NoFolder(Path folder, String why) {
      super("The folder " + folder + " " + why);
    }
  }

  /** In the order in which a person would look at them. */
  public static List<Path> of(Settings settings) {
    Path home = settings.home();
    return List.of(
        home, settings.inbox(), settings.outbox(), home.resolve("tokens"), home.resolve("logs"), home.resolve("backups"));
  }

  /**
   * Makes those that are missing. A home is for its owner's eyes only, whoever made the folder: what it will hold is about their
   * health. Once there is a log in it, its mode is the owner's choice.
   */
  public static void create(Settings settings) {
    boolean newHome = !Files.exists(settings.home().resolve("longrun.db"));
    for (Path folder : of(settings)) {
      create(folder);
    }
    if (newHome) {
      onlyForTheOwner(settings.home());
    }
    onlyForTheOwner(settings.home().resolve("tokens"));
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new NoFolder(folder, "cannot be made: there is a file of that name. Move it away or choose another folder.");
    } catch (IOException e) {
      throw new NoFolder(folder, "cannot be made. Check who may write to the folder above it, or choose another folder.");
    }
    if (!Files.isWritable(folder)) {
      throw new NoFolder(folder, "cannot be written to. Check its owner and mode, or choose another folder.");
    }
  }

  private static void onlyForTheOwner(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException | UnsupportedOperationException e) {
      // Not this program's folder, or a file system without modes: doctor looks at the tokens themselves.
    }
  }
}
