package dev.longrun.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void heartRateIsWeightedByTime() {
    assertThat(Parts.meanHrBpm(List.of(Stretch.of(300, 150.0), Stretch.of(100, 170.0), Stretch.of(500, null)))).isEqualTo(155);
  }

  @Test
  void withoutHeartRateThereIsNoMean() {
    assertThat(Parts.meanHrBpm(List.of(Stretch.of(300, null), Stretch.of(0, 150.0), Stretch.of(300, 0.0)))).isNull();
  }

  @Test
  void coverageIsAShareOfTheMovingTime() {
    assertThat(Parts.heartRateCoverage(List.of(Stretch.of(300, 150.0), Stretch.of(100, null)))).isEqualTo(0.75);
    assertThat(Parts.heartRateCoverage(List.of())).isZero();
  }

  @Test
  void aPartThatStraddlesABorderIsDividedInProportion() {
    Stretch part = new Stretch(1000.0, 300, 360.0, 150.0, 176.0, 20.0, 10.0);
    assertThat(Parts.between(List.of(Stretch.of(100, 140.0), part, part), 325, 400))
        .containsExactly(new Stretch(250.0, 75, 90.0, 150.0, 176.0, 5.0, 2.5));
  }

  @Test
  void thePiecesOfARunAddUpToTheRun() {
    for (List<Stretch> run : RandomRuns.some(100)) {
      double whole = Parts.movingS(run);
      double border = whole / 3;
      double pieces = Parts.movingS(Parts.between(run, 0, border)) + Parts.movingS(Parts.between(run, border, whole));
      assertThat(pieces).isCloseTo(whole, within(1e-6));
      assertThat(Parts.between(run, 0, Double.POSITIVE_INFINITY)).isEqualTo(run);
      assertThat(Parts.meanHrBpm(RandomRuns.inHalves(run))).isCloseTo(Parts.meanHrBpm(run), within(1e-9));
    }
  }
}
