package dev.longrun.metrics.trend;

import java.util.function.Function;

/**
 * What a model allows for.
 *
 * @param name in the words of the answer
 * @param value of a run; null when not known
 * @param missing the reason for which runs without it are left out
 * @param group names that belong together, such as the shoes; null for one that stands alone
 * @param essential the question makes no sense without it
 */
record Covariate(String name, Function<RunObservation, Double> value, String missing, String group, boolean essential) {
  static Covariate essential(String name, String missing, Function<RunObservation, Double> value) {
    return new Covariate(name, value, missing, null, true);
  }

  static Covariate optional(String name, String missing, Function<RunObservation, Double> value) {
    return new Covariate(name, value, missing, null, false);
  }

  /** 1 for the runs that belong to a level, 0 for the others. */
  static Covariate level(String name, String group, Function<RunObservation, Boolean> belongs) {
    return new Covariate(name, run -> belongs.apply(run) ? 1.0 : 0.0, "", group, false);
  }
}
