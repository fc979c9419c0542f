package dev.longrun.source.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A dropped archive: the export of an account or any zip of activities. Lists come first, because they say what the files are; then
 * everything in the order of its name, so that an interrupted reading goes the same way again. Nothing is unpacked to the disk.
 */
final class Archive implements FoundThings {
  private final ZipFile zip;
  private final Iterator<ZipArchiveEntry> entries;
  private final long packedBytes;
  private final Unpacking.Budget budget = new Unpacking.Budget();
  private final Export export = new Export();
  private long doneBytes;
  private FoundThings inside;
  private String insideLabel;

  private Archive(ZipFile zip) {
    this.zip = zip;
    List<ZipArchiveEntry> all = new ArrayList<>();
    zip.getEntries().asIterator().forEachRemaining(all::add);
    all.sort(Comparator.comparingInt(Archive::turn).thenComparing(ZipArchiveEntry::getName));
    this.entries = all.iterator();
    this.packedBytes = Math.max(1, all.stream().mapToLong(ZipArchiveEntry::getCompressedSize).filter(size -> size > 0).sum());
  }

  /** @throws UnusableFile when it is none, or an attack */
  static Archive open(Path path) throws IOException {
    ZipDirectory.check(path);
    try {
      return new Archive(ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get());
    } catch (IOException | RuntimeException e) {
      throw UnusableFile.whole("The archive is cut off or damaged: download or copy it again.");
    }
  }

  private static int turn(ZipArchiveEntry entry) {
    EntryName name = new EntryName(entry.getName());
    if (name.endsIn(GarminExport.GEAR_LIST) || name.isCalled(StravaExport.SHOES)) {
      return 0;
    }
    return name.endsIn(GarminExport.ACTIVITIES) || name.isCalled(StravaExport.ACTIVITIES) ? 1 : 2;
  }

  @Override
  public Found next() throws IOException {
    while (true) {
      if (inside != null) {
        Found found = nextInside();
        if (found != null) {
          return found;
        }
        continue;
      }
      if (!entries.hasNext()) {
        return null;
      }
      Found found = enter(entries.next());
      if (found != null) {
        return found;
      }
    }
  }

  private Found nextInside() throws IOException {
    String problem;
    try {
      Found found = inside.next();
      if (found != null) {
        return found;
      }
      problem = null;
    } catch (UnusableFile e) {
      if (e.isForTheWhole()) {
        throw e;
      }
      problem = e.getMessage();
    } catch (JsonProcessingException e) {
      problem = "The list is cut off or no JSON; what stood before that is read.";
    } catch (IOException | RuntimeException e) {
      problem = "It is cut off or damaged; what stood before that is read.";
    }
    inside.close();
    inside = null;
    return problem == null ? null : new Found.Unusable(insideLabel, problem, false);
  }

  private Found enter(ZipArchiveEntry entry) throws IOException {
    EntryName name = new EntryName(entry.getName());
    doneBytes += Math.max(0, entry.getCompressedSize());
    if (entry.isDirectory()) {
      return null;
    }
    String hostility = entry.isUnixSymlink() ? "It is a link to somewhere else." : name.hostility();
    if (hostility != null) {
      return new Found.Unusable(name.label(), hostility, true);
    }
    try {
      return open(entry, name);
    } catch (UnusableFile e) {
      if (e.isForTheWhole()) {
        throw e;
      }
      return new Found.Unusable(name.label(), e.getMessage(), false);
    } catch (IOException | RuntimeException e) {
      return new Found.Unusable(name.label(), "It is cut off or damaged.", false);
    }
  }

  private Found open(ZipArchiveEntry entry, EntryName name) throws IOException {
    boolean list = turn(entry) < 2;
    if (!list && !name.isActivity() && !name.isArchive()) {
      return new Found.Other(name.label());
    }
    if (!zip.canReadEntryData(entry)) {
      return new Found.Unusable(name.label(), "It is encrypted, or packed in a way that is not known.", false);
    }
    if (name.isActivity()) {
      if (export.stravaFiles.isOther(entry.getName())) {
        return new Found.Other(name.label());
      }
      try (InputStream input = unpacking(entry)) {
        return new Found.File(name.label(), Content.of(input, budget), export.stravaFiles.run(entry.getName()));
      }
    }
    InputStream input = unpacking(entry);
    insideLabel = name.label();
    if (name.isArchive()) {
      inside = new NestedArchive(name.label(), input, budget, export);
    } else if (name.endsIn(GarminExport.ACTIVITIES)) {
      inside = new GarminExport.Activities(name.label(), input, export.garminShoes);
    } else if (name.isCalled(StravaExport.ACTIVITIES)) {
      inside = new StravaExport.Activities(name.label(), input, export.stravaShoes, export.stravaFiles);
    } else {
      try (input) {
        readShoes(name, input);
      }
    }
    return null;
  }

  private void readShoes(EntryName name, InputStream input) throws IOException {
    if (name.endsIn(GarminExport.GEAR_LIST)) {
      export.garminShoes.read(input);
    } else {
      export.stravaShoes.putAll(StravaExport.shoes(input));
    }
  }

  private InputStream unpacking(ZipArchiveEntry entry) throws IOException {
    long packed = Math.max(0, entry.getCompressedSize());
    LongSupplier packedSize = () -> packed;
    return new Unpacking(zip.getInputStream(entry), packedSize, budget);
  }

  @Override
  public double share() {
    return Math.min(1, (double) doneBytes / packedBytes);
  }

  @Override
  public void close() throws IOException {
    if (inside != null) {
      inside.close();
    }
    zip.close();
  }
}
