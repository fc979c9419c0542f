package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.demo.runner.Truths;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty synthetic runners with the truths of the demo, fifty with nothing planted: docs/recovery.md. */
class RecoveryTest {
  private static final int RUNNERS = 50;
  private static Map<String, Recovery.Row> planted;
  private static Map<String, Recovery.Row> onlyTrend;
  private static Map<String, Recovery.Row> nothing;

  @BeforeAll
  static void lookAtAllRunners() {
    planted = Recovery.rows(Truths.ofTheDemo(), RUNNERS);
    onlyTrend = Recovery.rows(Recovery.onlyTheTrend(), 20);
    nothing = Recovery.rows(Truths.ofTheDemo().withoutEffects(), RUNNERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {Recovery.TREND, Recovery.HEAT, Recovery.HEART_RATE, Recovery.CARBON, Recovery.SOFT})
  void ninetyToNinetyNineOfAHundredIntervalsCoverWhatWasPlanted(String question) {
    Recovery.Row row = planted.get(question);
    assertThat(row.cases()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(row.coverage()).isBetween(0.90, 0.99);
  }

  @ParameterizedTest
  @ValueSource(strings = {Recovery.TREND, Recovery.HEAT, Recovery.HEART_RATE, Recovery.CARBON, Recovery.SOFT})
  void whatIsFoundOnAverageIsWhatWasPlanted(String question) {
    Recovery.Row row = planted.get(question);
    assertThat(Math.abs(row.found() - row.planted())).isLessThan(0.25 * row.width());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Recovery.TREND, Recovery.HEAT, Recovery.CARBON, Recovery.SOFT, Recovery.BLOCKS, Recovery.LATELY, Recovery.WEEKLY
      })
  void whereNothingIsPlantedAtMostEightOfAHundredClaimADifference(String question) {
    assertThat(nothing.get(question).clear()).isLessThanOrEqualTo(0.08);
  }

  @ParameterizedTest
  @ValueSource(strings = {Recovery.TREND, Recovery.HEAT, Recovery.CARBON, Recovery.SOFT})
  void whereNothingIsPlantedEvenTheIntervalsAloneLeaveOutZeroInAtMostEightOfAHundred(String question) {
    assertThat(nothing.get(question).leavingOutZero()).isLessThanOrEqualTo(0.08);
  }

  @Test
  void thePlantedTrendAndHeatAndCarbonPairAreSeenByAll() {
    assertThat(planted.get(Recovery.TREND).clear()).isEqualTo(1);
    assertThat(planted.get(Recovery.HEAT).clear()).isEqualTo(1);
    assertThat(planted.get(Recovery.CARBON).clear()).isGreaterThan(0.9);
  }

  @Test
  void thePaceOfTodayIsFound() {
    assertThat(planted.get(Recovery.PACE).coverage()).isBetween(0.85, 1.0);
    assertThat(nothing.get(Recovery.PACE).coverage()).isBetween(0.90, 1.0);
  }

  @Test
  void twoBlocksAYearApartDifferByTheTrendOfThatYear() {
    assertThat(onlyTrend.get(Recovery.BLOCKS).coverage()).isBetween(0.90, 1.0);
  }

  @Test
  void feelFallsWithOverloadAsPlanted() {
    assertThat(planted.get(Recovery.FEEL).coverage()).isBetween(0.85, 1.0);
    assertThat(planted.get(Recovery.FEEL).clear()).isGreaterThan(0.9);
  }
}
