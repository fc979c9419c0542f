package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingPacesTest {
  @Test
  void thePrintedPacesOfAnIndexOfFiftyAreMet() {
    TrainingPaces paces = TrainingPaces.of(50);
    assertThat(paces.easyFastSPerKm()).isCloseTo(296, within(1.0));
    assertThat(paces.easySlowSPerKm()).isCloseTo(334, within(1.0));
    assertThat(paces.marathonSPerKm()).isCloseTo(271, within(0.6));
    assertThat(paces.thresholdSPerKm()).isCloseTo(255, within(1.0));
    assertThat(paces.intervalSPerKm()).isCloseTo(235, within(1.0));
    assertThat(paces.repetitionSPerKm()).isCloseTo(87 / 0.4, within(1.1 / 0.4));
  }

  @Test
  void thePacesForAMarathonJustBelowThreeHours() {
    TrainingPaces paces = TrainingPaces.of(53.53412747);
    assertThat(paces.marathonSPerKm()).isCloseTo(255.9308, within(0.0005));
    assertThat(paces.thresholdSPerKm()).isCloseTo(241.5, within(0.5));
    assertThat(paces.intervalSPerKm()).isCloseTo(222.2, within(0.5));
  }

  @Test
  void everyPaceGetsFasterWithTheIndexAndTheyKeepTheirOrder() {
    for (int index = 30; index < 85; index++) {
      TrainingPaces paces = TrainingPaces.of(index);
      TrainingPaces better = TrainingPaces.of(index + 1);
      assertThat(better.easyFastSPerKm()).isLessThan(paces.easyFastSPerKm());
      assertThat(better.marathonSPerKm()).isLessThan(paces.marathonSPerKm());
      assertThat(better.repetitionSPerKm()).isLessThan(paces.repetitionSPerKm());
      assertThat(new double[] {
            paces.repetitionSPerKm(),
            paces.intervalSPerKm(),
            paces.thresholdSPerKm(),
            paces.marathonSPerKm(),
            paces.easyFastSPerKm(),
            paces.easySlowSPerKm()
          })
          .as("index %s", index)
          .isSorted();
    }
  }

  @Test
  void anIndexThatNobodyHasHasNoPaces() {
    assertThatThrownBy(() -> TrainingPaces.of(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
