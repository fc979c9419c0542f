package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.offset;

import dev.longrun.metrics.Surface;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeedQuestionsTest {
  @Test
  void theTrendIsAskedOfComparableRunsOnlyAndTheOthersAreCountedByReason() {
    List<RunObservation> runs = new ArrayList<>(ARun.many(40, 200, 1));
    runs.add(new ARun().but(run -> run.kind = RunObservation.RACE));
    runs.add(new ARun().but(run -> run.kind = RunObservation.INTERVAL));
    runs.add(new ARun().but(run -> run.surface = Surface.TREADMILL));
    runs.add(new ARun().but(run -> run.hrBpm = null));
    runs.add(new ARun().but(run -> run.hrBpm = null));
    runs.add(new ARun().but(run -> run.speedMs = null));
    runs.add(new ARun().but(run -> run.movingS = 1199));
    runs.add(new ARun().but(run -> run.hrBpm = 170.0));
    runs.add(new ARun().but(run -> run.speedMs = 9.0));
    runs.add(new ARun().but(run -> run.heatDegrees = null));
    Basis basis = PaceAtHeartRate.of(runs).trendPercent().basis();
    assertThat(basis.n()).isEqualTo(40);
    assertThat(basis.excluded())
        .containsOnly(
            entry("races", 1),
            entry("interval sessions", 1),
            entry("indoors", 1),
            entry("without heart rate", 2),
            entry("without pace", 1),
            entry("shorter than 20 minutes", 1),
            entry("below 65 or above 88 % of maximum heart rate", 1),
            entry("with an implausible pace or heart rate", 1),
            entry("without weather", 1));
  }

  @Test
  void theOrderOfTheRunsChangesNothing() {
    List<RunObservation> runs = ARun.many(60, 200, 2);
    List<RunObservation> shuffled = new ArrayList<>(runs);
    Collections.shuffle(shuffled, new Random(3));
    Estimate one = (Estimate) PaceAtHeartRate.of(runs).trendPercent();
    Estimate other = (Estimate) PaceAtHeartRate.of(shuffled).trendPercent();
    assertThat(other.value()).isCloseTo(one.value(), offset(1e-9));
    assertThat(other.basis()).isEqualTo(one.basis());
  }

  @Test
  void nineteenRunsAreTooFewAndOneIsMissing() {
    TooFew tooFew = (TooFew) PaceAtHeartRate.of(ARun.many(19, 100, 1), 142.0, false).trendPercent();
    assertThat(tooFew.missing()).isEqualTo(1);
    assertThat(tooFew.sentence()).isEqualTo("Speed at 142 bpm: too few to say. It takes 20 runs; there are 19 (1 missing).");
    assertThat(PaceAtHeartRate.of(ARun.many(20, 100, 1)).trendPercent()).isInstanceOf(Estimate.class);
  }

  @Test
  void sevenWeeksAreTooFew() {
    assertThat(PaceAtHeartRate.of(ARun.many(40, 55, 1)).trendPercent())
        .isInstanceOfSatisfying(TooFew.class, tooFew -> assertThat(tooFew.counted()).isEqualTo("weeks"));
    assertThat(PaceAtHeartRate.of(ARun.many(40, 56, 1)).trendPercent()).isInstanceOf(Estimate.class);
  }

  @Test
  void withoutRunsEveryQuestionSaysThatThereAreTooFew() {
    assertThat(PaceAtHeartRate.of(List.of()).trendPercent()).isInstanceOf(TooFew.class);
    assertThat(WeatherSensitivity.of(List.of()).own()).isInstanceOf(TooFew.class);
    assertThat(HeartRateSlope.of(List.of())).isInstanceOf(TooFew.class);
    assertThat(ShoeComparison.of(List.of())).isEqualTo(new ShoeComparison(null, Map.of()));
  }

  @Test
  void aTrendIsGivenInPerCentAndInPaceOfOneSize() {
    PaceAtHeartRate answer = PaceAtHeartRate.of(ARun.many(150, 365, 4, (run, i) -> run.faster(0.05 * i / 150)));
    Estimate percent = (Estimate) answer.trendPercent();
    Estimate pace = (Estimate) answer.trendPace();
    assertThat(percent.interval().contains(5.1)).isTrue();
    assertThat(percent.clear()).isTrue();
    assertThat(pace.value()).isCloseTo(-((Estimate) answer.pace()).value() * percent.value() / 100, offset(1.0));
    assertThat(pace.clear()).isTrue();
  }

  @Test
  void aTrendOfLessThanNineMonthsIsTheChangeOverTheTimeSeen() {
    Estimate percent = (Estimate) PaceAtHeartRate.of(ARun.many(120, 140, 4, (run, i) -> run.faster(0.04 * i / 120))).trendPercent();
    assertThat(percent.unit()).isEqualTo("% over 20 weeks");
    assertThat(percent.interval().contains(4)).isTrue();
  }

  @Test
  void aGapOfMoreThanEightWeeksEndsTheStraightLine() {
    List<RunObservation> runs = new ArrayList<>(ARun.many(60, 100, 4));
    LocalDate again = ARun.FIRST_DAY.plusDays(157);
    ARun.many(60, 100, 5, (run, i) -> run.faster(-0.1)).forEach(run -> runs.add(ARun.of(run).but(later -> later.day = run.day().plusDays(157))));
    PaceAtHeartRate answer = PaceAtHeartRate.of(runs);
    assertThat(answer.trendPercent().basis().from()).isEqualTo(again);
    assertThat(answer.trendPercent().sentence()).contains("60 before a gap of more than 8 weeks");
  }

  @Test
  void aPaceNowThatTheLastEightWeeksDoNotFitIsRefused() {
    LocalDate last = ARun.FIRST_DAY.plusDays(600);
    PaceAtHeartRate answer =
        PaceAtHeartRate.of(ARun.many(300, 600, 4, (run, i) -> run.faster(run.day.isAfter(last.minusDays(50)) ? -0.06 : 0.05 * i / 300)));
    assertThat(answer.pace()).isInstanceOf(DoesNotFit.class);
    assertThat(answer.pace().sentence()).contains("not said", "of its last 8 weeks", "% slower than the straight line");
    assertThat(answer.trendPercent()).isInstanceOf(Estimate.class);
  }

  @Test
  void aTrendOfLessThanOnePerCentOverThePeriodIsNotCalledClear() {
    Estimate small = (Estimate) PaceAtHeartRate.of(ARun.many(6000, 365, 5, (run, i) -> run.faster(0.006 * i / 6000))).trendPercent();
    assertThat(small.interval().contains(0)).isFalse();
    assertThat(small.clear()).isFalse();
  }

  @Test
  void thePaceOfTodayIsThatOfACoolFlatRunAndNoDifference() {
    Estimate pace = (Estimate) PaceAtHeartRate.of(ARun.many(120, 200, 6)).pace();
    assertThat(pace.interval().contains(1000 / 3.35)).isTrue();
    assertThat(pace.isDifference()).isFalse();
    assertThat(pace.what()).startsWith("pace at 142 bpm on 2026-07-24 (cool, 3 m climbed a km");
  }

  @Test
  void heatThatGrowsWithTheCalendarCannotBeSeparatedFromTheTrend() {
    List<RunObservation> runs = ARun.many(60, 120, 7, (run, i) -> run.heatDegrees = 1 + 0.4 * i + 0.5 * Math.sin(i));
    assertThat(PaceAtHeartRate.of(runs).trendPercent())
        .isInstanceOfSatisfying(CannotSeparate.class, finding -> assertThat(finding.from()).isEqualTo("heat"));
    assertThat(WeatherSensitivity.of(runs).own())
        .isInstanceOfSatisfying(CannotSeparate.class, finding -> assertThat(finding.from()).isEqualTo("time"));
    assertThat(PaceAtHeartRate.of(runs).trendPercent().sentence())
        .startsWith("Speed at 142 bpm cannot be separated from heat in the 60 runs from 2026-01-05 to 2026-05-05");
  }

  @Test
  void withoutAnyWeatherTheTrendIsGivenWithoutItAndSaysSo() {
    Estimate trend = (Estimate) PaceAtHeartRate.of(ARun.many(60, 200, 8, (run, i) -> run.heatDegrees = null)).trendPercent();
    assertThat(trend.basis().n()).isEqualTo(60);
    assertThat(trend.covariates()).doesNotContain("heat");
    assertThat(trend.caveats()).contains("Heat is not allowed for: it is known of 0 runs only.");
  }

  @Test
  void heatInNineRunsIsNotAllowedForAndSaysSo() {
    Estimate trend =
        (Estimate) PaceAtHeartRate.of(ARun.many(60, 200, 9, (run, i) -> run.heatDegrees = i < 9 ? 5.0 + i : 0)).trendPercent();
    assertThat(trend.caveats()).contains("Heat is not allowed for: it differs in 9 runs only.");
  }

  @Test
  void fewRunsAllowForFewThings() {
    Estimate trend = (Estimate) PaceAtHeartRate.of(ARun.many(30, 200, 10)).trendPercent();
    assertThat(trend.covariates()).containsExactly("heart rate", "heat");
    assertThat(trend.caveats()).anyMatch(caveat -> caveat.startsWith("With 30 runs, climb, distance and climb squared cannot"));
  }

  @Test
  void shoesThatFollowOneAnotherInTimeAreNotAllowedForAndSaySo() {
    Estimate trend =
        (Estimate) PaceAtHeartRate.of(ARun.many(120, 300, 11, (run, i) -> run.shoe = "pair " + i / 24)).trendPercent();
    assertThat(trend.covariates()).doesNotContain("shoe");
    assertThat(trend.caveats())
        .contains("Shoe is not allowed for: it changed along with time, so the number includes whatever difference it made.");
  }

  @Test
  void oneMistakenRunIsPulledInAndSaid() {
    List<RunObservation> runs = ARun.many(100, 300, 12, (run, i) -> run.faster(i == 99 ? 0.7 : 0));
    Estimate trend = (Estimate) PaceAtHeartRate.of(runs).trendPercent();
    assertThat(trend.caveats()).contains("One run far off the others was pulled in.");
    assertThat(trend.interval().contains(0)).isTrue();
  }

  @Test
  void theTrendIsAlsoGivenForRunsAtNearlyTheSameHeartRate() {
    Estimate trend = (Estimate) PaceAtHeartRate.of(ARun.many(200, 300, 13)).trendPercent();
    assertThat(trend.caveats()).anyMatch(caveat -> caveat.matches("Over the \\d+ runs within 5 beats of 14\\d bpm alone it is .*"));
  }

  @Test
  void ownHeatCostIsWeighedWithWhatIsExpectedOfAnyRunner() {
    WeatherSensitivity answer =
        WeatherSensitivity.of(ARun.many(80, 365, 14, (run, i) -> run.faster(-0.004 * run.heatDegrees)));
    Estimate own = (Estimate) answer.own();
    assertThat(own.interval().contains(0.4)).isTrue();
    assertThat(answer.weighedPercent()).isBetween(0.15, own.value());
    assertThat(answer.weighed().width()).isLessThan(own.interval().width());
    assertThat(answer.comparison()).startsWith("0.15 ± 0.10 % a degree is expected of any runner; this runner slows down more.");
  }

  @Test
  void withFewRunsOnlyTheExpectationIsLeft() {
    WeatherSensitivity answer = WeatherSensitivity.of(ARun.many(39, 200, 15));
    assertThat(answer.own()).isInstanceOf(TooFew.class);
    assertThat(answer.weighedPercent()).isEqualTo(WeatherSensitivity.EXPECTED_PERCENT);
    assertThat(answer.weighed().low()).isCloseTo(-0.046, offset(1e-9));
    assertThat(answer.comparison()).endsWith("these runs say nothing yet.");
  }

  @Test
  void aWinterWithoutHeatSaysNothingOfHeat() {
    assertThat(WeatherSensitivity.of(ARun.many(60, 90, 16, (run, i) -> run.heatDegrees = i % 8 == 0 ? 3.0 + i : 0.0)).own())
        .isInstanceOfSatisfying(TooFew.class, tooFew -> assertThat(tooFew.counted()).isEqualTo("runs in heat"));
  }

  @Test
  void oneMoreBeatIsAsMuchFasterAsWasPutIn() {
    Estimate slope = (Estimate) HeartRateSlope.of(ARun.many(150, 300, 17));
    assertThat(slope.interval().contains(0.602)).isTrue();
    assertThat(slope.clear()).isTrue();
  }

  @Test
  void shoesAreComparedWithTheMostWornAndFourteenRunsAreTooFew() {
    ShoeComparison answer =
        ShoeComparison.of(
            ARun.many(
                120,
                300,
                21,
                (run, i) -> {
                  run.shoe = i % 8 == 0 && i < 112 ? "Rare" : i % 3 == 0 ? "Quick" : "Usual";
                  run.faster(run.shoe.equals("Quick") ? 0.03 : 0);
                }));
    assertThat(answer.reference()).isEqualTo("Usual");
    assertThat(answer.differences()).containsOnlyKeys("Quick", "Rare");
    assertThat(answer.differences().get("Rare"))
        .isInstanceOfSatisfying(TooFew.class, tooFew -> assertThat(tooFew.missing()).isEqualTo(1));
    Estimate quick = (Estimate) answer.differences().get("Quick");
    assertThat(quick.interval().contains(3.05)).isTrue();
    assertThat(quick.clear()).isTrue();
    assertThat(quick.smallestDetectable()).isBetween(0.8, 2.0);
  }

  @Test
  void racesSayNothingOfShoes() {
    List<RunObservation> runs = new ArrayList<>(ARun.many(60, 200, 19, (run, i) -> run.shoe = i % 2 == 0 ? "One" : "Other"));
    Finding without = ShoeComparison.of(runs).differences().get("Other");
    for (int i = 0; i < 20; i++) {
      runs.add(
          new ARun()
              .but(
                  run -> {
                    run.kind = RunObservation.RACE;
                    run.shoe = "Other";
                    run.speedMs = 4.5;
                  }));
    }
    Estimate with = (Estimate) ShoeComparison.of(runs).differences().get("Other");
    assertThat(with.value()).isEqualTo(((Estimate) without).value());
    assertThat(with.basis().excluded()).containsEntry("races", 20);
  }

  @Test
  void aShoeWornOnTempoDaysOnlyCannotBeSeparatedFromThem() {
    List<RunObservation> runs =
        ARun.many(
            120,
            300,
            20,
            (run, i) -> {
              run.kind = i % 4 == 0 ? RunObservation.TEMPO : RunObservation.EASY;
              run.shoe = i % 4 == 0 ? "Quick" : i % 4 == 1 ? "Soft" : "Usual";
            });
    assertThat(ShoeComparison.of(runs).differences().get("Soft")).isInstanceOf(Estimate.class);
    assertThat(ShoeComparison.of(runs).differences().get("Quick"))
        .isInstanceOfSatisfying(CannotSeparate.class, finding -> assertThat(finding.from()).contains("kind of session"));
  }
}
