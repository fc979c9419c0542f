package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The model that all questions about speed at a heart rate share: {@code ln(grade-adjusted speed) = b₀ + b₁ · years + b₂ · (HR − HR₀)
 * + b₃ · heat + b₄ · climb + b₅ · climb² + b₆ · ln(distance) + kind of session + surface + shoe}, over {@link AerobicRuns}. Heat is {@code max(0, T
 * + Td − 20)}. Differences are of logarithms, so 0.01 is about one per cent.
 *
 * <p>Distance and not duration, since distance is what runners plan: the duration of a planned distance is distance over speed, so that
 * the chance in the speed would stand on both sides and bend the other coefficients. Grade adjustment has taken most of the hills out of
 * the speed; what is left of them, the coefficients of the climb take.
 */
final class SpeedQuestion {
  static final String TIME = "time";
  static final String HEART_RATE = "heart rate";
  static final String HEAT = "heat";
  static final String CLIMB = "climb";
  /** Hills cost out of proportion. */
  static final String STEEP_CLIMB = "climb squared";

  static final String DISTANCE = "distance";
  static final String OVERLOAD = "recent load";

  private SpeedQuestion() {}

  /** @param last the day that counts as 0, years before it are negative */
  static ModelQuestion of(String what, String target, LocalDate last, double referenceHrBpm, List<Factor> factors, int runsNeeded) {
    return of(what, target, common(last, referenceHrBpm, target), factors, runsNeeded);
  }

  static ModelQuestion of(String what, String target, List<Covariate> covariates, List<Factor> factors, int runsNeeded) {
    return new ModelQuestion(
        what, target, RunObservation::logSpeed, "without pace", covariates, factors, true, runsNeeded, PaceAtHeartRate.LEAST_WEEKS);
  }

  /** The most important first. */
  static List<Covariate> common(LocalDate last, double referenceHrBpm, String target) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(time(last));
    covariates.addAll(conditions(referenceHrBpm, target));
    return covariates;
  }

  /** All but time. */
  static List<Covariate> conditions(double referenceHrBpm, String target) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(Covariate.essential(HEART_RATE, "without heart rate", run -> run.hrBpm() - referenceHrBpm));
    covariates.addAll(circumstances(target));
    return covariates;
  }

  /** All but time and heart rate. */
  static List<Covariate> circumstances(String target) {
    return List.of(
        new Covariate(HEAT, RunObservation::heatDegrees, "without weather", null, target.equals(HEAT)),
        new Covariate(CLIMB, RunObservation::gainMPerKm, "without climb", CLIMB, false),
        Covariate.optional(DISTANCE, "without distance", RunObservation::logDistance),
        new Covariate(STEEP_CLIMB, SpeedQuestion::squaredClimb, "without climb", CLIMB, false));
  }

  private static Double squaredClimb(RunObservation run) {
    return run.gainMPerKm() == null ? null : (Double) (run.gainMPerKm() * run.gainMPerKm());
  }

  /** In years before the last day. */
  static Covariate time(LocalDate last) {
    return Covariate.essential(TIME, "", run -> (run.day().toEpochDay() - last.toEpochDay()) / 365.25);
  }

  static List<Factor> factors() {
    int least = RunModel.RUNS_PER_COVARIATE;
    return List.of(Factor.kind(least), Factor.surface(least), Factor.shoe(least));
  }

  /** The runner's usual easy heart rate in whole beats: the median of easy runs, else of all. */
  static double referenceHrBpm(List<RunObservation> runs) {
    double[] easy =
        runs.stream().filter(run -> run.is(RunObservation.EASY)).mapToDouble(RunObservation::hrBpm).toArray();
    double[] all = runs.stream().mapToDouble(RunObservation::hrBpm).toArray();
    return all.length == 0 ? 0 : Math.rint(Median.of(easy.length == 0 ? all : easy));
  }

  static double percent(double logarithm) {
    return 100 * Math.expm1(logarithm);
  }
}
