package dev.longrun.metrics.trend;

import dev.longrun.metrics.trend.FatigueSignal.Direction;
import dev.longrun.metrics.trend.FatigueSignal.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What changes in tired runners, the last 28 days against the rest, by strength of evidence (Saw 2016; Meeusen 2013), and how far runs
 * went beyond the longest of the month before ({@link SpikeClass}). Overtraining is what remains when everything else has been
 * excluded, by a doctor: this is a list of signals, never a diagnosis. The signals are asked about at once, so what is called clear has
 * survived the correction of Benjamini and Hochberg (1995) at q 0.10.
 *
 * @param signals strongest evidence first
 * @param spikes how many runs of the last 28 days, by class; classes without a run are absent
 */
public record FatigueSignals(List<FatigueSignal> signals, Map<SpikeClass, Integer> spikes) {
  private static final double WORTHWHILE_BEATS = 2;
  private static final String HEART_RATE_AT_PACE = "heart rate at the same pace";

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
            new Question(
                "speed at the same heart rate", Evidence.DEFINING, speed(runs, today), "%", SpeedQuestion::percent,
                PaceAtHeartRate.WORTHWHILE_PERCENT, -1),
            new Question(
                "feel", Evidence.STRONG, EffortAgainstLoad.feelLately(runs, today), "points", points -> points,
                EffortAgainstLoad.WORTHWHILE_FEEL, -1),
            new Question(
                "effort at the same heart rate and pace", Evidence.MODERATE, EffortAgainstLoad.effortLately(runs, today), "points",
                points -> points, EffortAgainstLoad.WORTHWHILE_EFFORT, 1),
            new Question(
                HEART_RATE_AT_PACE, Evidence.MODERATE, heartRate(runs, today), "beats", beats -> beats, WORTHWHILE_BEATS, 0));
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

  /** @param towardFatigue 1 when a rise is, −1 when a fall is, 0 when it depends on the effort */
  private record Question(
      String name,
      Evidence evidence,
      ModelOutcome outcome,
      String unit,
      DoubleUnaryOperator inUnits,
      double worthwhile,
      int towardFatigue) {
    Finding finding() {
      return outcome instanceof ModelRefusal refusal
          ? refusal.finding()
          : ((RunModel) outcome)
              .difference(name + " in " + EffortAgainstLoad.LATELY, EffortAgainstLoad.LATELY, unit, inUnits, worthwhile, List.of());
    }
  }

  private static List<FatigueSignal> signals(List<Question> questions) {
    double[] pValues =
        questions.stream()
            .filter(question -> question.outcome() instanceof RunModel)
            .mapToDouble(question -> ((RunModel) question.outcome()).fit().pValue(EffortAgainstLoad.LATELY))
            .toArray();
    double[] adjusted = BenjaminiHochberg.adjusted(pValues);
    List<FatigueSignal> signals = new ArrayList<>();
    int asked = 0;
    boolean harder = false;
    for (Question question : questions) {
      Finding finding = question.finding();
      Direction direction = Direction.UNKNOWN;
      if (finding instanceof Estimate estimate) {
        boolean clear = estimate.clear() && adjusted[asked++] <= BenjaminiHochberg.Q;
        finding = estimate.withClear(clear);
        // Fewer beats are good news, unless the effort has risen with it.
        int toward = question.towardFatigue() != 0 ? question.towardFatigue() : harder ? -1 : 1;
        direction =
            !clear
                ? Direction.NO_CLEAR_CHANGE
                : Math.signum(estimate.value()) == toward ? Direction.TOWARD_FATIGUE : Direction.AWAY_FROM_FATIGUE;
        harder |= question.towardFatigue() == 1 && direction == Direction.TOWARD_FATIGUE;
      }
      signals.add(new FatigueSignal(question.name(), question.evidence(), direction, finding.sentence()));
    }
    return signals;
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
    Selection selection = AerobicRuns.of(runs, false);
    return recent(
        selection,
        today,
        "speed at the same heart rate",
        target -> {
          List<Covariate> covariates = new ArrayList<>();
          covariates.add(EffortAgainstLoad.lately(today));
          covariates.addAll(SpeedQuestion.common(today, SpeedQuestion.referenceHrBpm(selection.runs()), target));
          return SpeedQuestion.of("speed at the same heart rate", target, covariates, factors(), PaceAtHeartRate.LEAST_RUNS);
        });
  }

  private static ModelOutcome heartRate(List<RunObservation> runs, LocalDate today) {
    return recent(
        AerobicRuns.of(runs, false),
        today,
        HEART_RATE_AT_PACE,
        target -> {
          List<Covariate> covariates = new ArrayList<>();
          covariates.add(EffortAgainstLoad.lately(today));
          covariates.add(SpeedQuestion.time(today));
          covariates.add(Covariate.essential("pace", "without pace", RunObservation::logSpeed));
          covariates.addAll(SpeedQuestion.circumstances(target));
          return new ModelQuestion(
              HEART_RATE_AT_PACE, target, RunObservation::hrBpm, "without heart rate", covariates, factors(), true,
              PaceAtHeartRate.LEAST_RUNS, PaceAtHeartRate.LEAST_WEEKS);
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
