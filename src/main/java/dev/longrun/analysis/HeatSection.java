package dev.longrun.analysis;

import dev.longrun.metrics.pace.HeatCost;
import dev.longrun.metrics.trend.Median;
import dev.longrun.metrics.trend.WeatherSensitivity;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What heat cost this runner in training. */
final class HeatSection {
  /** Degrees of temperature plus dew point above {@link HeatCost#HEAT_FROM_C}; the last band has no end. */
  private static final double[] BANDS = {0, 5, 10, 15, 20};

  private static final int LEAST_COOL = 10;

  private record HotRun(double heatDegrees, double slowerPct) {}

  private HeatSection() {}

  static Section of(AnalysedLog log) {
    AdjustedPaces paces = log.adjustedPaces();
    WeatherSensitivity heat = paces.heat();
    List<Passage> passages = new ArrayList<>();
    passages.add(Passage.prose("Heat here is air temperature plus dew point (T + Td) above " + HeatCost.HEAT_FROM_C + " °C, during the run."));
    passages.addAll(Say.findings(heat.own()));
    passages.add(
        Passage.prose(
            "%s The expectation is Longrun's reading of Hadley 2013 and of a re-fit of the data behind Mantzios 2022; sun, wind and acclimatisation are not in it."
                .formatted(heat.comparison())));
    List<HotRun> runs = runs(paces);
    if (runs.isEmpty()) {
      passages.add(Passage.prose("There is nothing to draw: it takes %d steady runs in cool weather, and one in heat.".formatted(LEAST_COOL)));
    } else {
      passages.add(Passage.table(List.of("heat, degrees", "runs", "median % slower", "middle half of the runs"), bands(runs)));
      passages.add(Passage.plot(plot(runs, heat)));
      passages.add(
          Passage.prose(
              "Steady runs, grade-adjusted, brought to %s bpm and to the fitness of the last day, against the median of those without heat. A picture of the runs, cruder than the estimate above, which also allows for climb, distance and shoe."
                  .formatted(Figures.decimal(paces.trend().referenceHrBpm(), 0))));
    }
    return new Section("What heat costs in training", passages);
  }

  private static List<HotRun> runs(AdjustedPaces paces) {
    List<AdjustedPaces.Run> known = paces.runs().stream().filter(run -> run.heatDegrees() != null).toList();
    double[] cool = known.stream().filter(run -> run.heatDegrees() == 0).mapToDouble(paces::asOfTheEnd).toArray();
    if (cool.length < LEAST_COOL || cool.length == known.size()) {
      return List.of();
    }
    double usual = Median.of(cool);
    return known.stream().map(run -> new HotRun(run.heatDegrees(), 100 * (paces.asOfTheEnd(run) / usual - 1))).toList();
  }

  private static List<List<String>> bands(List<HotRun> runs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("none", runs.stream().filter(run -> run.heatDegrees() == 0).toList()));
    for (int i = 0; i < BANDS.length; i++) {
      double above = BANDS[i];
      double upTo = i + 1 < BANDS.length ? BANDS[i + 1] : Double.POSITIVE_INFINITY;
      List<HotRun> band = runs.stream().filter(run -> run.heatDegrees() > above && run.heatDegrees() <= upTo).toList();
      String name = Double.isInfinite(upTo) ? "above " + Figures.decimal(above, 0) : "up to " + Figures.decimal(upTo, 0);
      rows.add(row(name, band));
    }
    return rows;
  }

  private static List<String> row(String name, List<HotRun> band) {
    double[] slower = band.stream().mapToDouble(HotRun::slowerPct).sorted().toArray();
    if (slower.length == 0) {
      return List.of(name, "0", "–", "–");
    }
    return List.of(
        name,
        Integer.toString(slower.length),
        Say.signed(Median.of(slower), 1),
        Say.signed(slower[slower.length / 4], 1) + " to " + Say.signed(slower[Math.min(slower.length - 1, slower.length * 3 / 4)], 1));
  }

  private static TextPlot plot(List<HotRun> runs, WeatherSensitivity heat) {
    List<TextPlot.Point> points = new ArrayList<>();
    runs.forEach(run -> points.add(new TextPlot.Point(run.heatDegrees(), run.slowerPct(), '·')));
    double hottest = runs.stream().mapToDouble(HotRun::heatDegrees).max().orElse(0);
    for (int i = 0; i <= 24; i++) {
      double degrees = hottest * i / 24;
      points.add(new TextPlot.Point(degrees, heat.weighedPercent() * degrees, 'o'));
    }
    return new TextPlot(
        "% slower by degrees of T + Td above " + HeatCost.HEAT_FROM_C + " °C: steady runs (·), estimate and expectation together (o)",
        points,
        degrees -> Figures.decimal(degrees, 0),
        percent -> Say.signed(percent, 0) + " %",
        false);
  }
}
