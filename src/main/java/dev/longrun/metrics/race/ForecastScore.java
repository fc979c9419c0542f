package dev.longrun.metrics.race;

/**
 * How a stored forecast did against the result.
 *
 * @param errorS result minus forecast, in seconds: above 0 when the race was slower than forecast
 * @param withinInterval whether the result fell into the interval that was to hold 80 % of the outcomes
 * @param goalProbability what the forecast gave the goal; null without a goal
 * @param brier squared difference between that probability and what happened (1 or 0): 0 is perfect, 0.25 what "even odds" always
 *     earns (Brier 1950, Mon Weather Rev 78:1); null without a goal. It means something only over several races
 */
public record ForecastScore(double errorS, boolean withinInterval, Double goalProbability, Double brier) {

  /**
   * @param seconds the forecast
   * @param sigmaS its standard deviation, above 0
   * @param lowS start of its 80 % interval, which counts as within
   * @param highS end of its 80 % interval, which counts as within
   * @param goalS the slowest time that met the goal, or null
   * @param resultS the official time of the race
   */
  public static ForecastScore of(double seconds, double sigmaS, double lowS, double highS, Double goalS, double resultS) {
    if (!(resultS > 0) || !(lowS <= highS)) {
      throw new IllegalArgumentException("Cannot score %s s against a forecast from %s to %s s".formatted(resultS, lowS, highS));
    }
    boolean within = resultS >= lowS && resultS <= highS;
    if (goalS == null) {
      return new ForecastScore(resultS - seconds, within, null, null);
    }
    double probability = GoalProbability.of(goalS, seconds, sigmaS);
    double miss = probability - (resultS <= goalS ? 1 : 0);
    return new ForecastScore(resultS - seconds, within, probability, miss * miss);
  }
}
