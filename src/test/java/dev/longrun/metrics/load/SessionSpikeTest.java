package dev.longrun.metrics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.trend.SpikeClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSpikeTest {
  @ParameterizedTest
  @CsvSource({
    "20000, 20000, 1, REFERENCE",
    "22000, 20000, 1.1, REFERENCE",
    "22100, 20000, 1.105, SMALL",
    "26000, 20000, 1.3, SMALL",
    "26100, 20000, 1.305, MODERATE",
    "40000, 20000, 2, MODERATE",
    "40100, 20000, 2.005, LARGE",
    "10000, 18000, 0.5555555556, REFERENCE"
  })
  void theRatioFallsIntoTheClassesOfFrandsen(double distanceM, double longestM, double ratio, SpikeClass size) {
    double value = SessionSpike.of(distanceM, longestM).value();
    assertThat(value).isCloseTo(ratio, within(1e-9));
    assertThat(SpikeClass.of(value)).isEqualTo(size);
  }

  @Test
  void withoutARunToCompareWithThereIsNoRatio() {
    assertThat(SessionSpike.of(15000.0, null).missing()).isEqualTo("no run in the 30 days before");
    assertThat(SessionSpike.of(15000.0, 0.0).missing()).isEqualTo("no run in the 30 days before");
  }

  @Test
  void withoutADistanceThereIsNoRatio() {
    assertThat(SessionSpike.of(null, 20000.0).missing()).isEqualTo("no distance");
    assertThat(SessionSpike.of(0.0, 20000.0).missing()).isEqualTo("no distance");
  }
}
