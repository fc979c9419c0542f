package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Measured;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceIndexTest {
  // Computed independently of this code; 24:34 over 5 km is a published example.
  @ParameterizedTest
  @CsvSource({
    "5000, 1197, 49.95219203",
    "5000, 1128, 53.53737566",
    "5000, 1474, 39.1103984",
    "10000, 2481, 49.96710858",
    "10000, 2340, 53.5049316",
    "21097.5, 5495, 49.96000964",
    "21097.5, 5160, 53.72367473",
    "21097.5, 5100, 54.45351499",
    "42195, 10799, 53.53412747",
    "42195, 10800, 53.52826876",
    "42195, 11449, 49.95196896",
    "42195, 12600, 44.55353056",
    "3000, 600, 58.8491739",
    "1500, 300, 54.45661098"
  })
  void theIndexReproducesReferenceValues(double distanceM, double timeS, double expected) {
    assertThat(PaceIndex.of(distanceM, timeS).value()).isCloseTo(expected, within(1e-7));
    assertThat(PaceIndex.timeS(expected, distanceM)).isCloseTo(timeS, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 652.3167616",
    "5000, 1128.058698",
    "10000, 2338.908834",
    "15000, 3595.146726",
    "21097.5, 5175.83032",
    "42195, 10799"
  })
  void aMarathonJustBelowThreeHoursHasTheseEquivalents(double distanceM, double timeS) {
    double index = PaceIndex.of(42195, 10799).value();
    assertThat(PaceIndex.timeS(index, distanceM)).isCloseTo(timeS, within(0.001));
  }

  // The printed tables of Daniels' Running Formula are rounded differently from the formula: up to 11 s at the marathon.
  @ParameterizedTest
  @CsvSource({
    "40, 5000, 1448, 3",
    "40, 10000, 3003, 3",
    "40, 21097.5, 6659, 7",
    "40, 42195, 13785, 12",
    "50, 5000, 1197, 3",
    "50, 10000, 2481, 3",
    "50, 21097.5, 5495, 7",
    "50, 42195, 11449, 12",
    "53, 5000, 1138, 3",
    "53, 21097.5, 5224, 7",
    "53, 42195, 10899, 12",
    "54, 5000, 1120, 3",
    "54, 42195, 10727, 12",
    "60, 5000, 1023, 3",
    "60, 10000, 2122, 3",
    "60, 21097.5, 4689, 7",
    "60, 42195, 9805, 12"
  })
  void thePrintedTablesAreMetWithinTheirRounding(double index, double distanceM, double printedS, double toleranceS) {
    assertThat(PaceIndex.timeS(index, distanceM)).isCloseTo(printedS, within(toleranceS));
  }

  @Test
  void onlyRacesOfThreeAndAHalfMinutesToFourHoursHaveAnIndex() {
    assertThat(PaceIndex.of(1500, 210).isKnown()).isTrue();
    assertThat(PaceIndex.of(1500, 209.9)).isEqualTo(Measured.missing("a race shorter than 3.5 minutes"));
    assertThat(PaceIndex.of(42195, 14400).isKnown()).isTrue();
    assertThat(PaceIndex.of(42195, 14400.1)).isEqualTo(Measured.missing("a race longer than 4 hours"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1200", "-5000, 1200", "5000, 0", "5000, -1200", "5000, 599", "5000, 4501", "NaN, 1200", "5000, NaN", "Infinity, 1200"})
  void whatNobodyRunsHasNoIndex(double distanceM, double timeS) {
    assertThat(PaceIndex.of(distanceM, timeS)).isEqualTo(Measured.missing("not a pace between 2:00 and 15:00 a kilometre"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 5, 200, Double.NaN, Double.POSITIVE_INFINITY})
  void anIndexThatNobodyHasHasNoTime(double index) {
    assertThatThrownBy(() -> PaceIndex.timeS(index, 5000)).hasMessageContaining("has no time over 5000.0 m");
    assertThatThrownBy(() -> PaceIndex.timeS(50, 0)).hasMessageContaining("has no time over 0.0 m");
  }

  @Test
  void aTimeFarBelowTheWorldRecordHasNoIndex() {
    // 12:35 over 5 km is the record of 2020.
    assertThat(PaceIndex.of(5000, 755).value()).isBetween(84.0, 86.0);
    assertThat(PaceIndex.of(5000, 700)).isEqualTo(Measured.missing("faster than anybody runs"));
  }

  @Test
  void everyRaceWithAnIndexHasAnEquivalentOverEveryDistanceAndComesBackOverItsOwn() {
    Random random = new Random(1979);
    for (int i = 0; i < 2000; i++) {
      double distanceM = 1500 + random.nextDouble() * 40695;
      double timeS = distanceM / 1000 * (120 + random.nextDouble() * 780);
      Measured index = PaceIndex.of(distanceM, timeS);
      if (index.isKnown()) {
        assertThat(PaceIndex.timeS(index.value(), distanceM)).isCloseTo(timeS, within(0.001));
        double before = 0;
        for (StandardDistance distance : StandardDistance.values()) {
          double equivalent = PaceIndex.timeS(index.value(), distance.distanceM());
          assertThat(equivalent).as("%s m in %s s over %s", distanceM, timeS, distance).isGreaterThan(before);
          before = equivalent;
        }
      }
    }
  }

  @Test
  void aFasterRaceHasAHigherIndex() {
    for (StandardDistance distance : StandardDistance.values()) {
      double metres = distance.distanceM();
      for (double pace = 120; pace < 1200; pace++) {
        double faster = PaceIndex.unchecked(metres, metres / 1000 * pace);
        assertThat(faster).isGreaterThan(PaceIndex.unchecked(metres, metres / 1000 * (pace + 1)));
      }
    }
  }

  @Test
  void theSpeedForAnOxygenUptakeIsTheInverseOfTheFormula() {
    // 5 km in 19:57 take 47.61131902 ml.
    assertThat(PaceIndex.velocityMPerMin(47.61131902)).isCloseTo(5000 / 19.95, within(1e-6));
    assertThatThrownBy(() -> PaceIndex.velocityMPerMin(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
