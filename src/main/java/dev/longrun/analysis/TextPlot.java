package dev.longrun.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A small plot of points, drawn with characters. Points of the same place are one mark; a marked point is drawn over others.
 *
 * @param title says what is drawn and in which unit
 */
public record TextPlot(String title, List<Point> points, DoubleFunction<String> yLabel, DoubleFunction<String> xLabel, boolean fasterIsUp) {
  private static final int COLUMNS = 72;
  private static final int ROWS = 12;

  /** @param mark the character it is drawn with */
  public record Point(double x, double y, char mark) {
    public static Point of(double x, double y) {
      return new Point(x, y, '·');
    }
  }

  public TextPlot {
    points = List.copyOf(points);
  }

  /** Several lines; nothing but a remark when there are fewer than two points. */
  public String draw() {
    if (points.size() < 2) {
      return title + "\n  (fewer than two points)";
    }
    Range xs = Range.of(points.stream().mapToDouble(Point::x).toArray());
    Range ys = Range.of(points.stream().mapToDouble(Point::y).toArray());
    char[][] canvas = new char[ROWS][COLUMNS];
    for (char[] row : canvas) {
      Arrays.fill(row, ' ');
    }
    for (Point point : points) {
      int column = xs.place(point.x(), COLUMNS);
      int fromBottom = ys.place(point.y(), ROWS);
      int row = fasterIsUp ? fromBottom : ROWS - 1 - fromBottom;
      char present = canvas[row][column];
      canvas[row][column] = present == ' ' || present == '·' ? point.mark() : present;
    }
    return text(canvas, xs, ys);
  }

  private String text(char[][] canvas, Range xs, Range ys) {
    String low = yLabel.apply(ys.low());
    String high = yLabel.apply(ys.high());
    int margin = Math.max(low.length(), high.length());
    List<String> lines = new ArrayList<>();
    lines.add(title);
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? (fasterIsUp ? low : high) : row == ROWS - 1 ? (fasterIsUp ? high : low) : "";
      lines.add(String.format(Locale.ROOT, "  %" + margin + "s |%s", label, new String(canvas[row]).stripTrailing()));
    }
    lines.add("  " + " ".repeat(margin) + " +" + "-".repeat(COLUMNS));
    String left = xLabel.apply(xs.low());
    String right = xLabel.apply(xs.high());
    lines.add("  " + " ".repeat(margin + 2) + left + " ".repeat(Math.max(1, COLUMNS - left.length() - right.length())) + right);
    return String.join("\n", lines);
  }

  private record Range(double low, double high) {
    static Range of(double[] values) {
      double low = Arrays.stream(values).min().orElseThrow();
      double high = Arrays.stream(values).max().orElseThrow();
      return new Range(low, high);
    }

    int place(double value, int cells) {
      return high > low ? (int) Math.round((value - low) / (high - low) * (cells - 1)) : cells / 2;
    }
  }
}
