package dev.longrun.coach.pictures;

import dev.longrun.analysis.AdjustedPaces;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.Asked;
import dev.longrun.quantity.Quantity;
import dev.longrun.quantity.Unit;
import dev.longrun.report.plot.Chart;
import dev.longrun.report.plot.Series;
import dev.longrun.report.plot.Series.Kind;
import dev.longrun.report.plot.Series.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pace at one heart rate over time: the steady runs, and the model's line through them. */
final class SpeedPicture {
  private static final int LEAST_RUNS = 12;

  private SpeedPicture() {}

  static Optional<Chart> paint(Asked asked, LogView log) {
    AdjustedPaces paces = log.analysed().adjustedPaces();
    List<Point> dots = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (AdjustedPaces.Run run : paces.runs()) {
      if (run.coolPaceSPerKm() != null) {
        dots.add(new Point(run.day().toEpochDay(), run.coolPaceSPerKm()));
        Double modelled = paces.modelled(run.day());
        if (modelled != null) {
          line.add(new Point(run.day().toEpochDay(), modelled));
        }
      }
    }
    if (dots.size() < LEAST_RUNS) {
      return Optional.empty();
    }
    String beats = Quantity.of(paces.trend().referenceHrBpm(), Unit.BEATS).shown(log.units());
    List<Series> series = new ArrayList<>(List.of(new Series(Kind.DOTS, "a run", '·', dots)));
    if (!line.isEmpty()) {
      series.add(new Series(Kind.LINE, "the model", 'o', line));
    }
    return Optional.of(
        new Chart.Plane(
            "Pace at " + beats + " (faster is up)", "Pace of steady runs brought to " + beats + ", flat and cool, and the model's line through them.", series, Chart.days(),
            pace -> Quantity.of(pace, Unit.PACE).number(log.units()), true));
  }
}
