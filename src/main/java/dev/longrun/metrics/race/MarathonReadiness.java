package dev.longrun.metrics.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The readiness for a marathon as a panel: one line for each aspect with what was found, what the benchmark is, and how well that is
 * founded. There is no score: the weights of the aspects would be invented. What is not known is unknown, never a gap.
 *
 * @param components in the order of {@link ReadinessAspect}
 */
public record MarathonReadiness(MarathonGoal goal, List<ReadinessComponent> components) {
  public MarathonReadiness {
    components = List.copyOf(components);
  }

  public static MarathonReadiness of(ReadinessInputs inputs) {
    RaceReadiness races = new RaceReadiness(inputs.goal(), inputs.races());
    TrainingReadiness training = new TrainingReadiness(inputs.training());
    return new MarathonReadiness(
        inputs.goal(),
        List.of(
            races.fitness(),
            races.shorterRaces(),
            races.trainingLog(inputs.training()),
            training.volume(),
            training.longestRun(),
            training.goalPace(inputs.goal()),
            training.durability(),
            training.consistency(),
            RaceDayReadiness.health(inputs.health()),
            RaceDayReadiness.weather(inputs.weather())));
  }

  public ReadinessComponent component(ReadinessAspect aspect) {
    return components.get(aspect.ordinal());
  }

  /** How many key components are not known: each widens the forecast. */
  public int unknownKeyComponents() {
    return (int) in(ReadinessState.UNKNOWN).stream().filter(component -> component.aspect().isKey()).count();
  }

  /** The panel in one paragraph. It says no number that does not stand in the panel. */
  public String summary() {
    List<String> sentences = new ArrayList<>();
    sentences.add("For a marathon in " + Words.time(goal.seconds()) + ".");
    say(sentences, ReadinessState.MET, "Met", ReadinessComponent::foundText);
    say(sentences, ReadinessState.NEAR, "Nearly met", MarathonReadiness::againstBenchmark);
    say(sentences, ReadinessState.GAP, "Gaps", MarathonReadiness::againstBenchmark);
    say(sentences, ReadinessState.UNKNOWN, "Not known, and so no gaps", ReadinessComponent::foundText);
    return String.join(" ", sentences);
  }

  private static String againstBenchmark(ReadinessComponent component) {
    return component.foundText() + "; benchmark: " + component.benchmarkText();
  }

  private void say(List<String> sentences, ReadinessState state, String opening, Function<ReadinessComponent, String> words) {
    List<String> those = in(state).stream().map(each -> each.aspect().label() + " (" + words.apply(each) + ")").toList();
    if (!those.isEmpty()) {
      sentences.add(opening + ": " + String.join(", ", those) + ".");
    }
  }

  private List<ReadinessComponent> in(ReadinessState state) {
    return components.stream().filter(component -> component.state() == state).toList();
  }
}
