package dev.longrun.analysis;

import dev.longrun.metrics.race.Forecast;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.metrics.race.TrainingPaces;
import dev.longrun.report.Figures;
import java.util.List;
import java.util.Optional;

/** The training paces that belong to the best race of late. */
final class TrainingPaceSection {
  private TrainingPaceSection() {}

  static Section of(AnalysedLog log) {
    Optional<RaceHistory.RunRace> best = log.races().best(log.today());
    if (best.isEmpty()) {
      return Section.missing(
          "Training paces", "They take a race of the last 12 weeks; there is none over a standard distance (1500 m to marathon). Easy runs say nothing about them.");
    }
    RaceHistory.RunRace race = best.get();
    Optional<TrainingPaces> paces = paces(race.paceIndex());
    if (paces.isEmpty()) {
      return Section.missing("Training paces", "The pace index %s is outside their range.".formatted(Figures.decimal(race.paceIndex(), 1)));
    }
    TrainingPaces of = paces.get();
    return Section.of(
        "Training paces",
        Passage.table(
            List.of("kind", "min/km"),
            List.of(
                List.of("easy", Figures.pace(of.easyFastSPerKm()) + " to " + Figures.pace(of.easySlowSPerKm())),
                List.of("marathon", Figures.pace(of.marathonSPerKm())),
                List.of("marathon as forecast", forecast(log)),
                List.of("threshold", Figures.pace(of.thresholdSPerKm())),
                List.of("interval", Figures.pace(of.intervalSPerKm())),
                List.of("repetition", Figures.pace(of.repetitionSPerKm())))),
        Passage.prose(
            "By a pace index of %s (%s on %s), at Daniels' shares of it (Daniels' Running Formula, 3rd edition), for flat ground and cool air. A coach's scheme, not a measurement: feel, heat and hills go first."
                .formatted(Figures.decimal(race.paceIndex(), 1), RaceSection.distance(race.distanceM()), race.day())));
  }

  /** The pace index takes endurance for granted; the forecast looks at it. */
  private static String forecast(AnalysedLog log) {
    Forecast forecast = log.outlook().of(StandardDistance.MARATHON);
    return Figures.pace(forecast.isKnown() ? (Double) (forecast.seconds() * 1000 / StandardDistance.MARATHON.distanceM()) : null);
  }

  private static Optional<TrainingPaces> paces(double index) {
    try {
      return Optional.of(TrainingPaces.of(index));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
