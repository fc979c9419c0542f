package dev.longrun.report.plot;

import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A {@link Chart.Plane} in characters. Of points in one place the later series is seen. */
final class PlaneText {
  private static final int COLUMNS = 44;
  private static final int ROWS = 9;

  private final Chart.Plane chart;
  private final Span xs;
  private final Span ys;

  PlaneText(Chart.Plane chart) {
    this.chart = chart;
    this.xs = Span.of(chart.series().stream().filter(series -> series.kind() != Kind.RULE).flatMap(series -> series.points().stream()).mapToDouble(Point::x));
    this.ys = Span.of(chart.series().stream().flatMap(series -> series.points().stream()).mapToDouble(Point::y));
  }

  String drawn() {
    char[][] canvas = new char[ROWS][COLUMNS];
    Arrays.stream(canvas).forEach(row -> Arrays.fill(row, ' '));
    for (Series series : chart.series()) {
      for (Point point : series.points()) {
        int row = row(point.y());
        if (series.kind() == Kind.RULE) {
          Arrays.fill(canvas[row], series.mark());
        } else {
          canvas[row][(int) Math.round(xs.share(point.x()) * (COLUMNS - 1))] = series.mark();
        }
      }
    }
    String top = chart.yLabel().apply(chart.lowIsUp() ? ys.low() : ys.high());
    String bottom = chart.yLabel().apply(chart.lowIsUp() ? ys.high() : ys.low());
    int margin = Math.max(top.length(), bottom.length());
    List<String> lines = new ArrayList<>(List.of(chart.title()));
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? top : row == ROWS - 1 ? bottom : "";
      lines.add(" ".repeat(margin - label.length()) + label + " |" + new String(canvas[row]).stripTrailing());
    }
    lines.add(" ".repeat(margin) + " +" + "-".repeat(COLUMNS));
    String left = chart.xLabel().apply(xs.low());
    String right = chart.xLabel().apply(xs.high());
    lines.add(" ".repeat(margin + 2) + left + " ".repeat(Math.max(1, COLUMNS - left.length() - right.length())) + right);
    String legend =
        chart.series().stream().filter(series -> series.name() != null).map(series -> series.mark() + " " + series.name()).collect(Collectors.joining("   "));
    if (!legend.isEmpty()) {
      lines.add(" ".repeat(margin + 2) + legend);
    }
    return String.join("\n", lines);
  }

  private int row(double y) {
    double share = chart.lowIsUp() ? ys.share(y) : 1 - ys.share(y);
    return (int) Math.round(share * (ROWS - 1));
  }
}
