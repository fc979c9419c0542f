package dev.longrun.metrics.trend;

import java.util.List;

/**
 * How much faster one more beat a minute is: the slope of speed on heart rate in the model of {@link SpeedQuestion}. Heart rate is
 * measured with error, which draws the slope toward 0; it is the slope of the numbers that the watch shows. Needs 20 runs over 8
 * weeks.
 */
public final class HeartRateSlope {
  private static final String WHAT = "speed for one more beat a minute";

  private HeartRateSlope() {}

  public static Finding of(List<RunObservation> runs) {
    Selection selection = AerobicRuns.of(runs, false);
    if (selection.runs().isEmpty()) {
      return TooFew.of(WHAT, PaceAtHeartRate.LEAST_RUNS, selection.basis());
    }
    ModelOutcome outcome =
        RunModel.of(
            selection,
            SpeedQuestion.of(
                WHAT,
                SpeedQuestion.HEART_RATE,
                selection.basis().to(),
                SpeedQuestion.referenceHrBpm(selection.runs()),
                SpeedQuestion.factors(),
                PaceAtHeartRate.LEAST_RUNS));
    return outcome instanceof ModelRefusal refusal
        ? refusal.finding()
        : ((RunModel) outcome)
            .difference(
                WHAT,
                SpeedQuestion.HEART_RATE,
                "%",
                SpeedQuestion::percent,
                0,
                List.of("Error in measured heart rate draws this number toward 0."));
  }
}
