package dev.longrun.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops an XML document whose next tag does not come: the parser behind it would hold all that stands before it. */
final class MarkupGuard extends FilterInputStream {
  private long sinceTag;

  MarkupGuard(InputStream input) {
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
    sinceTag = one == '<' || one == '>' ? 0 : sinceTag + 1;
    if (sinceTag > Limits.MARKUP_BYTES) {
      throw new UnusableFile("The XML file has a tag or a text of more than 1 MiB, which no activity needs.");
    }
  }
}
