package dev.longrun.source.file;

import java.io.InputStream;

/** Stops a list whose row does not end: a quoted value may hold line breaks, but no honest row is a megabyte long. */
final class RowGuard extends Guard {
  private boolean inQuotes;
  private long rowBytes;

  RowGuard(InputStream input) {
    super(input);
  }

  @Override
  void passed(byte one) {
    inQuotes ^= one == '"';
    rowBytes = one == '\n' && !inQuotes ? 0 : rowBytes + 1;
    if (rowBytes > Limits.LISTED_ACTIVITY_BYTES) {
      throw new UnusableFile("The list has a row of more than 1 MiB, which no activity needs.");
    }
  }
}
