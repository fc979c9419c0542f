package dev.longrun.web;

import java.io.IOException;

/** The other side sent more than anything useful could have. It was not read further, and the connection was dropped. */
public final class AnswerTooLarge extends IOException {
  private static final long serialVersionUID = 1;

  private final int largestBytes;

  AnswerTooLarge(int largestBytes) {
    super("The answer is larger than " + largestBytes + " bytes");
    this.largestBytes = largestBytes;
  }

  /** What was exceeded, in words. */
  public String limit() {
    return largestBytes >= 1024 * 1024 ? largestBytes / 1024 / 1024 + " MiB" : largestBytes / 1024 + " KiB";
  }
}
