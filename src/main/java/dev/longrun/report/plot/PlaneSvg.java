package dev.longrun.report.plot;

import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.util.List;

/** A {@link Chart.Plane} as SVG. */
final class PlaneSvg {
  private static final int HEIGHT = 300;
  private static final int LEFT = 62;
  private static final int RIGHT = Svg.WIDTH - 14;
  private static final int TOP = 46;
  private static final int BOTTOM = HEIGHT - 30;
  private static final int TICKS = 4;

  private final Chart.Plane chart;
  private final Span xs;
  private final Span ys;

  PlaneSvg(Chart.Plane chart) {
    this.chart = chart;
    this.xs = Span.of(chart.series().stream().filter(series -> series.kind() != Kind.RULE).flatMap(series -> series.points().stream()).mapToDouble(Point::x));
    this.ys = Span.of(chart.series().stream().flatMap(series -> series.points().stream()).mapToDouble(Point::y)).wider();
  }

  String drawn() {
    Svg svg = new Svg(chart, HEIGHT);
    for (int i = 0; i <= TICKS; i++) {
      double y = ys.at(i / (double) TICKS);
      svg.line("grid", LEFT, y(y), RIGHT, y(y));
      svg.text(LEFT - 6, y(y) + 4, "end", "soft", chart.yLabel().apply(y));
    }
    svg.text(LEFT, HEIGHT - 8, "start", "soft", chart.xLabel().apply(xs.low()));
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 8, "middle", "soft", chart.xLabel().apply(xs.at(0.5)));
    svg.text(RIGHT, HEIGHT - 8, "end", "soft", chart.xLabel().apply(xs.high()));
    double legend = LEFT;
    for (Series series : chart.series()) {
      draw(svg, series);
      if (series.name() != null) {
        svg.text(legend, 36, "start", "soft", sign(series.kind()) + " " + series.name());
        legend += 24 + series.name().length() * 7.2;
      }
    }
    return svg.done();
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case LINE -> "—";
      case DASHED_LINE -> "– –";
      case DOTS -> "●";
      case RULE -> "···";
    };
  }

  private void draw(Svg svg, Series series) {
    switch (series.kind()) {
      case DOTS -> series.points().forEach(point -> svg.dot(x(point.x()), y(point.y())));
      case RULE -> svg.line("rule", LEFT, y(series.points().get(0).y()), RIGHT, y(series.points().get(0).y()));
      case LINE -> svg.path("one", path(series.points()));
      case DASHED_LINE -> svg.path("two", path(series.points()));
    }
  }

  private String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "M" : "L").append(Svg.at(x(point.x()))).append(' ').append(Svg.at(y(point.y())));
    }
    return path.toString();
  }

  private double x(double value) {
    return LEFT + xs.share(value) * (RIGHT - LEFT);
  }

  private double y(double value) {
    double share = chart.lowIsUp() ? ys.share(value) : 1 - ys.share(value);
    return TOP + share * (BOTTOM - TOP);
  }
}
