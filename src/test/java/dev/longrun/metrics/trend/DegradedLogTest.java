package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.demo.runner.Truths;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log with holes: heart rate missing for 30 % of the runs, weather for 20 %, half of the weeks empty. */
class DegradedLogTest {
  private static final int RUNNERS = 20;
  private static final LocalDate TODAY = PlantedRunner.LAST_DAY;

  @Test
  void intervalsWidenAndStillCoverWhatWasPlanted() {
    int covered = 0;
    int asked = 0;
    for (long seed = 1; seed <= RUNNERS; seed++) {
      List<RunObservation> whole = PlantedRunner.twoYears(seed, Truths.ofTheDemo());
      List<RunObservation> holes = withHoles(whole, seed);
      Estimate[] before = {
        (Estimate) PaceAtHeartRate.of(whole).trendPercent(),
        (Estimate) WeatherSensitivity.of(whole).own(),
        (Estimate) HeartRateSlope.of(whole)
      };
      Estimate[] after = {
        (Estimate) PaceAtHeartRate.of(holes).trendPercent(),
        (Estimate) WeatherSensitivity.of(holes).own(),
        (Estimate) HeartRateSlope.of(holes)
      };
      double[] planted = {100 * Math.expm1(0.04), -100 * Math.expm1(-0.0015), 100 * Math.expm1(0.006)};
      for (int i = 0; i < planted.length; i++) {
        assertThat(after[i].interval().width()).isGreaterThan(before[i].interval().width());
        assertThat(after[i].smallestDetectable()).isGreaterThan(before[i].smallestDetectable());
        covered += after[i].interval().contains(planted[i]) ? 1 : 0;
        asked++;
      }
    }
    assertThat(covered / (double) asked).isBetween(0.90, 1.0);
  }

  @Test
  void everyRunIsCountedOnceAmongTheUsedOrTheLeftOut() {
    List<RunObservation> holes = withHoles(PlantedRunner.twoYears(1, Truths.ofTheDemo()), 1);
    Basis basis = PaceAtHeartRate.of(holes).trendPercent().basis();
    assertThat(basis.n() + basis.excludedInAll()).isEqualTo(holes.size());
    long withoutHeartRate =
        holes.stream()
            .filter(run -> run.hrBpm() == null && run.surface().isOutdoors())
            .filter(run -> !run.is(RunObservation.RACE) && !run.is(RunObservation.INTERVAL))
            .count();
    assertThat(basis.excluded()).containsEntry("without heart rate", (int) withoutHeartRate).containsKey("without weather");
  }

  @Test
  void everyOtherQuestionIsAnsweredToo() {
    for (long seed = 1; seed <= RUNNERS; seed++) {
      List<RunObservation> holes = withHoles(PlantedRunner.twoYears(seed, Truths.ofTheDemo()), seed);
      for (Finding finding : everything(holes)) {
        check(finding);
      }
    }
  }

  @Test
  void nothingIsInventedFromRunsOfWhichNothingIsKnown() {
    List<RunObservation> blank = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ARun run = new ARun();
      run.day = TODAY.minusDays(i);
      run.kind = null;
      run.speedMs = null;
      run.hrBpm = null;
      run.maxHrBpm = null;
      run.heatDegrees = null;
      run.gainMPerKm = null;
      run.effort = null;
      run.feel = null;
      run.shareAboveLt1 = null;
      run.overload = null;
      run.spikeRatio = null;
      blank.add(run.build());
    }
    assertThat(everything(blank).subList(0, 8)).noneMatch(Estimate.class::isInstance);
    assertThat(FatigueSignals.of(blank, TODAY).signals())
        .allMatch(signal -> signal.direction() == FatigueSignal.Direction.UNKNOWN);
  }

  @Test
  void runsThatAreAllAlikeCannotBeLearnedFrom() {
    List<RunObservation> alike = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ARun run = new ARun();
      run.day = TODAY.minusDays(i);
      alike.add(run.build());
    }
    assertThat(PaceAtHeartRate.of(alike).trendPercent()).isInstanceOf(Alike.class);
    everything(alike).forEach(DegradedLogTest::check);
  }

  @Test
  void noSentenceClaimsACauseOrJudgesByChanceAlone() {
    List<RunObservation> runs = PlantedRunner.twoYears(3, Truths.ofTheDemo());
    List<Finding> findings = new ArrayList<>(everything(runs));
    findings.addAll(everything(withHoles(runs, 3)));
    findings.addAll(everything(List.of()));
    assertThat(findings)
        .extracting(Finding::sentence)
        .allSatisfy(
            sentence ->
                assertThat(sentence.toLowerCase(Locale.ROOT))
                    .doesNotContain("significant", "because", "cause", "due to", "leads to", "effect of", "nan", "null", "infinity"));
  }

  private static List<Finding> everything(List<RunObservation> runs) {
    PaceAtHeartRate pace = PaceAtHeartRate.of(runs);
    PaceAtHeartRate withLoad = PaceAtHeartRate.of(runs, 145.0, true);
    EffortAgainstLoad effort = EffortAgainstLoad.of(runs, TODAY);
    BlockComparison blocks =
        BlockComparison.of(
            runs, new Block("then", TODAY.minusWeeks(64), TODAY.minusWeeks(52)), new Block("now", TODAY.minusWeeks(12), TODAY));
    List<Finding> findings =
        new ArrayList<>(
            List.of(
                pace.trendPercent(), pace.trendPace(), pace.pace(), WeatherSensitivity.of(runs).own(), HeartRateSlope.of(runs),
                effort.feelForLoad(), effort.effortForLoad(), effort.effortLately(), withLoad.trendPercent(), blocks.speedPercent(),
                blocks.feel(), blocks.hardPercent(), blocks.weeklyKm()));
    findings.addAll(ShoeComparison.of(runs).differences().values());
    FatigueSignals.of(runs, TODAY);
    return findings;
  }

  private static void check(Finding finding) {
    assertThat(finding.sentence()).isNotBlank().doesNotContain("NaN").doesNotContain("null");
    if (finding instanceof Estimate estimate) {
      assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
      assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
    }
  }

  private static List<RunObservation> withHoles(List<RunObservation> runs, long seed) {
    Random chance = new Random(seed);
    Set<LocalDate> seen = new HashSet<>();
    Set<LocalDate> empty = new HashSet<>();
    List<RunObservation> holes = new ArrayList<>();
    for (RunObservation run : runs) {
      LocalDate monday = run.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      if (seen.add(monday) && chance.nextBoolean()) {
        empty.add(monday);
      }
      boolean noHeartRate = chance.nextDouble() < 0.3;
      boolean noWeather = chance.nextDouble() < 0.2;
      if (!empty.contains(monday)) {
        holes.add(
            ARun.of(run)
                .but(
                    changed -> {
                      changed.hrBpm = noHeartRate ? null : changed.hrBpm;
                      changed.shareAboveLt1 = noHeartRate ? null : changed.shareAboveLt1;
                      changed.heatDegrees = noWeather ? null : changed.heatDegrees;
                    }));
      }
    }
    return holes;
  }
}
