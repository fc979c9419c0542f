package dev.longrun.metrics.race;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The time somebody may expect over a distance, with its uncertainty, or what must be known before there can be one.
 *
 * @param seconds the expected time; null, like the next four, when too little is known
 * @param sigmaS standard deviation of the error
 * @param leastSigmaS the same if all were known that is not: what is not known may widen the interval, but never raise a probability
 * @param lowS start of the interval that holds 80 % of the outcomes
 * @param highS its end
 * @param heatS seconds within {@code seconds} that the weather costs; null when the weather is not known
 * @param models what each model says by itself
 * @param notes what to say beside the number, whole sentences without the full stop
 * @param missing what must be known first; empty when there is a forecast
 */
public record Forecast(
    StandardDistance distance,
    Double seconds,
    Double sigmaS,
    Double leastSigmaS,
    Double lowS,
    Double highS,
    Double heatS,
    List<ModelForecast> models,
    List<String> notes,
    List<String> missing) {
  public Forecast {
    Objects.requireNonNull(distance);
    models = List.copyOf(models);
    notes = List.copyOf(notes);
    missing = List.copyOf(missing);
    if ((seconds == null) == missing.isEmpty() || (seconds == null) != (sigmaS == null)) {
      throw new IllegalArgumentException(
          "Either a time with its deviation or what is missing: %s, %s, %s".formatted(seconds, sigmaS, missing));
    }
  }

  static Forecast known(
      StandardDistance distance,
      double seconds,
      double sigmaS,
      double leastSigmaS,
      Double heatS,
      List<ModelForecast> models,
      List<String> notes) {
    double reach = GoalProbability.EIGHTY_PERCENT * sigmaS;
    return new Forecast(distance, seconds, sigmaS, Math.min(leastSigmaS, sigmaS), seconds - reach, seconds + reach, heatS, models, notes, List.of());
  }

  public static Forecast tooLittleKnown(StandardDistance distance, List<ModelForecast> models, List<String> missing) {
    return new Forecast(distance, null, null, null, null, null, null, models, List.of(), missing);
  }

  public boolean isKnown() {
    return seconds != null;
  }

  /**
   * Of a goal faster than what is expected a wide deviation would make more of a little: there the narrow one counts.
   *
   * @return the probability of the goal or better; empty when there is no forecast
   */
  public OptionalDouble goalProbability(double goalS) {
    return isKnown() ? OptionalDouble.of(GoalProbability.of(goalS, seconds, goalS < seconds ? leastSigmaS : sigmaS)) : OptionalDouble.empty();
  }
}
