package dev.longrun.analysis;

import dev.longrun.metrics.trend.Median;
import dev.longrun.metrics.trend.PaceAtHeartRate;
import dev.longrun.report.Figures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pace at a fixed heart rate over time. */
final class SpeedSection {
  private static final char WEEK = '·';
  private static final char LINE = 'o';

  private SpeedSection() {}

  static Section of(AnalysedLog log) {
    AdjustedPaces paces = log.adjustedPaces();
    PaceAtHeartRate trend = paces.trend();
    List<Passage> passages = new ArrayList<>(Say.findings(trend.trendPercent(), trend.trendPace(), trend.pace(), paces.hrSlope()));
    passages.add(
        Passage.prose(
            "By one linear model of the logarithm of grade-adjusted speed, least squares with HC3 errors (MacKinnon and White 1985)."
                + " Speed at one heart rate is a sign of aerobic fitness, not race performance itself."));
    plot(paces).ifPresent(plot -> passages.add(Passage.plot(plot)));
    return new Section("Pace at the same heart rate", passages);
  }

  private static Optional<TextPlot> plot(AdjustedPaces paces) {
    Map<LocalDate, List<Double>> weeks = new TreeMap<>();
    for (AdjustedPaces.Run run : paces.runs()) {
      if (run.coolPaceSPerKm() != null) {
        LocalDate monday = run.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        weeks.computeIfAbsent(monday, week -> new ArrayList<>()).add(run.coolPaceSPerKm());
      }
    }
    if (weeks.isEmpty()) {
      return Optional.empty();
    }
    List<TextPlot.Point> points = new ArrayList<>();
    for (LocalDate week : weeks.keySet()) {
      Double modelled = paces.modelled(week);
      if (modelled != null) {
        points.add(new TextPlot.Point(week.toEpochDay(), modelled, LINE));
      }
    }
    weeks.forEach(
        (week, values) ->
            points.add(
                new TextPlot.Point(
                    week.toEpochDay(), Median.of(values.stream().mapToDouble(Double::doubleValue).toArray()), WEEK)));
    return Optional.of(
        new TextPlot(
            String.format(
                Locale.ROOT,
                "Pace at %.0f bpm (min/km, faster is up), grade-adjusted, cool: weekly medians (%s), the model (%s)",
                paces.trend().referenceHrBpm(),
                WEEK,
                LINE),
            points,
            TextPlot.days(),
            Figures::pace,
            true));
  }
}
