package dev.longrun.metrics.trend;

import dev.longrun.metrics.pace.HeatCost;
import java.util.Arrays;
import java.util.List;

/**
 * What heat costs this runner: how much slower each degree of temperature plus dew point above {@link HeatCost#HEAT_FROM_C} is at one heart rate, from the
 * model of {@link SpeedQuestion}, beside what is expected of any runner, 0.15 ± 0.10 % a degree (Longrun's reading of Hadley 2013 and
 * of a re-fit of Mantzios 2022), and both weighed together by their precision (Bayes with normal errors). Needs 40 runs, ten of them
 * in heat.
 *
 * @param own per cent slower a degree, of this runner's runs alone
 * @param expectedPercent of any runner
 * @param expectedDeviationPercent the standard deviation of that expectation
 * @param weighedPercent what to reckon with: the expectation alone when the runs say nothing
 * @param weighed the 95 % interval of it
 */
public record WeatherSensitivity(
    Finding own, double expectedPercent, double expectedDeviationPercent, double weighedPercent, Interval weighed) {
  public static final int LEAST_RUNS = 40;
  public static final double EXPECTED_PERCENT = 0.15;
  public static final double EXPECTED_DEVIATION_PERCENT = 0.10;
  private static final String WHAT = "slower for each degree of T + Td above " + HeatCost.HEAT_FROM_C + " °C";
  private static final double Z95 = 1.96;

  public static WeatherSensitivity of(List<RunObservation> runs) {
    Selection selection = AerobicRuns.of(runs, false);
    if (selection.runs().isEmpty()) {
      return expectationAlone(TooFew.of(WHAT, LEAST_RUNS, selection.basis()));
    }
    ModelOutcome outcome =
        RunModel.of(
            selection,
            SpeedQuestion.of(
                WHAT,
                SpeedQuestion.HEAT,
                selection.basis().to(),
                SpeedQuestion.referenceHrBpm(selection.runs()),
                SpeedQuestion.factors(),
                LEAST_RUNS));
    if (outcome instanceof ModelRefusal refusal) {
      return expectationAlone(refusal.finding());
    }
    RunModel model = (RunModel) outcome;
    double[] heat = model.values(SpeedQuestion.HEAT);
    int hot = (int) Arrays.stream(heat).filter(degrees -> degrees > 0).count();
    if (hot < RunModel.RUNS_PER_COVARIATE) {
      return expectationAlone(new TooFew(WHAT, hot, RunModel.RUNS_PER_COVARIATE, "runs in heat", model.basis()));
    }
    double hottest = Arrays.stream(heat).max().orElseThrow();
    Estimate own =
        model.difference(
            WHAT,
            SpeedQuestion.HEAT,
            "%",
            coefficient -> SpeedQuestion.percent(-coefficient),
            PaceAtHeartRate.WORTHWHILE_PERCENT / hottest,
            List.of("%d runs were in heat, up to %.0f degrees of it.".formatted(hot, hottest)));
    return weighed(own, 100 * model.fit().standardError(SpeedQuestion.HEAT));
  }

  private static WeatherSensitivity expectationAlone(Finding refusal) {
    return new WeatherSensitivity(
        refusal, EXPECTED_PERCENT, EXPECTED_DEVIATION_PERCENT, EXPECTED_PERCENT, around(EXPECTED_PERCENT, EXPECTED_DEVIATION_PERCENT));
  }

  private static WeatherSensitivity weighed(Estimate own, double error) {
    double ownWeight = 1 / (error * error);
    double expectedWeight = 1 / (EXPECTED_DEVIATION_PERCENT * EXPECTED_DEVIATION_PERCENT);
    double mean = (own.value() * ownWeight + EXPECTED_PERCENT * expectedWeight) / (ownWeight + expectedWeight);
    return new WeatherSensitivity(
        own, EXPECTED_PERCENT, EXPECTED_DEVIATION_PERCENT, mean, around(mean, 1 / Math.sqrt(ownWeight + expectedWeight)));
  }

  private static Interval around(double mean, double deviation) {
    return new Interval(mean - Z95 * deviation, mean + Z95 * deviation);
  }

  /** How the runner compares with what is expected of any runner. */
  public String comparison() {
    String expected = "%.2f ± %.2f %% a degree is expected of any runner".formatted(expectedPercent, expectedDeviationPercent);
    if (!(own instanceof Estimate estimate)) {
      return expected + "; these runs say nothing yet.";
    }
    String place =
        estimate.low() > expectedPercent
            ? "this runner slows down more"
            : estimate.high() < expectedPercent ? "this runner slows down less" : "these runs agree with it";
    return "%s; %s. Both together: %.2f (%.2f to %.2f).".formatted(expected, place, weighedPercent, weighed.low(), weighed.high());
  }
}
