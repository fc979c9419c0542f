package dev.longrun.unpack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Has SQLite loaded from a folder of the home. Left alone, it is unpacked into the temporary folder by every process, and stays there
 * whenever one is killed. To be called before the first connection; where the folder cannot serve, SQLite does as it always does.
 */
public final class SqliteLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);

  private SqliteLibrary() {}

  /** Unpacks the library if need be. */
  public static void keepWithin(Path home) {
    Path folder = folder(home);
    if (!UnpackedFile.exists(resource())) {
      return;
    }
    try {
      UnpackedFile.of(resource(), folder.resolve(LibraryLoaderUtil.getNativeLibName()));
      UnpackedFile.keepOnly(folder, Set.of(LibraryLoaderUtil.getNativeLibName()));
      use(folder);
    } catch (IOException e) {
      LOG.warn("SQLite's library cannot be kept in {}: it is unpacked into the temporary folder", folder);
    }
  }

  /** For whoever only reads: the library is used when it is there and whole. */
  public static void useWhenThere(Path home) {
    Path folder = folder(home);
    try {
      if (UnpackedFile.exists(resource()) && UnpackedFile.isIntact(resource(), folder.resolve(LibraryLoaderUtil.getNativeLibName()))) {
        use(folder);
      }
    } catch (IOException e) {
      LOG.warn("SQLite's library in {} cannot be read", folder);
    }
  }

  private static void use(Path folder) {
    System.setProperty("org.sqlite.lib.path", folder.toAbsolutePath().toString());
    System.setProperty("org.sqlite.lib.name", LibraryLoaderUtil.getNativeLibName());
  }

  private static Path folder(Path home) {
    return home.resolve("native").resolve("sqlite");
  }

  private static String resource() {
    return LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
  }
}
