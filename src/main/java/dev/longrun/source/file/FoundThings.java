package dev.longrun.source.file;

import java.io.Closeable;
import java.io.IOException;

/** What is in a dropped file, one thing after the other, of which only one is held at a time. */
interface FoundThings extends Closeable {
  /**
   * @return null when there is nothing more
   * @throws UnusableFile when nothing more can be read
   */
  Found next() throws IOException;

  /** How much has been read, from 0 to 1. */
  double share();
}
