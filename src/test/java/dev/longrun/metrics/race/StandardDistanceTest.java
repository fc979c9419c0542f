package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "1503, FIFTEEN_HUNDRED_M",
    "3020, THREE_KM",
    "5060, FIVE_KM",
    "10130, TEN_KM",
    "15000, FIFTEEN_KM",
    "21310, HALF_MARATHON",
    "42680, MARATHON"
  })
  void aRaceThatReadsALittleLongWasOverTheOfficialDistance(double measuredM, StandardDistance official) {
    assertThat(StandardDistance.official(measuredM)).contains(official);
  }

  @ParameterizedTest
  @EnumSource
  void theToleranceEndsOnePercentBelowAndTwoAndAHalfAbove(StandardDistance distance) {
    double metres = distance.distanceM();
    assertThat(StandardDistance.official(metres * 0.9901)).contains(distance);
    assertThat(StandardDistance.official(metres * 1.0249)).contains(distance);
    assertThat(StandardDistance.official(metres * 0.9899)).isEmpty();
    assertThat(StandardDistance.official(metres * 1.0251)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5000, 8000, 20000, 50000, Double.NaN, Double.POSITIVE_INFINITY})
  void anyOtherDistanceIsNoStandardDistance(double measuredM) {
    assertThat(StandardDistance.official(measuredM)).isEmpty();
  }

  @Test
  void theMarathonIsTwoHalves() {
    assertThat(2 * StandardDistance.HALF_MARATHON.distanceM()).isEqualTo(StandardDistance.MARATHON.distanceM());
  }
}
