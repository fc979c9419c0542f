package dev.longrun.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text under each other: words to the left, numbers to the right. */
final class TextTable {
  private static final String NUMBER = "[-+−<>]? ?\\d[\\d.:,]*|–|";

  private TextTable() {}

  /** @param rows cells of one line each, as many as the header has */
  static String of(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    List<Column> columns =
        IntStream.range(0, header.size())
            .mapToObj(
                column ->
                    new Column(
                        all.stream().mapToInt(row -> width(row.get(column))).max().orElse(0),
                        rows.stream().allMatch(row -> row.get(column).matches(NUMBER))))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(header, columns));
    lines.add("  " + columns.stream().map(column -> "-".repeat(column.width())).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row, columns)));
    return String.join("\n", lines);
  }

  private record Column(int width, boolean numbers) {
    String padded(String cell) {
      String padding = " ".repeat(width - TextTable.width(cell));
      return numbers ? padding + cell : cell + padding;
    }
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String line(List<String> cells, List<Column> columns) {
    return ("  " + IntStream.range(0, columns.size()).mapToObj(i -> columns.get(i).padded(cells.get(i))).collect(Collectors.joining("  ")))
        .stripTrailing();
  }
}
