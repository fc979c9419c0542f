package dev.longrun.metrics.trend;

import dev.longrun.metrics.trend.FatigueSignal.Direction;
import dev.longrun.metrics.trend.FatigueSignal.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What changes in tired runners, the last 28 days against the rest, by strength of evidence (Saw 2016; Meeusen 2013), and how far runs
 * went beyond the longest of the month before ({@link SpikeClass}). Overtraining is what remains when everything else has been
 * excluded, by a doctor: this is a list of signals, never a diagnosis. The signals are asked about at once, so what is called clear has
 * survived the correction of Benjamini and Hochberg (1995) at q 0.10.
 *
 * <p>Only a loss of performance in races defines overreaching ({@link RaceLoss}). Heart rate at a pace and pace at a heart rate are one
 * signal, and a moderate one: heat and a new sensor move it too, and overreaching may raise heart rate or lower it (Bosquet 2008; Le Meur
 * 2014), so that its direction is that of effort and feel.
 *
 * @param signals strongest evidence first
 * @param spikes how many runs of the last 28 days, by class; classes without a run are absent
 */
public record FatigueSignals(List<FatigueSignal> signals, Map<SpikeClass, Integer> spikes) {
  private static final String SPEED_AT_HEART_RATE = "speed at the same heart rate";
  private static final String OTHER_CAUSES = "Heat, a new sensor and a change of fitness move it too, and fatigue may move it either way.";

  public FatigueSignals {
    signals = signals.stream().sorted(Comparator.comparing(FatigueSignal::evidence)).toList();
    EnumMap<SpikeClass, Integer> sorted = new EnumMap<>(SpikeClass.class);
    sorted.putAll(spikes);
    spikes = Collections.unmodifiableMap(sorted);
  }

  /** @param today the last of the 28 days */
  public static FatigueSignals of(List<RunObservation> runs, LocalDate today) {
    List<Question> questions =
        List.of(
            new Question("race performance", Evidence.DEFINING, Asked.of(RaceLoss.of(runs, today)), -1),
            new Question(
                "feel",
                Evidence.STRONG,
                Asked.of(EffortAgainstLoad.feelLately(runs, today), "feel", "points", points -> points, EffortAgainstLoad.WORTHWHILE_FEEL),
                -1),
            new Question(
                "effort at the same heart rate and pace",
                Evidence.MODERATE,
                Asked.of(
                    EffortAgainstLoad.effortLately(runs, today),
                    "effort at the same heart rate and pace",
                    "points",
                    points -> points,
                    EffortAgainstLoad.WORTHWHILE_EFFORT),
                1),
            new Question(
                SPEED_AT_HEART_RATE,
                Evidence.MODERATE,
                Asked.of(speed(runs, today), SPEED_AT_HEART_RATE, "%", SpeedQuestion::percent, PaceAtHeartRate.WORTHWHILE_PERCENT),
                0));
    return new FatigueSignals(signals(questions), spikes(runs, today));
  }

  /** The same with signals that come from elsewhere, such as heart rate variability. */
  public FatigueSignals with(List<FatigueSignal> more) {
    return new FatigueSignals(Stream.concat(signals.stream(), more.stream()).toList(), spikes);
  }

  /** Whether at least two signals point toward fatigue, one of them with strong evidence or more. */
  public boolean fitAccumulatedFatigue() {
    List<FatigueSignal> toward = signals.stream().filter(signal -> signal.direction() == Direction.TOWARD_FATIGUE).toList();
    return toward.size() >= 2 && toward.stream().anyMatch(signal -> signal.evidence().compareTo(Evidence.STRONG) <= 0);
  }

  public String sentence() {
    long known = signals.stream().filter(signal -> signal.direction() != Direction.UNKNOWN).count();
    List<String> toward =
        signals.stream().filter(signal -> signal.direction() == Direction.TOWARD_FATIGUE).map(FatigueSignal::name).toList();
    if (known == 0) {
      return "None of the signals of accumulated fatigue is known.";
    }
    String count = "Of %d known signals of accumulated fatigue %d point that way".formatted(known, toward.size());
    return toward.isEmpty()
        ? count + "."
        : "%s: %s.%s"
            .formatted(
                count,
                Words.list(toward),
                fitAccumulatedFatigue() ? " The pattern fits accumulated fatigue; that is no diagnosis." : "");
  }

  /** @param towardFatigue 1 when a rise is, −1 when a fall is, 0 when effort and feel must tell */
  private record Question(String name, Evidence evidence, Asked asked, int towardFatigue) {}

  /** @param pValue null when there is no estimate */
  private record Asked(Finding finding, Double pValue) {
    static Asked of(RaceLoss loss) {
      return new Asked(loss.finding(), loss.pValue());
    }

    static Asked of(ModelOutcome outcome, String name, String unit, DoubleUnaryOperator inUnits, double worthwhile) {
      if (outcome instanceof ModelRefusal refusal) {
        return new Asked(refusal.finding(), null);
      }
      RunModel model = (RunModel) outcome;
      return new Asked(
          model.difference(name + " in " + EffortAgainstLoad.LATELY, EffortAgainstLoad.LATELY, unit, inUnits, worthwhile, List.of()),
          model.fit().pValue(EffortAgainstLoad.LATELY));
    }
  }

  private static List<FatigueSignal> signals(List<Question> questions) {
    List<Question> answered = questions.stream().filter(question -> question.asked().pValue() != null).toList();
    double[] adjusted = BenjaminiHochberg.adjusted(answered.stream().mapToDouble(question -> question.asked().pValue()).toArray());
    List<FatigueSignal> signals = new ArrayList<>();
    Set<Direction> told = EnumSet.noneOf(Direction.class);
    for (Question question : questions) {
      Finding finding = question.asked().finding();
      Direction direction = Direction.UNKNOWN;
      int place = answered.indexOf(question);
      if (place >= 0) {
        Estimate estimate = (Estimate) finding;
        boolean clear = estimate.clear() && adjusted[place] <= BenjaminiHochberg.Q;
        finding = estimate.withClear(clear);
        direction = clear ? direction(estimate.value(), question.towardFatigue(), told) : Direction.NO_CLEAR_CHANGE;
        told.add(direction);
      }
      String also = question.towardFatigue() == 0 && direction != Direction.UNKNOWN ? OTHER_CAUSES : "";
      signals.add(new FatigueSignal(question.name(), question.evidence(), direction, Words.join(finding.sentence(), also)));
    }
    return signals;
  }

  /** @param told what races, feel and effort said, which are asked before the heart */
  private static Direction direction(double change, int towardFatigue, Set<Direction> told) {
    if (towardFatigue != 0) {
      return Math.signum(change) == towardFatigue ? Direction.TOWARD_FATIGUE : Direction.AWAY_FROM_FATIGUE;
    }
    boolean toward = told.contains(Direction.TOWARD_FATIGUE);
    boolean away = told.contains(Direction.AWAY_FROM_FATIGUE);
    return toward == away ? Direction.CHANGE_WITHOUT_DIRECTION : toward ? Direction.TOWARD_FATIGUE : Direction.AWAY_FROM_FATIGUE;
  }

  private static Map<SpikeClass, Integer> spikes(List<RunObservation> runs, LocalDate today) {
    Map<SpikeClass, Integer> spikes = new EnumMap<>(SpikeClass.class);
    runs.stream()
        .filter(run -> EffortAgainstLoad.isLately(run, today))
        .forEach(run -> spikes.merge(SpikeClass.of(run.spikeRatio()), 1, Integer::sum));
    return spikes;
  }

  /** Beside the trend of the whole period, so that getting fitter is not taken for being fresh. */
  static ModelOutcome speed(List<RunObservation> runs, LocalDate today) {
    Selection selection = AerobicRuns.of(runs, false).sinceTheLastGap();
    return recent(
        selection,
        today,
        SPEED_AT_HEART_RATE,
        target -> {
          List<Covariate> covariates = new ArrayList<>();
          covariates.add(EffortAgainstLoad.lately(today));
          covariates.addAll(SpeedQuestion.common(today, SpeedQuestion.referenceHrBpm(selection.runs()), target));
          return SpeedQuestion.of(SPEED_AT_HEART_RATE, target, covariates, factors(), PaceAtHeartRate.LEAST_RUNS);
        });
  }

  private static ModelOutcome recent(
      Selection selection, LocalDate today, String what, Function<String, ModelQuestion> question) {
    int lately = selection.count(run -> EffortAgainstLoad.isLately(run, today));
    return lately < RunModel.RUNS_PER_COVARIATE
        ? new ModelRefusal(
            new TooFew(what, lately, RunModel.RUNS_PER_COVARIATE, "runs in " + EffortAgainstLoad.LATELY, selection.basis()))
        : RunModel.of(selection, question.apply(EffortAgainstLoad.LATELY));
  }

  /** Without the shoes: a new pair in the last weeks would hide what is asked for. */
  private static List<Factor> factors() {
    return List.of(Factor.kind(RunModel.RUNS_PER_COVARIATE), Factor.surface(RunModel.RUNS_PER_COVARIATE));
  }
}
