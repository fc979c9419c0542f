package dev.longrun.metrics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonotonyTest {
  // Values computed independently of this code, with the population deviation.
  @ParameterizedTest
  @CsvSource({
    "300 0 500 200 600 0 700, 1.26228899, 2903.264677",
    "300 320 280 310 300 0 330, 2.426520142, 4464.797061",
    "420 150 600 0 450 180 840, 1.405887133, 3711.542032"
  })
  void monotonyReproducesReferenceValues(String loads, double monotony, double strain) {
    Monotony week = Monotony.of(Stream.of(loads.split(" ")).map(Double::valueOf).toList()).orElseThrow();
    assertThat(week.monotony()).isCloseTo(monotony, within(1e-6));
    assertThat(week.strain()).isCloseTo(strain, within(1e-4));
  }

  @Test
  void daysThatAreAllAlikeHaveNoMonotony() {
    assertThat(Monotony.of(Collections.nCopies(7, 400.0))).isEmpty();
    assertThat(Monotony.of(Collections.nCopies(7, 0.0))).isEmpty();
  }

  @Test
  void daysAlikeUpToRoundingCountAsAlike() {
    assertThat(0.1 + 0.2).isNotEqualTo(0.3);
    assertThat(Monotony.of(List.of(0.1 + 0.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3))).isEmpty();
  }

  @Test
  void aDayOfUnknownLoadLeavesTheWeekUnknown() {
    assertThat(Monotony.of(Arrays.asList(300.0, null, 500.0, 200.0, 600.0, 0.0, 700.0))).isEmpty();
  }

  @Test
  void otherThanSevenDaysAndNegativeLoadsAreRefused() {
    assertThatThrownBy(() -> Monotony.of(Collections.nCopies(6, 1.0))).hasMessage("Monotony needs seven days, not 6");
    assertThatThrownBy(() -> Monotony.of(List.of(1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).hasMessageContaining("never negative");
  }
}
