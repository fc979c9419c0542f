package dev.longrun.metrics.trend;

import dev.longrun.quantity.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Two blocks of training side by side: the later one less the earlier one. Kilometres and intensity by whole weeks and feel by runs,
 * with Welch's interval (1947); speed at one heart rate from one model of the runs of both blocks, in which the later one has a level of
 * its own ({@link SpeedQuestion}). The time between stays out of the model: what changed in it would be taken for shoes. Four weeks of
 * each block are needed, or ten runs.
 *
 * @param weeklyKm kilometres a week
 * @param hardPercent share of the time above LT1, in percentage points
 * @param speedPercent at the same heart rate
 * @param feel points, 1 to 5
 * @param caveats that hold for all of them
 */
public record BlockComparison(
    Block earlier, Block later, Finding weeklyKm, Finding hardPercent, Finding speedPercent, Finding feel, List<String> caveats) {
  public static final int LEAST_WEEKS = 4;
  public static final int LEAST_RUNS = 10;
  private static final double WORTHWHILE_KM = 5;
  private static final double WORTHWHILE_POINTS = 5;
  /** Further apart in the year than this, season and light differ. */
  private static final int SAME_SEASON_DAYS = 45;

  private static final int DAYS_A_YEAR = 365;
  private static final String METHOD = "difference of means with Welch's interval (1947)";

  /**
   * @param runs of both blocks; others are not looked at
   * @throws IllegalArgumentException when the blocks overlap
   */
  public static BlockComparison of(List<RunObservation> runs, Block one, Block other) {
    if (one.overlaps(other)) {
      throw new IllegalArgumentException("The blocks '%s' and '%s' overlap".formatted(one.name(), other.name()));
    }
    Block earlier = one.from().isBefore(other.from()) ? one : other;
    Block later = earlier == one ? other : one;
    return new BlockComparison(
        earlier,
        later,
        weekly(runs, earlier, later, "kilometres a week", "km", WORTHWHILE_KM, week -> sum(week, RunObservation::distanceM) / 1000),
        hard(runs, earlier, later),
        speed(runs, earlier, later),
        feel(runs, earlier, later),
        caveats(earlier, later));
  }

  private static Finding weekly(
      List<RunObservation> runs,
      Block earlier,
      Block later,
      String what,
      String unit,
      double worthwhile,
      ToDoubleFunction<List<RunObservation>> ofWeek) {
    List<List<RunObservation>> first = weeks(runs, earlier);
    List<List<RunObservation>> second = weeks(runs, later);
    return compared(
        named(what, earlier, later),
        unit,
        "whole weeks",
        LEAST_WEEKS,
        worthwhile,
        first.stream().mapToDouble(ofWeek).toArray(),
        second.stream().mapToDouble(ofWeek).toArray(),
        earlier,
        later,
        Map.of());
  }

  private static Finding hard(List<RunObservation> runs, Block earlier, Block later) {
    int unknown = (int) runs.stream().filter(run -> in(run, earlier, later) && run.shareAboveLt1() == null).count();
    List<RunObservation> known = runs.stream().filter(run -> run.shareAboveLt1() != null).toList();
    ToDoubleFunction<List<RunObservation>> share =
        week -> 100 * sum(week, run -> run.shareAboveLt1() * run.movingS()) / sum(week, RunObservation::movingS);
    double[] first = weeks(known, earlier).stream().filter(week -> !week.isEmpty()).mapToDouble(share).toArray();
    double[] second = weeks(known, later).stream().filter(week -> !week.isEmpty()).mapToDouble(share).toArray();
    return compared(
        named("share of the time above LT1", earlier, later), "percentage points", "weeks with heart rate", LEAST_WEEKS,
        WORTHWHILE_POINTS, first, second, earlier, later, unknown == 0 ? Map.of() : Map.of("without heart-rate zones", unknown));
  }

  private static Finding feel(List<RunObservation> runs, Block earlier, Block later) {
    int unknown = (int) runs.stream().filter(run -> in(run, earlier, later) && run.feel() == null).count();
    List<RunObservation> known = runs.stream().filter(run -> run.feel() != null).toList();
    return compared(
        named("feel", earlier, later), "points", "runs", LEAST_RUNS, EffortAgainstLoad.WORTHWHILE_FEEL, feels(known, earlier),
        feels(known, later), earlier, later, unknown == 0 ? Map.of() : Map.of("runs without feel", unknown));
  }

  private static double[] feels(List<RunObservation> runs, Block block) {
    return runs.stream().filter(run -> block.contains(run.day())).mapToDouble(RunObservation::feel).toArray();
  }

  private static Finding compared(
      String what,
      String unit,
      String counted,
      int needed,
      double worthwhile,
      double[] first,
      double[] second,
      Block earlier,
      Block later,
      Map<String, Integer> excluded) {
    Basis basis = new Basis(first.length + second.length, counted, earlier.from(), later.to(), excluded);
    int fewer = Math.min(first.length, second.length);
    if (fewer < needed) {
      Block block = first.length < needed ? earlier : later;
      return new TooFew(what, fewer, needed, "%s in '%s'".formatted(counted, block.name()), basis);
    }
    WelchDifference difference = WelchDifference.of(first, second);
    return new Estimate(
        what,
        difference.difference(),
        difference.interval().low(),
        difference.interval().high(),
        unit,
        basis,
        METHOD,
        List.of(),
        DetectableEffect.of(difference.standardError()),
        !difference.interval().contains(0) && Math.abs(difference.difference()) >= worthwhile,
        List.of("%d %s in '%s', %d in '%s'.".formatted(first.length, counted, earlier.name(), second.length, later.name())));
  }

  private static Finding speed(List<RunObservation> runs, Block earlier, Block later) {
    String what = named("speed at the same heart rate", earlier, later);
    Selection selection = AerobicRuns.of(runs.stream().filter(run -> in(run, earlier, later)).toList(), false);
    for (Block block : List.of(earlier, later)) {
      int count = selection.count(run -> block.contains(run.day()));
      if (count < LEAST_RUNS) {
        return new TooFew(what, count, LEAST_RUNS, "comparable runs in '%s'".formatted(block.name()), selection.basis());
      }
    }
    String target = "block";
    List<Covariate> covariates = new ArrayList<>();
    covariates.add(Covariate.essential(target, "", run -> later.contains(run.day()) ? 1.0 : 0.0));
    covariates.addAll(SpeedQuestion.conditions(SpeedQuestion.referenceHrBpm(selection.runs()), target));
    ModelOutcome outcome =
        RunModel.of(
            selection,
            new ModelQuestion(
                what, target, RunObservation::logSpeed, "without pace", covariates, SpeedQuestion.factors(), true, 2 * LEAST_RUNS, 0));
    return outcome instanceof ModelRefusal refusal
        ? refusal.finding()
        : ((RunModel) outcome)
            .difference(what, target, "%", SpeedQuestion::percent, PaceAtHeartRate.WORTHWHILE_PERCENT, List.of());
  }

  /** Monday to Sunday, as far as they lie in the block as a whole; a week without a run is a week. */
  private static List<List<RunObservation>> weeks(List<RunObservation> runs, Block block) {
    Map<LocalDate, List<RunObservation>> weeks = new LinkedHashMap<>();
    LocalDate monday = block.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    for (; !monday.plusDays(6).isAfter(block.to()); monday = monday.plusWeeks(1)) {
      weeks.put(monday, new ArrayList<>());
    }
    for (RunObservation run : runs) {
      List<RunObservation> week = weeks.get(IsoWeek.of(run.day()).monday());
      if (week != null) {
        week.add(run);
      }
    }
    return List.copyOf(weeks.values());
  }

  private static double sum(List<RunObservation> week, ToDoubleFunction<RunObservation> value) {
    return week.stream().mapToDouble(value).sum();
  }

  private static boolean in(RunObservation run, Block earlier, Block later) {
    return earlier.contains(run.day()) || later.contains(run.day());
  }

  private static String named(String what, Block earlier, Block later) {
    return "%s in '%s' against '%s'".formatted(what, later.name(), earlier.name());
  }

  private static List<String> caveats(Block earlier, Block later) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "Regression to the mean: a block that is looked at because it went well or badly is usually followed by one nearer the usual, whatever was done.");
    int apart = Math.abs(earlier.from().getDayOfYear() - later.from().getDayOfYear());
    if (Math.min(apart, DAYS_A_YEAR - apart) > SAME_SEASON_DAYS) {
      caveats.add("The blocks lie in different seasons; only heat is allowed for, and only in the speed.");
    }
    return caveats;
  }
}
