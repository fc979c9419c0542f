package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VickersVertosickTest {
  private static final double MILE_KM = 1.609344;

  // Computed independently of this code.
  @Test
  void theFirstModelReproducesReferenceValues() {
    assertThat(VickersVertosick.fromOneRaceS(21097.5, 5100, 50 * MILE_KM)).isCloseTo(11236.188, within(0.001));
    assertThat(VickersVertosick.fromOneRaceS(21097.5, 5100, 30 * MILE_KM)).isCloseTo(11634.221, within(0.001));
  }

  @Test
  void theSecondModelReproducesItsReferenceValue() {
    assertThat(VickersVertosick.fromTwoRacesS(10000, 2310, 21097.5, 5100, 50 * MILE_KM)).isCloseTo(11147.226, within(0.001));
  }

  @Test
  void atEightyKilometresAWeekThreeHoursTakeAHalfOfJustAboveOneTwentyOne() {
    assertThat(VickersVertosick.fromOneRaceS(21097.5, 4871, 80)).isCloseTo(10799, within(3.0));
  }

  @Test
  void fasterRacesAndMoreKilometresNeverGiveASlowerMarathon() {
    for (double km = 0; km < 250; km += 10) {
      for (double half = 3900; half < 10800; half += 60) {
        double one = VickersVertosick.fromOneRaceS(21097.5, half, km);
        assertThat(VickersVertosick.fromOneRaceS(21097.5, half - 1, km)).isLessThan(one);
        assertThat(VickersVertosick.fromOneRaceS(21097.5, half, km + 1)).isLessThanOrEqualTo(one);
        double ten = half / 2.25;
        double two = VickersVertosick.fromTwoRacesS(10000, ten, 21097.5, half, km);
        assertThat(VickersVertosick.fromTwoRacesS(10000, ten, 21097.5, half - 1, km)).isLessThan(two);
        assertThat(VickersVertosick.fromTwoRacesS(10000, ten - 1, 21097.5, half, km)).isLessThan(two);
        assertThat(VickersVertosick.fromTwoRacesS(10000, ten, 21097.5, half, km + 1)).isLessThanOrEqualTo(two);
      }
    }
  }

  @Test
  void kilometresBeyondAHundredAndSixtyAWeekEarnNothing() {
    assertThat(VickersVertosick.fromOneRaceS(21097.5, 5100, 200)).isEqualTo(VickersVertosick.fromOneRaceS(21097.5, 5100, 160));
  }

  @Test
  void whatIsNoRaceIsRefused() {
    assertThatThrownBy(() -> VickersVertosick.fromOneRaceS(0, 5100, 80)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VickersVertosick.fromOneRaceS(21097.5, 5100, -1)).hasMessage("Not kilometres a week: -1.0");
    assertThatThrownBy(() -> VickersVertosick.fromTwoRacesS(10000, 2310, 10000, 2310, 80)).hasMessageContaining("must be the longer");
    assertThatThrownBy(() -> VickersVertosick.fromTwoRacesS(10000, 2310, 21097.5, 0, 80)).isInstanceOf(IllegalArgumentException.class);
  }
}
