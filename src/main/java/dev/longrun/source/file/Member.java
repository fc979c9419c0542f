package dev.longrun.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** One file in an archive or in a folder. */
interface Member {
  /** With the folders it lies in. */
  String name();

  /** How much has to be read for it, for telling how far a reading is. */
  long bytes();

  /** Why no honest program makes such a thing; null when it is harmless. */
  String hostility();

  /** Why it cannot be read, as far as its name tells; null when it can. */
  String obstacle();

  /** Where it lies as a file of its own; null in an archive. */
  default Path path() {
    return null;
  }

  /** Its content, which may be stopped while it grows. */
  InputStream open(Unpacking.Budget budget) throws IOException;
}
