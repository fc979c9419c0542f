package dev.longrun.source.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * An archive in an archive, read as it comes out of the outer one, once for each turn of {@link EntryName#turn}. There is no third
 * level.
 */
final class NestedArchive implements FoundThings {
  private final String label;
  private final ZipArchiveInputStream zip;
  private final Unpacking.Budget budget;
  private final Export export;
  private final int turn;
  private int entries;
  private FoundThings list;

  NestedArchive(String label, InputStream input, Unpacking.Budget budget, Export export, int turn) {
    this.label = label;
    this.turn = turn;
    // Some programs store entries and write their size behind them.
    this.zip = new ZipArchiveInputStream(new BufferedInputStream(input, 1 << 16), "UTF-8", true, true);
    this.budget = budget;
    this.export = export;
  }

  @Override
  public Found next() throws IOException {
    while (true) {
      Found listed = list == null ? null : list.next();
      if (listed != null) {
        return listed;
      }
      list = null;
      ZipArchiveEntry entry = zip.getNextEntry();
      if (entry == null) {
        return null;
      }
      if (++entries > Limits.ALL_ENTRIES) {
        throw UnusableFile.whole("An archive in the archive has more than " + Limits.ALL_ENTRIES + " entries, which no export has.");
      }
      Found found = entry.isDirectory() ? null : found(entry, new EntryName(entry.getName()));
      if (found != null) {
        return found;
      }
    }
  }

  private Found found(ZipArchiveEntry entry, EntryName name) throws IOException {
    String fullLabel = label + " / " + name.label();
    if (name.turn() != turn) {
      return null;
    }
    if (name.hostility() != null) {
      return new Found.Unusable(fullLabel, name.hostility(), true);
    }
    if (name.isArchive()) {
      return new Found.Unusable(fullLabel, "It is an archive in an archive in an archive; unpack the outermost and drop what is in it.", false);
    }
    if (turn == EntryName.LAST_TURN && !name.isActivity()) {
      return new Found.Other(fullLabel);
    }
    if (name.isActivity() && export.stravaFiles.isOther(entry.getName())) {
      return new Found.Other(fullLabel);
    }
    if (!zip.canReadEntryData(entry)) {
      return new Found.Unusable(fullLabel, "It is encrypted, or packed in a way that is not known.", false);
    }
    // Not closed: that would close the archive.
    InputStream input = new Unpacking(new Unclosed(zip), zip::getCompressedCount, budget);
    if (turn < EntryName.LAST_TURN) {
      list = export.activities(name, input);
      if (list == null) {
        export.readShoes(name, input);
      }
      return null;
    }
    try {
      return new Found.File(fullLabel, Content.of(input, budget), export.stravaFiles.run(entry.getName()));
    } catch (UnusableFile e) {
      if (e.isForTheWhole()) {
        throw e;
      }
      // What is left of it has to be passed by, and counts.
      input.skip(Long.MAX_VALUE);
      return new Found.Unusable(fullLabel, e.getMessage(), false);
    }
  }

  /** What reads a list closes it; the archive goes on. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream input) {
      super(input);
    }

    @Override
    public void close() {
      // The archive is closed when all of it is read.
    }
  }

  @Override
  public double share() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
