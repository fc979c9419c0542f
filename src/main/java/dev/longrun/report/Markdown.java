package dev.longrun.report;

import dev.longrun.log.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of Markdown in which text from outside stays text. */
public final class Markdown {
  private Markdown() {}

  /** Text from outside within a line: no markup of it works. Null becomes a dash. */
  public static String text(String text) {
    if (text == null || text.isBlank()) {
      return "–";
    }
    return escaped(PlainText.line(text));
  }

  /** A line of our own into which text from outside may have come, as {@link PlainText} lets it: no markup of it works. */
  public static String escaped(String line) {
    return line.replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1");
  }

  /** Several lines from outside, shown as a quotation. */
  public static String quote(String text) {
    return text.lines().map(line -> line.isBlank() ? ">" : "> " + text(line)).collect(Collectors.joining("\n"));
  }

  /** @param rows cells that are Markdown already */
  public static String table(List<String> header, List<List<String>> rows) {
    String head = row(header) + "\n" + row(header.stream().map(cell -> "---").toList());
    return rows.stream().map(Markdown::row).reduce(head, (table, row) -> table + "\n" + row);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
