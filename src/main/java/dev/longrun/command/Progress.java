package dev.longrun.command;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a long work is: one line that is written over on a terminal, a line every tenth of the way otherwise. */
final class Progress {
  private static final int BAR_WIDTH = 30;

  private final PrintWriter out;
  private final String title;
  private final int total;
  private final boolean terminal;
  private int shownParts = -1;

  Progress(PrintWriter out, String title, int total) {
    this(out, title, total, System.console() != null);
  }

  Progress(PrintWriter out, String title, int total, boolean terminal) {
    this.out = out;
    this.title = title;
    this.total = total;
    this.terminal = terminal;
  }

  void reached(int done) {
    int parts = total == 0 ? 0 : (int) ((terminal ? 100L : 10L) * done / total);
    if (parts == shownParts) {
      return;
    }
    shownParts = parts;
    if (terminal) {
      int full = BAR_WIDTH * parts / 100;
      out.print("\r" + title + " [" + "#".repeat(full) + " ".repeat(BAR_WIDTH - full) + "] " + counts(done));
    } else {
      out.println(title + ": " + counts(done));
    }
    out.flush();
  }

  void end() {
    if (terminal && shownParts >= 0) {
      out.println();
      out.flush();
    }
  }

  private String counts(int done) {
    return String.format(Locale.ENGLISH, "%,d of %,d", done, total);
  }
}
