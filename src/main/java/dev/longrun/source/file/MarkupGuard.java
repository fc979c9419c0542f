package dev.longrun.source.file;

import java.io.InputStream;

/** Stops an XML document whose next tag does not come: the parser behind it would hold all that stands before it. */
final class MarkupGuard extends Guard {
  private long sinceTag;

  MarkupGuard(InputStream input) {
    super(input);
  }

  @Override
  void passed(byte one) {
    sinceTag = one == '<' || one == '>' ? 0 : sinceTag + 1;
    if (sinceTag > Limits.MARKUP_BYTES) {
      throw new UnusableFile("The XML file has a tag or a text of more than 1 MiB, which no activity needs.");
    }
  }
}
