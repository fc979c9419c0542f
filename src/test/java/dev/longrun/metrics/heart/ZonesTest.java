package dev.longrun.metrics.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.RandomRuns;
import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
  private static final ZoneBoundaries ZONES = ZoneBoundaries.ofLthr(170);

  @Test
  void boundariesComeFromTheThresholdOrElseTheMaximum() {
    assertThat(ZONES).isEqualTo(new ZoneBoundaries(153, 170, "lthr"));
    assertThat(ZoneBoundaries.ofMaxHr(200)).isEqualTo(new ZoneBoundaries(168, 184, "max-hr"));
  }

  @Test
  void boundariesThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> new ZoneBoundaries(170, 153, "measured")).hasMessageContaining("must not be below the first");
    assertThatThrownBy(() -> ZoneBoundaries.ofLthr(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorkedRunSpendsItsTimeInThreeZones() {
    double[][] splits = {
      {300, 132}, {295, 141}, {290, 148}, {288, 152}, {286, 156}, {240, 172}, {238, 176}, {290, 160}, {300, 150}, {305, 146}
    };
    List<Stretch> parts = new ArrayList<>();
    for (double[] split : splits) {
      parts.add(Stretch.of(split[0], split[1]));
    }
    ZoneTimes times = IntensityZones.of(parts, ZONES).times();
    assertThat(times).isEqualTo(new ZoneTimes(1778, 576, 478, "lthr"));
    // The published weights 1, 2, 3 of these minutes give the independently computed 72.7333.
    assertThat((times.z1S() + 2 * times.z2S() + 3 * times.z3S()) / 60).isCloseTo(72.73333333, within(1e-8));
  }

  @Test
  void aHeartRateAtABoundaryIsInTheZoneAboveIt() {
    List<Stretch> parts = List.of(Stretch.of(300, 152.9), Stretch.of(400, 153.0), Stretch.of(500, 169.9), Stretch.of(600, 170.0));
    assertThat(IntensityZones.of(parts, ZONES).times()).isEqualTo(new ZoneTimes(300, 900, 600, "lthr"));
  }

  @Test
  void zonesNeedTenMinutes() {
    assertThat(IntensityZones.of(List.of(Stretch.of(599, 150.0)), ZONES).missing()).isEqualTo("less than 10 minutes");
    assertThat(IntensityZones.of(List.of(Stretch.of(600, 150.0)), ZONES).missing()).isNull();
  }

  @Test
  void zonesNeedHeartRateForMostOfTheTimeAndInventNoneForTheRest() {
    assertThat(IntensityZones.of(List.of(Stretch.of(900, 150.0), Stretch.of(100, null)), ZONES).times())
        .isEqualTo(new ZoneTimes(900, 0, 0, "lthr"));
    assertThat(IntensityZones.of(List.of(Stretch.of(899, 150.0), Stretch.of(101, null)), ZONES).missing())
        .isEqualTo("heart rate for less than 90 % of the time");
    assertThat(IntensityZones.of(List.of(Stretch.of(1000, null)), ZONES).missing()).isEqualTo("no heart rate");
  }

  @Test
  void zonesNeedBoundaries() {
    assertThat(IntensityZones.of(List.of(Stretch.of(900, 150.0)), null).missing()).startsWith("neither the threshold");
  }

  @Test
  void theZonesOfARunAddUpToItsTimeHoweverFinelyItIsCut() {
    for (List<Stretch> run : RandomRuns.some(100)) {
      ZoneTimes times = IntensityZones.of(run, ZONES).times();
      ZoneTimes halves = IntensityZones.of(RandomRuns.inHalves(run), ZONES).times();
      assertThat(times.z1S() + times.z2S() + times.z3S()).isCloseTo(run.stream().mapToDouble(Stretch::movingS).sum(), within(1e-6));
      assertThat(halves.z1S()).isCloseTo(times.z1S(), within(1e-6));
      assertThat(halves.z2S()).isCloseTo(times.z2S(), within(1e-6));
      assertThat(halves.z3S()).isCloseTo(times.z3S(), within(1e-6));
    }
  }

  // Values computed independently of this code; Treff 2019.
  @ParameterizedTest
  @CsvSource({
    "0.8, 0.05, 0.15, 2.380211242, POLARISED",
    "0.75, 0.1, 0.15, 2.051152522, POLARISED",
    "0.8, 0.15, 0.05, 1.425968732, PYRAMIDAL",
    "0.68, 0.2, 0.12, 1.610660163, PYRAMIDAL",
    "0.9, 0, 0.1, 2.949390007, POLARISED",
    "0.95, 0.05, 0, 0, PYRAMIDAL",
    "0.8, 0.1, 0.1, 1.903089987, OTHER",
    "0.6, 0.3, 0.1, 1.301029996, PYRAMIDAL"
  })
  void theIndexReproducesReferenceValuesAndTheDistributionHasItsName(double z1, double z2, double z3, double index, Distribution name) {
    assertThat(PolarisationIndex.of(z1, z2, z3).value()).isCloseTo(index, within(1e-8));
    assertThat(Distribution.of(z1, z2, z3)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, OTHER",
    "0.3, 0.6, 0.1, THRESHOLD",
    "0.1, 0.6, 0.3, THRESHOLD",
    "0.3, 0.2, 0.5, OTHER",
    "0.5, 0.24, 0.26, OTHER",
    "45, 45, 10, OTHER",
    "10, 45, 45, OTHER",
    "45, 10, 45, OTHER",
    // An index a little below 2.00, and one a little above.
    "80, 8.9, 11.1, OTHER",
    "80, 8.8, 11.2, POLARISED"
  })
  void aDistributionHasTheNameOfItsLargestZones(double z1, double z2, double z3, Distribution name) {
    assertThat(Distribution.of(z1, z2, z3)).contains(name);
  }

  @Test
  void indexAndNameAreTheSameInMinutesAndInShares() {
    assertThat(PolarisationIndex.of(480, 30, 90).value()).isCloseTo(PolarisationIndex.of(0.8, 0.05, 0.15).value(), within(1e-12));
    assertThat(Distribution.of(480, 30, 90)).contains(Distribution.POLARISED);
  }

  @Test
  void withMoreHardThanEasyRunningTheIndexIsNotDefined() {
    assertThat(PolarisationIndex.of(0.3, 0.2, 0.5).missing()).startsWith("more time above");
  }

  @Test
  void withoutTimeThereIsNeitherIndexNorName() {
    assertThat(PolarisationIndex.of(0, 0, 0).missing()).isEqualTo("no time in zones");
    assertThat(Distribution.of(0, 0, 0)).isEmpty();
  }
}
