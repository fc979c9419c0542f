package dev.longrun.report;

import dev.longrun.log.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** A look into the inbox for the status, without taking anything. */
final class InboxFiles {
  /** Folders that the inbox keeps itself. */
  private static final Set<String> OWN = Set.of("done", "failed", "imports");

  private InboxFiles() {}

  /** Files that lie there to be taken and those already claimed and not yet done with. */
  static long waiting(Path inbox) {
    return visible(inbox) + visible(inbox.resolve(".taken")) + visible(inbox.resolve(".taken/imports"));
  }

  private static boolean isDroppedFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !OWN.contains(path.getFileName().toString());
  }

  private static long visible(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isDroppedFolder(file))
          .filter(file -> !FileNames.isLeftAlone(file.getFileName().toString()))
          .count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
