package dev.longrun.analysis;

import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.ModelForecast;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be expected of the goal race, from every model by itself and from all together. */
final class ForecastSection {
  private ForecastSection() {}

  static Section of(AnalysedLog log) {
    return log.goal().map(goal -> ofTheGoal(log, goal)).orElseGet(() -> withoutGoal(log));
  }

  private static Section withoutGoal(AnalysedLog log) {
    return Section.of(
        "Forecasts",
        Passage.prose("On a good day now, by what training and races so far lead to expect. " + Goals.HOW_TO_SET),
        Passage.points(Outlook.DISTANCES.stream().map(distance -> inShort(distance, log.outlook().of(distance))).toList()));
  }

  private static String inShort(StandardDistance distance, Forecast forecast) {
    String notes = forecast.notes().isEmpty() ? "" : ". " + String.join(". ", forecast.notes());
    return "%s: %s."
        .formatted(
            distance.label(),
            forecast.isKnown()
                ? "%s, 80 %% of outcomes between %s and %s%s"
                    .formatted(
                        Figures.duration(forecast.seconds()), Figures.duration(forecast.lowS()), Figures.duration(forecast.highS()), notes)
                : "no forecast yet. It takes " + String.join(", and ", forecast.missing()));
  }

  private static Section ofTheGoal(AnalysedLog log, Goal goal) {
    Optional<StandardDistance> distance = goal.distance();
    if (distance.isEmpty()) {
      return Section.missing(
          "Forecast for the goal", "The goal is over %s km, no standard distance: nothing can be forecast.".formatted(Say.km(goal.distanceM())));
    }
    Forecast forecast = log.outlook().of(distance.get());
    List<Passage> passages = new ArrayList<>();
    passages.add(Passage.prose(headline(goal, forecast)));
    passages.add(Passage.points(forecast.models().stream().map(ForecastSection::line).toList()));
    if (!forecast.notes().isEmpty()) {
      passages.add(Passage.prose(String.join(". ", forecast.notes()) + "."));
    }
    return new Section("Forecast for the goal: " + name(goal), passages);
  }

  /** Such as {@code marathon in 2:59:59 on 2027-04-11}. */
  static String name(Goal goal) {
    return "%s in %s%s"
        .formatted(
            goal.distance().map(StandardDistance::label).orElse(Say.km(goal.distanceM()) + " km"),
            Figures.duration(goal.timeS()),
            goal.date() == null ? ", no date set (GOAL_RACE_DATE)" : " on " + goal.date());
  }

  private static String headline(Goal goal, Forecast forecast) {
    if (!forecast.isKnown()) {
      return "No forecast yet. It takes " + String.join(", and ", forecast.missing()) + ".";
    }
    return String.format(
        Locale.ROOT,
        "On a good day now: %s, with 80 %% of outcomes expected between %s and %s (standard deviation %.1f minutes). Probability of"
            + " %s or better: about %.0f %%. That is what the training and races so far lead to expect today, not what further training"
            + " may add until the race.",
        Figures.duration(forecast.seconds()),
        Figures.duration(forecast.lowS()),
        Figures.duration(forecast.highS()),
        forecast.sigmaS() / 60,
        Figures.duration(goal.timeS()),
        100 * forecast.goalProbability(goal.timeS()).orElseThrow());
  }

  private static String line(ModelForecast model) {
    return model.isKnown()
        ? "%s by %s, from %s".formatted(Figures.duration(model.seconds()), model.model().label(), model.basis())
        : "nothing by %s: %s".formatted(model.model().label(), model.missing());
  }
}
