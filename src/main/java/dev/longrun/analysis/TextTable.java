package dev.longrun.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text under each other, the first to the left, the others to the right. */
public final class TextTable {
  private TextTable() {}

  /** @param rows cells of one line each, as many as the header has */
  public static String of(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    int[] widths =
        IntStream.range(0, header.size())
            .map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    lines.add(line(header, widths));
    lines.add("  " + IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row, widths)));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(" ");
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - cells.get(column).length());
      line.append(' ').append(column == 0 ? cells.get(column) + padding : padding + cells.get(column)).append(' ');
    }
    return line.toString().stripTrailing();
  }
}
