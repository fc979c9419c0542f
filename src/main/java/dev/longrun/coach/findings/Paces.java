package dev.longrun.coach.findings;

import dev.longrun.analysis.RaceHistory.RunRace;
import dev.longrun.coach.topics.Asked;
import dev.longrun.coach.topics.Topic;
import dev.longrun.metrics.race.StandardDistance;
import dev.longrun.metrics.race.TrainingPaces;
import dev.longrun.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The training paces that belong to the best race of late (Daniels' Running Formula, 3rd edition). */
final class Paces implements FindingMaker {
  private static final String QUERY = "metrics.race.TrainingPaces";
  private static final int WINDOW_DAYS = 84;

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.TRAINING_PACES, Topic.INTENSITY, Topic.LONG_RUN, Topic.NEXT_WEEK);
  }

  @Override
  public List<Finding> find(Asked asked, LogView log) {
    boolean lead = asked.topic() == Topic.TRAINING_PACES;
    Optional<RunRace> best = best(log);
    Optional<TrainingPaces> paces = best.flatMap(race -> paces(race.paceIndex()));
    if (paces.isEmpty()) {
      return List.of(
          log.statement("paces.none")
              .say("Training paces rest on a race of the last twelve weeks; there is none.")
              .say("A race or an all-out time trial noted as `race: yes` gives them.")
              .strength(Strength.UNKNOWN)
              .importance(lead ? 90 : 20)
              .made());
    }
    TrainingPaces of = paces.get();
    List<Finding> findings = new ArrayList<>();
    String word = asked.word() == null ? "" : asked.word();
    findings.add(one("easy", "Easy runs", of.easyFastSPerKm(), of.easySlowSPerKm(), lead ? 70 : 42, lead && word.contains("easy"), log));
    findings.add(one("marathon", "Marathon pace", of.marathonSPerKm(), null, 60, lead && word.contains("marathon"), log));
    findings.add(one("threshold", "Threshold (tempo) runs", of.thresholdSPerKm(), null, 68, lead && (word.contains("threshold") || word.contains("tempo")), log));
    findings.add(one("interval", "Repeats of three to five minutes", of.intervalSPerKm(), null, 66, lead && (word.contains("interval") || word.contains("repeat")), log));
    findings.add(one("repetition", "Short fast repeats", of.repetitionSPerKm(), null, 40, false, log));
    findings.add(basis(best.get(), lead, log));
    return lead ? findings : findings.stream().filter(finding -> finding.id().equals("paces.easy")).toList();
  }

  private static Finding one(String kind, String name, double fast, Double slow, int importance, boolean asked, LogView log) {
    Fact from = log.fact("paces." + kind, "training paces", kind + (slow == null ? "" : ", fast end"), log.today(), fast, Unit.PACE, QUERY);
    Statement statement = log.statement("paces." + kind).strength(Strength.MODERATE).importance(asked ? 95 : importance);
    if (slow == null) {
      return statement.say("%s: %s.", name, from).made();
    }
    Fact to = log.fact("paces." + kind + "-slow", "training paces", kind + ", slow end", log.today(), slow, Unit.PACE, QUERY);
    return statement.say("%s: %s to %s.", name, from, to).made();
  }

  private static Finding basis(RunRace race, boolean lead, LogView log) {
    String distance = StandardDistance.official(race.distanceM()).map(StandardDistance::label).orElse("race");
    Fact time = log.fact("paces.race", "race of " + log.day(race.day()), "time", race.day(), race.timeS(), Unit.DURATION, "v_race");
    return log.statement("paces.basis")
        .say("These belong to the %s of %s in %s (Daniels), on flat ground in cool air; feel, heat and hills go first.", distance, race.day(), time)
        .importance(lead ? 62 : 10)
        .made();
  }

  static Optional<RunRace> best(LogView log) {
    return log.analysed().races().races().stream()
        .filter(race -> race.paceIndex() != null && race.day().isAfter(log.today().minusDays(WINDOW_DAYS)) && !race.day().isAfter(log.today()))
        .max(Comparator.comparingDouble(RunRace::paceIndex));
  }

  static Optional<TrainingPaces> paces(double index) {
    try {
      return Optional.of(TrainingPaces.of(index));
    } catch (IllegalArgumentException e) {
      // Outside the range the formula holds for.
      return Optional.empty();
    }
  }
}
