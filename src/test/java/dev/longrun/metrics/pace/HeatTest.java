package dev.longrun.metrics.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.race.RaceHeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeatTest {
  @ParameterizedTest
  @CsvSource({"20, 80, 16.4444", "25, 60, 16.6977", "10, 70, 4.7786", "20, 100, 20"})
  void dewPointReproducesReferenceValues(double temperatureC, double humidityPct, double dewPointC) {
    assertThat(Humidity.dewPointC(temperatureC, humidityPct)).isCloseTo(dewPointC, within(5e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 101, Double.NaN})
  void humidityOutsideItsRangeIsRefused(double humidityPct) {
    assertThatThrownBy(() -> Humidity.dewPointC(20, humidityPct)).hasMessageContaining("above 0 and at most 100 %");
  }

  // Values computed independently of this code.
  @ParameterizedTest
  @CsvSource({"20, 80, 1.9600, 3.4333", "25, 60, 2.9056, 5.0093", "15, 60, 0.2067, 0", "10, 70, 0, 0", "30, 60, 5.4753, 7.9170"})
  void theCostOfHeatReproducesReferenceValues(double temperatureC, double humidityPct, double trainingPct, double racePct) {
    double dewPointC = Humidity.dewPointC(temperatureC, humidityPct);
    assertThat(HeatCost.trainingPct(temperatureC, dewPointC)).isCloseTo(trainingPct, within(5e-5));
    assertThat(RaceHeat.slowingPercent(temperatureC, dewPointC)).isCloseTo(racePct, within(5e-5));
  }

  @Test
  void theCostNeverFallsWhenItGetsHotterAndEndsWithTheTable() {
    double before = 0;
    for (double celsius = -10; celsius <= 50; celsius += 0.1) {
      double now = HeatCost.trainingPct(celsius, celsius);
      assertThat(now).isBetween(before, 10.0);
      before = now;
    }
    assertThat(before).isEqualTo(10);
  }

  @Test
  void inTheCoolThePaceIsUnchanged() {
    assertThat(HeatCost.coolPace(300, HeatCost.trainingPct(5, 0))).isEqualTo(300);
    assertThat(HeatCost.coolPace(309, 3)).isCloseTo(300, within(1e-9));
  }

  @Test
  void heatIsCountedFromTwentyDegreesOfTemperatureAndDewPoint() {
    assertThat(HeatCost.heat(12, 8)).isZero();
    assertThat(HeatCost.heat(5, -3)).isZero();
    assertThat(HeatCost.heat(22, 15)).isEqualTo(17);
  }
}
