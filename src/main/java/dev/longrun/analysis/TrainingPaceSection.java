package dev.longrun.analysis;

import dev.longrun.metrics.race.TrainingPaces;
import dev.longrun.report.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The training paces that belong to the best race of late. */
final class TrainingPaceSection {
  private static final int WINDOW_DAYS = 84;

  private TrainingPaceSection() {}

  static Section of(AnalysedLog log) {
    Optional<RaceHistory.RunRace> best =
        log.races().races().stream()
            .filter(race -> race.paceIndex() != null && race.day().isAfter(log.today().minusDays(WINDOW_DAYS)))
            .filter(race -> !race.day().isAfter(log.today()))
            .max(Comparator.comparingDouble(RaceHistory.RunRace::paceIndex));
    if (best.isEmpty()) {
      return Section.missing(
          "Training paces", "They take a race of the last 12 weeks; there is none. Easy runs say nothing about them.");
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
                List.of("threshold", Figures.pace(of.thresholdSPerKm())),
                List.of("interval", Figures.pace(of.intervalSPerKm())),
                List.of("repetition", Figures.pace(of.repetitionSPerKm())))),
        Passage.prose(
            "By a pace index of %s (%s on %s), at Daniels' shares of it (Daniels' Running Formula, 3rd edition), for flat ground and cool air. A coach's scheme, not a measurement: feel, heat and hills go first."
                .formatted(Figures.decimal(race.paceIndex(), 1), RaceSection.distance(race.distanceM()), race.day())));
  }

  private static Optional<TrainingPaces> paces(double index) {
    try {
      return Optional.of(TrainingPaces.of(index));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
