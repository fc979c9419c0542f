package dev.longrun.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a demo works in. It is made anew by every demo, so it must never be one that a real runner's data are in: only a
 * new or empty folder is taken, or one that carries the mark of an earlier demo.
 */
public final class DemoHome {
  private static final String MARK = "made-by-longrun-demo.txt";
  private static final String MARK_TEXT =
      """
      "longrun demo" made this folder for a runner who does not exist.
      Everything in it is deleted when the demo is started again. Keep nothing here that you want to keep.
      """;

  /** What Longrun puts into a home; anything else was put there by somebody and is left alone. The lock is in use. */
  private static final List<String> OURS =
      List.of(
          "longrun.db", "longrun.db-wal", "longrun.db-shm", "longrun.db-journal", "inbox", "outbox", "tokens", "logs", "backups",
          "models", "native", ".env");

  private final Path path;

  private DemoHome(Path path) {
    this.path = path;
  }

  /** The folder is not one to be overwritten. The message says why and what to do. */
  public static final class NotForDemos extends RuntimeException {
    NotForDemos(String message) {
      super(message);
    }
  }

  /**
   * Makes the folder if need be, marks it, and deletes nothing yet.
   *
   * @param realHome the home of the runner's own log, which is never taken, not even when there is nothing in it yet
   * @throws NotForDemos when something is in it that no demo has made
   */
  public static DemoHome take(Path path, Path realHome) {
    Path folder = path.toAbsolutePath().normalize();
    if (isSame(folder, realHome.toAbsolutePath().normalize())) {
      throw new NotForDemos(folder + " is your own home (LONGRUN_HOME); choose another folder for the demo with --home.");
    }
    Path mark = folder.resolve(MARK);
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)) {
        refuseUnlessEmpty(folder);
      }
      Files.createDirectories(folder);
      Files.writeString(mark, MARK_TEXT);
    } catch (IOException e) {
      throw new NotForDemos(folder + " cannot be written to; choose another folder for the demo with --home.");
    }
    return new DemoHome(folder);
  }

  /** Also by way of a link. */
  private static boolean isSame(Path folder, Path realHome) {
    try {
      return folder.equals(realHome) || Files.exists(folder) && Files.exists(realHome) && Files.isSameFile(folder, realHome);
    } catch (IOException e) {
      return false;
    }
  }

  private static void refuseUnlessEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotForDemos(folder + " is no folder; choose another one for the demo with --home.");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new NotForDemos(
            folder + " is not empty and was not made by the demo, which would overwrite it; choose another folder with --home.");
      }
    }
  }

  public Path path() {
    return path;
  }

  /** Deletes what an earlier demo left. To be called by the one who has the lock on the home. */
  public void clear() {
    try {
      for (String name : OURS) {
        delete(path.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What an earlier demo left in " + path + " cannot be deleted; delete the folder", e);
    }
  }

  /** Deletes the folder with everything a demo puts there. To be called when nothing in it is in use any more. */
  public void remove() {
    try {
      delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + path + " of an evaluation cannot be deleted", e);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
