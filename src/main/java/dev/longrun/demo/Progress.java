package dev.longrun.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Shows how far long work is, step after step: a bar that moves on a terminal, elsewhere one plain line when a step is done.
 */
final class Progress implements AutoCloseable {
  private static final int BAR_WIDTH = 30;
  private static final String TITLE = "  %-46s ";
  private static final long BEAT_MS = 150;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final Thread painter;
  private String title;
  private IntSupplier done;
  private int total;
  private long startedAt;

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.painter = new Thread(this::paint, "progress");
    if (terminal) {
      painter.setDaemon(true);
      painter.start();
    }
  }

  void begin(String newTitle) {
    begin(newTitle, () -> 0, 0);
  }

  /**
   * Ends the step before and begins another.
   *
   * @param newTotal 0: nobody knows how much there is
   */
  synchronized void begin(String newTitle, IntSupplier newDone, int newTotal) {
    end();
    title = newTitle;
    done = newDone;
    total = newTotal;
    startedAt = System.nanoTime();
  }

  /** Leaves one line that stays. */
  synchronized void end() {
    if (title == null) {
      return;
    }
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    out.println((terminal ? CLEAR_LINE : "") + TITLE.formatted(title) + String.format(Locale.ROOT, "%5.1f s", seconds));
    out.flush();
    title = null;
  }

  private void paint() {
    try {
      while (true) {
        Thread.sleep(BEAT_MS);
        draw();
      }
    } catch (InterruptedException e) {
      // The work is done.
    }
  }

  private synchronized void draw() {
    if (title == null) {
      return;
    }
    int now = Math.min(done.getAsInt(), total);
    int filled = total == 0 ? 0 : BAR_WIDTH * now / total;
    String bar = total == 0 ? "…" : "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + now + "/" + total;
    out.print(CLEAR_LINE + TITLE.formatted(title) + bar);
    out.flush();
  }

  @Override
  public void close() {
    painter.interrupt();
    end();
  }
}
