package dev.longrun.metrics.trend;

import java.util.List;
import java.util.function.Function;

/**
 * What a model of the runs is for.
 *
 * @param what the finding's name
 * @param target the covariate that is asked for
 * @param response what the covariates go with; null of a run when not known
 * @param missingResponse the reason for which runs without it are left out
 * @param covariates the most important first: when there are too few runs for all, the last ones go
 * @param factors less important than the covariates, the most important first
 * @param factorsMayGo whether a factor that is in the way is dropped, and that is said; else there is no answer
 * @param runsNeeded below it there is no answer
 * @param weeksNeeded from the first to the last run
 */
record ModelQuestion(
    String what,
    String target,
    Function<RunObservation, Double> response,
    String missingResponse,
    List<Covariate> covariates,
    List<Factor> factors,
    boolean factorsMayGo,
    int runsNeeded,
    int weeksNeeded) {

  ModelQuestion withAllFactors() {
    return new ModelQuestion(what, target, response, missingResponse, covariates, factors, false, runsNeeded, weeksNeeded);
  }
}
