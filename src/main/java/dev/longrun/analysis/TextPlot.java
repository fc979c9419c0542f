package dev.longrun.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A small plot of points, drawn with characters. Of points in the same place the later one is seen.
 *
 * @param title says what is drawn and in which unit
 * @param lowIsUp for paces, of which the lower is the faster
 */
record TextPlot(String title, List<Point> points, DoubleFunction<String> xLabel, DoubleFunction<String> yLabel, boolean lowIsUp) {
  private static final int COLUMNS = 72;
  private static final int ROWS = 13;
  private static final int LEAST_POINTS = 3;

  /** @param mark the character it is drawn with */
  record Point(double x, double y, char mark) {}

  TextPlot {
    points = List.copyOf(points);
  }

  static DoubleFunction<String> days() {
    return day -> LocalDate.ofEpochDay(Math.round(day)).toString();
  }

  /** Several lines; nothing but a remark when there are too few points to see anything. */
  String draw() {
    if (points.size() < LEAST_POINTS) {
      return title + "\n  (fewer than " + LEAST_POINTS + " points: nothing to draw)";
    }
    Range xs = Range.of(points.stream().mapToDouble(Point::x).toArray());
    Range ys = Range.of(points.stream().mapToDouble(Point::y).toArray());
    char[][] canvas = new char[ROWS][COLUMNS];
    for (char[] row : canvas) {
      Arrays.fill(row, ' ');
    }
    for (Point point : points) {
      int fromLow = ys.place(point.y(), ROWS);
      canvas[lowIsUp ? fromLow : ROWS - 1 - fromLow][xs.place(point.x(), COLUMNS)] = point.mark();
    }
    return text(canvas, xs, ys);
  }

  private String text(char[][] canvas, Range xs, Range ys) {
    String[] labels = new String[ROWS];
    Arrays.fill(labels, "");
    labels[0] = yLabel.apply(lowIsUp ? ys.low() : ys.high());
    labels[ROWS / 2] = yLabel.apply((ys.low() + ys.high()) / 2);
    labels[ROWS - 1] = yLabel.apply(lowIsUp ? ys.high() : ys.low());
    int margin = Arrays.stream(labels).mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(title);
    for (int row = 0; row < ROWS; row++) {
      lines.add(String.format(Locale.ROOT, "  %" + margin + "s |%s", labels[row], new String(canvas[row]).stripTrailing()));
    }
    lines.add("  " + " ".repeat(margin) + " +" + "-".repeat(COLUMNS));
    lines.add("  " + " ".repeat(margin + 2) + axis(xs));
    return String.join("\n", lines);
  }

  private String axis(Range xs) {
    String left = xLabel.apply(xs.low());
    String middle = xLabel.apply((xs.low() + xs.high()) / 2);
    String right = xLabel.apply(xs.high());
    int gaps = Math.max(2, COLUMNS - left.length() - middle.length() - right.length());
    return left + " ".repeat(gaps / 2) + middle + " ".repeat(gaps - gaps / 2) + right;
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
