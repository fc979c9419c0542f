package dev.longrun.analysis;

import dev.longrun.metrics.trend.Estimate;
import dev.longrun.metrics.trend.Finding;
import dev.longrun.metrics.trend.HeartRateSlope;
import dev.longrun.metrics.trend.PaceAtHeartRate;
import dev.longrun.metrics.trend.RunObservation;
import dev.longrun.metrics.trend.WeatherSensitivity;
import java.time.LocalDate;
import java.util.List;

/**
 * The paces of steady runs brought to one heart rate, by the runner's own slope of speed on heart rate, so that they can be looked at.
 * For drawings only: the estimates come from the models, which allow for more than that.
 *
 * @param hrSlope per cent faster for one more beat a minute
 * @param runs empty when the slope is not known
 */
public record AdjustedPaces(PaceAtHeartRate trend, Finding hrSlope, WeatherSensitivity heat, List<Run> runs) {
  private static final double SHORTEST_S = 20 * 60;

  /**
   * @param paceSPerKm grade-adjusted, at the reference heart rate
   * @param coolPaceSPerKm the same less what heat costs this runner; null when the weather is not known
   */
  public record Run(LocalDate day, double paceSPerKm, Double heatDegrees, Double coolPaceSPerKm) {}

  public AdjustedPaces {
    runs = List.copyOf(runs);
  }

  public static AdjustedPaces of(List<RunObservation> runs) {
    PaceAtHeartRate trend = PaceAtHeartRate.of(runs);
    Finding slope = HeartRateSlope.of(runs);
    WeatherSensitivity heat = WeatherSensitivity.of(runs);
    List<Run> adjusted =
        slope instanceof Estimate estimate && trend.referenceHrBpm() != null
            ? runs.stream()
                .filter(AdjustedPaces::isSteady)
                .map(run -> adjusted(run, trend.referenceHrBpm(), estimate.value(), heat.weighedPercent()))
                .toList()
            : List.of();
    return new AdjustedPaces(trend, slope, heat, adjusted);
  }

  private static boolean isSteady(RunObservation run) {
    return run.surface().isOutdoors()
        && ("easy".equals(run.kind()) || "long".equals(run.kind()))
        && run.movingS() >= SHORTEST_S
        && run.speedMs() != null
        && run.hrBpm() != null;
  }

  private static Run adjusted(RunObservation run, double referenceHrBpm, double slopePercent, double heatPercent) {
    double beats = run.hrBpm() - referenceHrBpm;
    double pace = 1000 / run.speedMs() * Math.pow(1 + slopePercent / 100, beats);
    Double cool = run.heatDegrees() == null ? null : (Double) (pace / (1 + heatPercent * run.heatDegrees() / 100));
    return new Run(run.day(), pace, run.heatDegrees(), cool);
  }

  /** Less what the trend has changed since: as on the last day of the runs; the pace as it is when there is no trend. */
  double asOfTheEnd(Run run) {
    return trend.line() == null ? run.paceSPerKm() : run.paceSPerKm() / trend.line().slowness(run.day());
  }

  /** Cool pace at the reference heart rate as the model sees it on a day; null when there is no model, or none for that day. */
  public Double modelled(LocalDate day) {
    PaceAtHeartRate.Line line = trend.line();
    return line == null || day.isBefore(trend.trendPercent().basis().from()) ? null : (Double) (line.paceSPerKm() * line.slowness(day));
  }
}
