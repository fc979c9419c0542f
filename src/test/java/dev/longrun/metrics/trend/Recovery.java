package dev.longrun.metrics.trend;

import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.Truths;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plants truths into many synthetic runners and looks what the estimators find. {@code main} prints the table of {@code
 * docs/recovery.md}; the only argument is the number of runners.
 */
public final class Recovery {
  static final String TREND = "fitness trend, % a year";
  static final String HEAT = "heat cost, % a degree";
  static final String HEART_RATE = "heart-rate slope, % a beat";
  static final String CARBON = "Carbon Racer against the most worn, % faster";
  static final String SOFT = "Soft 2 against Daily 4, % faster";
  static final String PACE = "pace now, s/km";
  static final String BLOCKS = "two blocks a year apart, %";
  static final String FEEL = "feel for twice the load, points";
  static final String LATELY = "speed of the last 28 days, %";
  static final String WEEKLY = "efficiency by weeks, m/beat a year";

  /** One per cent of an ordinary 1.4 metres a beat. */
  private static final double WORTHWHILE_EFFICIENCY = 0.014;

  /** One estimate beside what was planted. */
  record Case(Estimate found, double planted) {
    boolean covers() {
      return found.interval().contains(planted);
    }

    boolean leavesOutZero() {
      return !found.interval().contains(0);
    }
  }

  /** What came of one question over all runners. */
  record Row(String question, List<Case> cases, int refused) {
    double coverage() {
      return share(cases.stream().filter(Case::covers).count());
    }

    double leavingOutZero() {
      return share(cases.stream().filter(Case::leavesOutZero).count());
    }

    double clear() {
      return share(cases.stream().filter(one -> one.found().clear()).count());
    }

    double planted() {
      return mean(cases.stream().map(Case::planted).toList());
    }

    double found() {
      return mean(cases.stream().map(one -> one.found().value()).toList());
    }

    double width() {
      return mean(cases.stream().map(one -> one.found().interval().width()).toList());
    }

    private double share(long count) {
      return count / (double) cases.size();
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
  }

  private final Truths truths;
  private final Map<String, List<Case>> cases = new LinkedHashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();

  private Recovery(Truths truths) {
    this.truths = truths;
  }

  static Map<String, Row> rows(Truths truths, int runners) {
    Recovery recovery = new Recovery(truths);
    for (long seed = 1; seed <= runners; seed++) {
      recovery.look(PlantedRunner.twoYears(seed, truths));
    }
    return recovery.cases.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> new Row(entry.getKey(), entry.getValue(), recovery.refused.getOrDefault(entry.getKey(), 0)),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  static Truths onlyTheTrend() {
    return Truths.ofTheDemo().withoutEffects().withFitnessTrendPerYear(0.04);
  }

  private void look(List<RunObservation> runs) {
    PaceAtHeartRate pace = PaceAtHeartRate.of(runs);
    note(TREND, pace.trendPercent(), percent(truths.fitnessTrendPerYear()));
    note(HEAT, WeatherSensitivity.of(runs).own(), -percent(-truths.heatCostPerDegree()));
    note(HEART_RATE, HeartRateSlope.of(runs), percent(truths.hrSlopePerBpm()));
    ShoeComparison shoes = ShoeComparison.of(runs);
    note(CARBON, shoes.differences().get(Shoe.CARBON.title()), percent(effect(Shoe.CARBON.title()) - effect(shoes.reference())));
    // The more worn of the two everyday shoes is the reference, whichever it is.
    boolean daily = shoes.reference().equals(Shoe.DAILY.title());
    Finding soft = shoes.differences().get(daily ? Shoe.SOFT.title() : Shoe.DAILY.title());
    note(SOFT, daily ? soft : turnedRound(soft), percent(effect(Shoe.SOFT.title()) - effect(Shoe.DAILY.title())));
    note(
        PACE,
        pace.pace(),
        truths.paceAtReferenceHrSPerKm()
            / Math.exp(truths.hrSlopePerBpm() * (pace.referenceHrBpm() - truths.referenceHrBpm()) + effect(shoes.reference())));
    LocalDate last = PlantedRunner.LAST_DAY;
    BlockComparison blocks =
        BlockComparison.of(
            runs,
            new Block("then", last.minusWeeks(64), last.minusWeeks(52).minusDays(1)),
            new Block("now", last.minusWeeks(12), last.minusDays(1)));
    // With shoes noted in the later block only, the difference includes what the shoes did, and there is no one truth to find.
    if (truths.shoeEffects().isEmpty()) {
      note(BLOCKS, blocks.speedPercent(), percent(truths.fitnessTrendPerYear() * 52 * 7 / 365.25));
    }
    note(LATELY, lately(runs, last), 0);
    note(FEEL, EffortAgainstLoad.of(runs, last).feelForLoad(), -2.5);
    if (truths.fitnessTrendPerYear() == 0) {
      note(WEEKLY, WeeklyTrend.of("efficiency", "m/beat", "runs", efficiency(runs), WORTHWHILE_EFFICIENCY).slope(), 0);
    }
  }

  private static Finding lately(List<RunObservation> runs, LocalDate last) {
    ModelOutcome outcome = FatigueSignals.speed(runs, last);
    return outcome instanceof ModelRefusal refusal
        ? refusal.finding()
        : ((RunModel) outcome).difference("speed", EffortAgainstLoad.LATELY, "%", SpeedQuestion::percent, 1, List.of());
  }

  static List<DayValue> efficiency(List<RunObservation> runs) {
    return runs.stream()
        .filter(run -> run.is(RunObservation.EASY) && run.hrBpm() != null && run.surface().isOutdoors())
        .map(run -> new DayValue(run.day(), 60 * run.speedMs() / run.hrBpm()))
        .toList();
  }

  private void note(String question, Finding finding, double planted) {
    cases.computeIfAbsent(question, key -> new ArrayList<>());
    if (finding instanceof Estimate estimate) {
      cases.get(question).add(new Case(estimate, planted));
    } else {
      refused.merge(question, 1, Integer::sum);
    }
  }

  private static Finding turnedRound(Finding finding) {
    return finding instanceof Estimate e
        ? new Estimate(
            e.what(), -e.value(), -e.high(), -e.low(), e.unit(), e.basis(), e.method(), e.covariates(), e.smallestDetectable(), e.clear(),
            e.caveats())
        : finding;
  }

  private double effect(String shoe) {
    return shoe == null ? 0 : truths.shoeEffects().getOrDefault(shoe, 0.0);
  }

  private static double percent(double logarithm) {
    return 100 * Math.expm1(logarithm);
  }

  public static void main(String[] arguments) {
    int runners = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    print(out, "Planted", rows(Truths.ofTheDemo(), runners), runners);
    print(out, "Only the trend planted", rows(onlyTheTrend(), runners), runners);
    print(out, "Nothing planted", rows(Truths.ofTheDemo().withoutEffects(), runners), runners);
  }

  private static void print(PrintStream out, String title, Map<String, Row> rows, int runners) {
    out.printf("## %s, %d runners%n%n", title, runners);
    out.println("| question | answered | planted | found | bias | interval width | covered | leave out 0 | called clear |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (Row row : rows.values()) {
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.3f | %.3f | %+.3f | %.3f | %.0f %% | %.0f %% | %.0f %% |%n",
          row.question(),
          row.cases().size(),
          row.planted(),
          row.found(),
          row.found() - row.planted(),
          row.width(),
          100 * row.coverage(),
          100 * row.leavingOutZero(),
          100 * row.clear());
    }
    out.println();
  }
}
