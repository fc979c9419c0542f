package dev.longrun.metrics.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How feel and effort go along with load: by least squares with HC3 errors over the runs of which the runner told them. The answers
 * are whole numbers on a scale whose steps need not be equal, so a slope is an average over the scale. Needs 20 runs.
 *
 * @param feelForLoad points of feel (1 to 5) for a week of twice the usual load against a usual one, heat, distance and kind of
 *     session allowed for
 * @param effortForLoad points of effort (1 to 10) for the same, at the same heart rate, pace, heat, distance and kind of session
 * @param effortLately how many points above what heart rate, pace, heat, distance and kind of session lead to expect the effort of the
 *     last 28 days was (Foster 2001 for the scale; Longrun's comparison)
 */
public record EffortAgainstLoad(Finding feelForLoad, Finding effortForLoad, Finding effortLately) {
  public static final int LEAST_RUNS = 20;
  public static final int RECENT_DAYS = 28;
  /** Half a point is what a runner would notice; of feel, on its shorter scale, a third. */
  static final double WORTHWHILE_EFFORT = 0.5;

  static final double WORTHWHILE_FEEL = 0.3;
  static final String LATELY = "the last %d days".formatted(RECENT_DAYS);
  private static final String SPEED = "pace";
  private static final String SCALE = "The steps of the scale need not be equal.";

  /** @param today the last of the 28 days */
  public static EffortAgainstLoad of(List<RunObservation> runs, LocalDate today) {
    return new EffortAgainstLoad(
        answer(feelForLoad(runs), "feel for twice the usual load", SpeedQuestion.OVERLOAD, WORTHWHILE_FEEL),
        answer(effortForLoad(runs), "effort for twice the usual load", SpeedQuestion.OVERLOAD, WORTHWHILE_EFFORT),
        answer(effortLately(runs, today), "effort in " + LATELY + " against what is expected", LATELY, WORTHWHILE_EFFORT));
  }

  private static Finding answer(ModelOutcome outcome, String what, String term, double worthwhile) {
    return outcome instanceof ModelRefusal refusal
        ? refusal.finding()
        : ((RunModel) outcome).difference(what, term, "points", points -> points, worthwhile, List.of(SCALE));
  }

  private static ModelOutcome feelForLoad(List<RunObservation> runs) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(load());
    covariates.addAll(circumstances());
    return model(runs, "feel for twice the usual load", SpeedQuestion.OVERLOAD, feel(), "without feel", covariates, LEAST_RUNS);
  }

  private static ModelOutcome effortForLoad(List<RunObservation> runs) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(load());
    covariates.addAll(intensity());
    covariates.addAll(circumstances());
    return model(runs, "effort for twice the usual load", SpeedQuestion.OVERLOAD, effort(), "without effort", covariates, LEAST_RUNS);
  }

  static ModelOutcome effortLately(List<RunObservation> runs, LocalDate today) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(lately(today));
    covariates.addAll(intensity());
    covariates.addAll(circumstances());
    return recent(runs, today, "effort lately", effort(), "without effort", covariates);
  }

  static ModelOutcome feelLately(List<RunObservation> runs, LocalDate today) {
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(lately(today));
    covariates.addAll(circumstances());
    return recent(runs, today, "feel lately", feel(), "without feel", covariates);
  }

  private static ModelOutcome recent(
      List<RunObservation> runs,
      LocalDate today,
      String what,
      Function<RunObservation, Double> response,
      String missing,
      List<Covariate> covariates) {
    Selection told = new Selection(runs).without(missing, run -> response.apply(run) == null);
    int lately = told.count(run -> isLately(run, today));
    int before = told.runs().size() - lately;
    if (Math.min(lately, before) < RunModel.RUNS_PER_COVARIATE) {
      String when = lately < RunModel.RUNS_PER_COVARIATE ? "in " : "before ";
      return new ModelRefusal(
          new TooFew(what, Math.min(lately, before), RunModel.RUNS_PER_COVARIATE, "runs " + when + LATELY, told.basis()));
    }
    return model(runs, what, LATELY, response, missing, covariates, LEAST_RUNS);
  }

  static Covariate lately(LocalDate today) {
    return Covariate.essential(LATELY, "", run -> isLately(run, today) ? 1.0 : 0.0);
  }

  static boolean isLately(RunObservation run, LocalDate today) {
    return run.day().isAfter(today.minusDays(RECENT_DAYS)) && !run.day().isAfter(today);
  }

  private static ModelOutcome model(
      List<RunObservation> runs,
      String what,
      String target,
      Function<RunObservation, Double> response,
      String missing,
      List<Covariate> covariates,
      int needed) {
    return RunModel.of(
        new Selection(runs),
        new ModelQuestion(
            what, target, response, missing, covariates, List.of(Factor.kind(RunModel.RUNS_PER_COVARIATE)), true, needed, 0));
  }

  private static Covariate load() {
    return Covariate.essential(SpeedQuestion.OVERLOAD, "without a known load of the weeks before", RunObservation::overload);
  }

  private static List<Covariate> intensity() {
    return List.of(
        Covariate.essential(SpeedQuestion.HEART_RATE, "without heart rate", RunObservation::hrBpm),
        Covariate.essential(SPEED, "without pace", RunObservation::logSpeed));
  }

  private static List<Covariate> circumstances() {
    return List.of(
        // Indoors there is no heat that anybody measured.
        Covariate.optional(SpeedQuestion.HEAT, "without weather", RunObservation::heatDegrees),
        Covariate.optional(SpeedQuestion.DISTANCE, "without distance", RunObservation::logDistance));
  }

  private static Function<RunObservation, Double> feel() {
    return run -> run.feel() == null ? null : (Double) run.feel().doubleValue();
  }

  private static Function<RunObservation, Double> effort() {
    return run -> run.effort() == null ? null : (Double) run.effort().doubleValue();
  }
}
