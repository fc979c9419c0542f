package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastScoreTest {
  // Computed independently of this code: the probability of 2:59:59 or better.
  @ParameterizedTest
  @CsvSource({
    "10200, 6, 0.9519326821",
    "10500, 6, 0.7968876245",
    "10680, 6, 0.629509889",
    "10800, 6, 0.4988918284",
    "10980, 6, 0.3075602596",
    "11220, 6, 0.1211123061",
    "10620, 9, 0.6298595866",
    "11100, 9, 0.2886245528"
  })
  void theGoalProbabilityReproducesReferenceValues(double meanS, double sigmaMin, double expected) {
    assertThat(GoalProbability.of(10799, meanS, sigmaMin * 60)).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"10799, 10800, 0", "10799, 10800, -1", "NaN, 10800, 300", "10799, NaN, 300", "10799, 10800, NaN"})
  void aProbabilityNeedsADeviation(double goalS, double meanS, double sigmaS) {
    assertThatThrownBy(() -> GoalProbability.of(goalS, meanS, sigmaS)).hasMessageStartingWith("No probability of");
  }

  @Test
  void aResultIsScoredByErrorIntervalAndProbability() {
    ForecastScore met = ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 10740);
    assertThat(met.errorS()).isEqualTo(240);
    assertThat(met.withinInterval()).isTrue();
    assertThat(met.goalProbability()).isCloseTo(0.7968876245, within(1e-9));
    assertThat(met.brier()).isCloseTo(0.2031123755 * 0.2031123755, within(1e-9));

    ForecastScore missed = ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 11000);
    assertThat(missed.withinInterval()).isFalse();
    assertThat(missed.brier()).isCloseTo(0.7968876245 * 0.7968876245, within(1e-9));
  }

  @Test
  void theGoalIsMetByItsOwnTimeAndTheIntervalHoldsItsEnds() {
    assertThat(ForecastScore.of(10500, 360, 10038, 10799, 10799.0, 10799).brier()).isLessThan(0.05);
    assertThat(ForecastScore.of(10500, 360, 10038, 10799, 10799.0, 10799).withinInterval()).isTrue();
    assertThat(ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 10038).withinInterval()).isTrue();
    assertThat(ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 10037).errorS()).isEqualTo(-463);
    assertThat(ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 10037).withinInterval()).isFalse();
  }

  @Test
  void withoutAGoalThereIsNoBrierScore() {
    ForecastScore score = ForecastScore.of(2340, 60, 2263, 2417, null, 2400);
    assertThat(score.goalProbability()).isNull();
    assertThat(score.brier()).isNull();
    assertThat(score.errorS()).isEqualTo(60);
  }

  @Test
  void aRaceWithoutAResultIsNotScored() {
    assertThatThrownBy(() -> ForecastScore.of(10500, 360, 10038, 10962, 10799.0, 0)).hasMessageStartingWith("Cannot score");
    assertThatThrownBy(() -> ForecastScore.of(10500, 360, 10962, 10038, null, 10500)).hasMessageStartingWith("Cannot score");
  }
}
