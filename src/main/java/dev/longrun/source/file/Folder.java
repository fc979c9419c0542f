package dev.longrun.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with activities, archives and the lists of an unpacked export in it, at any depth. Links are not followed. */
final class Folder {
  private Folder() {}

  /** @throws UnusableFile when it has more files than any export */
  static Contents open(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<FileMember> members =
          files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).limit(Limits.ENTRIES + 1L).map(file -> new FileMember(folder, file)).toList();
      if (members.size() > Limits.ENTRIES) {
        throw UnusableFile.whole("The folder has more than " + Limits.ENTRIES + " files, which no export has.");
      }
      return new Contents(members, () -> {});
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file somewhere in a folder. */
  record FileMember(Path folder, Path path) implements Member {
    @Override
    public String name() {
      return folder.relativize(path).toString();
    }

    @Override
    public long bytes() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        return 0;
      }
    }

    @Override
    public String hostility() {
      return null;
    }

    @Override
    public String obstacle() {
      return Files.isReadable(path) ? null : "It cannot be read; check its permissions.";
    }

    @Override
    public InputStream open(Unpacking.Budget budget) throws IOException {
      return Files.newInputStream(path);
    }
  }
}
