package dev.longrun.report;

import dev.longrun.log.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A look into the inbox for the status, without taking anything. */
final class InboxFiles {
  private InboxFiles() {}

  /** Files that lie there to be taken and those already claimed and not yet done with. */
  static long waiting(Path inbox) {
    return visible(inbox) + visible(inbox.resolve(".taken")) + visible(inbox.resolve(".taken/imports"));
  }

  private static long visible(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !FileNames.isLeftAlone(file.getFileName().toString()))
          .count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
