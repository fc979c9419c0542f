package dev.longrun.metrics.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.RandomRuns;
import dev.longrun.metrics.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeAdjustmentTest {
  // Values computed independently of this code.
  @ParameterizedTest
  @CsvSource({
    "1000, 300, 0, 0, 1, 300",
    "1000, 300, 20, 0, 1.0652, 281.6372512",
    "1000, 300, 0, 20, 0.9492, 316.0556258",
    "1000, 300, 20, 20, 1.0288, 291.6018663",
    "1000, 330, 50, 0, 1.19, 277.3109244",
    "500, 150, 5, 10, 0.9872, 303.8897893"
  })
  void factorAndPaceReproduceReferenceValues(double distanceM, double movingS, double gainM, double lossM, double factor, double gap) {
    Stretch part = new Stretch(distanceM, movingS, movingS, null, null, gainM, lossM);
    assertThat(GradeAdjustment.factor(distanceM, gainM, lossM)).isCloseTo(factor, within(1e-9));
    assertThat(GradeAdjustment.gapSPerKm(part)).isCloseTo(gap, within(1e-6));
    assertThat(GradeAdjustment.gap(List.of(part)).value()).isCloseTo(gap, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.0029, 1",
    "0.003, 1.008862",
    "0.05, 1.19",
    "0.10, 1.47",
    "-0.10, 0.89",
    "-0.12, 0.9112",
    "-0.20, 0.9112",
    "-0.90, 0.9112",
    "0.30, 3.49",
    "0.90, 3.49"
  })
  void theCostOfAGradientIsHeldWhereTheCurveEnds(double gradient, double cost) {
    assertThat(GradeAdjustment.cost(gradient)).isCloseTo(cost, within(1e-9));
  }

  @Test
  void climbAndDescentOfUpToSixMetresAKilometreAreNoise() {
    assertThat(GradeAdjustment.factor(1000.0, 3.0, 2.0)).isEqualTo(1);
    assertThat(GradeAdjustment.factor(1000.0, 6.0, 0.0)).isEqualTo(1);
    assertThat(GradeAdjustment.factor(1000.0, 6.1, 0.0)).isGreaterThan(1.01);
    assertThat(GradeAdjustment.factor(500.0, 3.0, 0.0)).isEqualTo(1);
  }

  @Test
  void unknownHillsChangeNothing() {
    assertThat(GradeAdjustment.factor(1000.0, null, null)).isEqualTo(1);
    assertThat(GradeAdjustment.factor(null, 20.0, 0.0)).isEqualTo(1);
    assertThat(GradeAdjustment.factor(0.0, 20.0, 0.0)).isEqualTo(1);
  }

  @Test
  void oneKnownSideIsTheDifferenceInHeight() {
    assertThat(GradeAdjustment.factor(1000.0, 20.0, null)).isCloseTo(1.0652, within(1e-9));
    assertThat(GradeAdjustment.factor(1000.0, null, 20.0)).isCloseTo(0.9492, within(1e-9));
  }

  @Test
  void onTheFlatThePaceIsUnchanged() {
    for (double pace = 150; pace <= 600; pace += 7.3) {
      Stretch kilometre = Stretch.flat(1000, pace, null);
      assertThat(GradeAdjustment.gapSPerKm(kilometre)).isEqualTo(kilometre.paceSPerKm());
      assertThat(GradeAdjustment.gap(List.of(kilometre, Stretch.flat(500, pace / 2, null))).value())
          .isCloseTo(pace, within(1e-9));
    }
  }

  @Test
  void itDoesNotMatterHowFinelyARunIsCut() {
    for (List<Stretch> run : RandomRuns.some(100)) {
      double gap = GradeAdjustment.gap(run).value();
      assertThat(GradeAdjustment.gap(RandomRuns.inHalves(run)).value()).isCloseTo(gap, within(1e-9 * gap));
    }
  }

  @Test
  void climbingIsWorthAFasterPaceAndMoreOfItEvenMore() {
    double before = 300;
    for (double gain = 7; gain <= 300; gain++) {
      double gap = GradeAdjustment.gapSPerKm(new Stretch(1000.0, 300, null, null, null, gain, 0.0));
      assertThat(gap).isLessThan(before);
      before = gap;
    }
  }

  @Test
  void theMethodSaysWhetherHillsAreKnown() {
    Stretch unknown = new Stretch(1000.0, 300, null, null, null, null, null);
    assertThat(GradeAdjustment.gap(List.of(unknown)).method()).isEqualTo("no-elevation");
    assertThat(GradeAdjustment.gap(List.of(unknown, Stretch.flat(1000, 300, null))).method()).isEqualTo("grade");
  }

  @Test
  void withoutDistanceOrTimeThereIsNoPace() {
    assertThat(GradeAdjustment.gapSPerKm(Stretch.of(300, 150.0))).isNull();
    assertThat(GradeAdjustment.gapSPerKm(Stretch.flat(1000, 0, null))).isNull();
    assertThat(GradeAdjustment.gap(List.of(Stretch.flat(1000, 300, null), Stretch.of(300, 150.0))).missing()).isEqualTo("no distance");
    assertThat(GradeAdjustment.gap(List.of()).missing()).isEqualTo("no moving time");
  }
}
