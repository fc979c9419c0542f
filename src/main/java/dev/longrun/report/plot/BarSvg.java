package dev.longrun.report.plot;

/** {@link Chart.Bars} as SVG, one below the other. */
final class BarSvg {
  private static final int TOP = 30;
  private static final int ROW = 22;
  private static final int LEFT = 130;
  private static final int RIGHT = Svg.WIDTH - 90;

  private final Chart.Bars chart;

  BarSvg(Chart.Bars chart) {
    this.chart = chart;
  }

  String drawn() {
    Svg svg = new Svg(chart, TOP + ROW * chart.bars().size() + 8);
    double most = BarText.most(chart);
    double y = TOP;
    for (Chart.Bar bar : chart.bars()) {
      String name = bar.name().length() > 17 ? bar.name().substring(0, 16) + "…" : bar.name();
      svg.text(LEFT - 8, y + 14, "end", bar.strong() ? "" : "soft", name);
      if (bar.value() != null) {
        double width = bar.value() / most * (RIGHT - LEFT);
        svg.rectangle(bar.strong() ? "strong" : "bar", LEFT, y + 2, width, ROW - 6);
        svg.text(LEFT + Math.max(width, 0) + 6, y + 14, "start", "", chart.label().apply(bar.value()));
      } else {
        svg.text(LEFT + 4, y + 14, "start", "soft", "not known");
      }
      if (bar.limit() != null) {
        double x = LEFT + bar.limit() / most * (RIGHT - LEFT);
        svg.line("rule", x, y, x, y + ROW - 2);
      }
      y += ROW;
    }
    return svg.done();
  }
}
