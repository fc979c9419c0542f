package dev.longrun.analysis;

import java.util.List;

/** A piece of a section. */
public sealed interface Passage {

  /** A paragraph. */
  record Prose(String text) implements Passage {}

  /** A list. */
  record Points(List<String> items) implements Passage {
    public Points {
      items = List.copyOf(items);
    }
  }

  /** A table or a plot, whose lines stand as they are. */
  record Drawing(String text) implements Passage {}

  static Passage prose(String text) {
    return new Prose(text);
  }

  static Passage points(List<String> items) {
    return new Points(items);
  }

  static Passage table(List<String> header, List<List<String>> rows) {
    return new Drawing(TextTable.of(header, rows));
  }

  static Passage plot(TextPlot plot) {
    return new Drawing(plot.draw());
  }
}
