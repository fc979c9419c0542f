package dev.longrun.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A dropped archive: the export of an account or any zip of activities. */
final class Archive {
  private Archive() {}

  /** @throws UnusableFile when it is none, or an attack */
  static Contents open(Path path) throws IOException {
    ZipDirectory.check(path);
    try {
      return contents(ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get());
    } catch (IOException | RuntimeException e) {
      throw UnusableFile.whole("The archive is cut off or damaged: download or copy it again.");
    }
  }

  private static Contents contents(ZipFile zip) throws IOException {
    try {
      List<Entry> entries =
          Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory()).map(entry -> new Entry(zip, entry)).toList();
      return new Contents(entries, zip);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private record Entry(ZipFile zip, ZipArchiveEntry entry) implements Member {
    @Override
    public String name() {
      return entry.getName();
    }

    @Override
    public long bytes() {
      return entry.getCompressedSize();
    }

    @Override
    public String hostility() {
      return entry.isUnixSymlink() ? "It is a link to somewhere else." : new EntryName(entry.getName()).hostility();
    }

    @Override
    public String obstacle() {
      return zip.canReadEntryData(entry) ? null : "It is encrypted, or packed in a way that is not known.";
    }

    @Override
    public InputStream open(Unpacking.Budget budget) throws IOException {
      long packed = Math.max(0, entry.getCompressedSize());
      return new Unpacking(zip.getInputStream(entry), () -> packed, budget);
    }
  }
}
