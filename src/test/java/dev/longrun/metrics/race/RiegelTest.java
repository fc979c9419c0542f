package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiegelTest {
  // Computed independently of this code.
  @ParameterizedTest
  @CsvSource({
    "5000, 1200, 10000, 1.06, 2501.917826",
    "5000, 1200, 10000, 1.07, 2519.320041",
    "5000, 1200, 10000, 1.08, 2536.843297",
    "10000, 2400, 21097.5, 1.06, 5295.367395",
    "10000, 2400, 42195, 1.06, 11040.4784",
    "10000, 2400, 42195, 1.07, 11200.57974",
    "10000, 2400, 42195, 1.08, 11363.00276",
    "21097.5, 5100, 42195, 1.06, 10633.15076",
    "21097.5, 5100, 42195, 1.07, 10707.11017",
    "21097.5, 5100, 42195, 1.08, 10781.58401",
    "21097.5, 5400, 42195, 1.07, 11336.94018",
    "5000, 1128, 42195, 1.06, 10818.76147",
    "42195, 10799, 21097.5, 1.06, 5179.546612",
    "42195, 10799, 21097.5, 1.07, 5143.76887",
    "42195, 10799, 21097.5, 1.08, 5108.238263",
    "42195, 10799, 10000, 1.08, 2280.875975",
    "42195, 10799, 5000, 1.08, 1078.920079",
    "42195, 10799, 3000, 1.06, 655.1721384",
    "42195, 10799, 15000, 1.07, 3570.852635"
  })
  void theTimeReproducesReferenceValues(double fromM, double fromS, double toM, double exponent, double expectedS) {
    assertThat(Riegel.timeS(fromM, fromS, toM, exponent)).isCloseTo(expectedS, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"0, 1200, 10000, 1.06", "5000, 0, 10000, 1.06", "5000, 1200, -1, 1.06", "5000, 1200, 10000, 0", "NaN, 1200, 10000, 1.06"})
  void whatIsNoRaceIsRefused(double fromM, double fromS, double toM, double exponent) {
    assertThatThrownBy(() -> Riegel.timeS(fromM, fromS, toM, exponent)).hasMessageStartingWith("Cannot go from");
  }

  @Test
  void withoutTwoRacesTheExponentIsThePopulations() {
    assertThat(PersonalExponent.of(List.of())).isEqualTo(PersonalExponent.TYPICAL);
    assertThat(PersonalExponent.of(List.of(new Race(10000, 2310, 5)))).isEqualTo(new PersonalExponent(1.07, 0));
  }

  @Test
  void onePairCountsAgainstThreeOfThePopulation() {
    PersonalExponent exponent = PersonalExponent.of(List.of(new Race(10000, 2310, 30), new Race(21097.5, 5100, 5)));
    // 38:30 and 1:25:00: 1.060843 by hand.
    assertThat(exponent.value()).isCloseTo((1.060843 + 3 * 1.07) / 4, within(1e-6));
    assertThat(exponent.pairs()).isEqualTo(1);
  }

  @Test
  void theMeasuredDistanceOfAStandardRaceIsReplacedByTheOfficialOne() {
    assertThat(PersonalExponent.of(List.of(new Race(10090, 2310, 30), new Race(21400, 5100, 5))))
        .isEqualTo(PersonalExponent.of(List.of(new Race(10000, 2310, 30), new Race(21097.5, 5100, 5))));
  }

  @Test
  void racesMoreThanEightWeeksApartArePairedWithNothing() {
    Race half = new Race(21097.5, 5100, 10);
    assertThat(PersonalExponent.of(List.of(half, new Race(10000, 2310, 66))).pairs()).isEqualTo(1);
    assertThat(PersonalExponent.of(List.of(half, new Race(10000, 2310, 67))).pairs()).isZero();
    assertThat(PersonalExponent.of(List.of(new Race(10000, 2310, 0), new Race(21097.5, 5100, 57))).pairs()).isZero();
  }

  @Test
  void nearlyEqualDistancesArePairedWithNothing() {
    assertThat(PersonalExponent.of(List.of(new Race(10000, 2310, 10), new Race(15000, 3560, 20))).pairs()).isEqualTo(1);
    assertThat(PersonalExponent.of(List.of(new Race(10000, 2310, 10), new Race(12000, 2820, 20))).pairs()).isZero();
  }

  @Test
  void racesOutsideTheFormulasRangeArePairedWithNothing() {
    Race tenKm = new Race(10000, 3600, 10);
    assertThat(PersonalExponent.of(List.of(tenKm, new Race(42195, 13800, 20))).pairs()).isEqualTo(1);
    assertThat(PersonalExponent.of(List.of(tenKm, new Race(42195, 13801, 20))).pairs()).isZero();
    assertThat(PersonalExponent.of(List.of(tenKm, new Race(5000, 500, 20))).pairs()).isZero();
  }

  @Test
  void theExponentStaysWithinItsBounds() {
    List<Race> fades = new ArrayList<>();
    List<Race> holds = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      fades.add(new Race(5000, 1000, i));
      fades.add(new Race(21097.5, 7200, i));
      holds.add(new Race(5000, 1400, i));
      holds.add(new Race(21097.5, 5100, i));
    }
    assertThat(PersonalExponent.of(fades)).isEqualTo(new PersonalExponent(1.15, 25));
    assertThat(PersonalExponent.of(holds)).isEqualTo(new PersonalExponent(1.03, 25));
    assertThatThrownBy(() -> new PersonalExponent(1.029, 1)).hasMessageContaining("between 1.03 and 1.15");
    assertThatThrownBy(() -> new PersonalExponent(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1200, 5", "5000, 0, 5", "5000, 1200, -1", "NaN, 1200, 5", "5000, Infinity, 5"})
  void aRaceNeedsADistanceATimeAndAPast(double distanceM, double timeS, int daysAgo) {
    assertThatThrownBy(() -> new Race(distanceM, timeS, daysAgo)).hasMessageStartingWith("Not a race:");
  }
}
