package dev.longrun.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks at every byte on its way to a parser, and may end the reading. */
abstract class Guard extends FilterInputStream {
  Guard(InputStream input) {
    super(input);
  }

  /** @throws UnusableFile when it has seen enough */
  abstract void passed(byte one);

  @Override
  public final int read() throws IOException {
    int one = in.read();
    if (one >= 0) {
      passed((byte) one);
    }
    return one;
  }

  @Override
  public final int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      passed(buffer[offset + i]);
    }
    return count;
  }
}
