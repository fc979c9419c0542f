package dev.longrun.command;

import java.io.PrintWriter;

/** Lines about a work whose size is not known beforehand: written over each other on a terminal, one below the other elsewhere. */
final class ShareProgress {
  private final PrintWriter out;
  private final boolean terminal = System.console() != null;
  private int shown;

  ShareProgress(PrintWriter out) {
    this.out = out;
  }

  void show(String line) {
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  void end() {
    if (terminal && shown > 0) {
      out.println();
      out.flush();
    }
    shown = 0;
  }
}
