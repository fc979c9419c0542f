package dev.longrun.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@link Chart.Bars} in characters. */
final class BarText {
  private static final int COLUMNS = 28;
  private static final int LONGEST_NAME = 16;

  private final Chart.Bars chart;

  BarText(Chart.Bars chart) {
    this.chart = chart;
  }

  static double most(Chart.Bars chart) {
    return chart.bars().stream().flatMap(bar -> Stream.of(bar.value(), bar.limit())).filter(Objects::nonNull).mapToDouble(Double::doubleValue).filter(value -> value > 0).max()
        .orElse(1);
  }

  String drawn() {
    double most = most(chart);
    int margin = Math.min(LONGEST_NAME, chart.bars().stream().mapToInt(bar -> bar.name().length()).max().orElse(0));
    List<String> lines = new ArrayList<>(List.of(chart.title()));
    for (Chart.Bar bar : chart.bars()) {
      String name = bar.name().length() > margin ? bar.name().substring(0, margin - 1) + "…" : bar.name();
      StringBuilder line = new StringBuilder(name + " ".repeat(margin - name.length()) + " |");
      int length = bar.value() == null ? 0 : (int) Math.round(bar.value() / most * COLUMNS);
      line.append((bar.strong() ? "█" : "▒").repeat(length));
      if (bar.limit() != null) {
        int at = (int) Math.round(bar.limit() / most * COLUMNS);
        while (line.length() < margin + 2 + at) {
          line.append(' ');
        }
        if (at < length) {
          line.setCharAt(margin + 2 + at, '|');
        } else {
          line.append('|');
        }
      }
      lines.add(line + " " + (bar.value() == null ? "not known" : chart.label().apply(bar.value())));
    }
    return String.join("\n", lines);
  }
}
