package dev.longrun.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a list whose row does not end: a quoted value may hold line breaks, but no honest row is a megabyte long. */
final class RowGuard extends FilterInputStream {
  private boolean inQuotes;
  private long rowBytes;

  RowGuard(InputStream input) {
    super(input);
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    if (one >= 0) {
      passed((byte) one);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      passed(buffer[offset + i]);
    }
    return count;
  }

  private void passed(byte one) {
    inQuotes ^= one == '"';
    rowBytes = one == '\n' && !inQuotes ? 0 : rowBytes + 1;
    if (rowBytes > Limits.LISTED_ACTIVITY_BYTES) {
      throw new UnusableFile("The list has a row of more than 1 MiB, which no activity needs.");
    }
  }
}
