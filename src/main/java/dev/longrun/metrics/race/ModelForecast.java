package dev.longrun.metrics.race;

import java.util.Objects;

/**
 * What one model says, for a cool day and a flat course, or why it says nothing.
 *
 * @param seconds null when the model has no answer
 * @param basis what the answer rests on, such as {@code half marathon in 1:25:00}; null when there is none
 * @param missing why there is no answer; null when there is one
 */
public record ModelForecast(ForecastModel model, Double seconds, String basis, String missing) {
  public ModelForecast {
    Objects.requireNonNull(model);
    if ((seconds == null) != (basis == null) || (seconds == null) == (missing == null)) {
      throw new IllegalArgumentException("Either a time with its basis or a reason: %s, %s, %s".formatted(seconds, basis, missing));
    }
  }

  static ModelForecast of(ForecastModel model, double seconds, String basis) {
    return new ModelForecast(model, seconds, basis, null);
  }

  static ModelForecast missing(ForecastModel model, String reason) {
    return new ModelForecast(model, null, null, reason);
  }

  public boolean isKnown() {
    return seconds != null;
  }
}
