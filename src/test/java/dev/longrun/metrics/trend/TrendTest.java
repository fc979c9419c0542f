package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final double[] X = IntStream.range(0, 15).asDoubleStream().toArray();
  private static final double[] Y = {300, 298, 301, 297, 296, 298, 294, 295, 292, 294, 291, 293, 290, 288, 291};

  @Test
  void mannKendallReproducesTheWorkedValuesWithTies() {
    MannKendall trend = MannKendall.of(Y);
    assertThat(trend.s()).isEqualTo(-82);
    assertThat(trend.variance()).isCloseTo(405.3333333, offset(1e-6));
    assertThat(trend.z()).isCloseTo(-4.023267035, offset(1e-9));
    assertThat(trend.pValue()).isCloseTo(5.739635634e-05, offset(1e-13));
    assertThat(trend.tauB()).isCloseTo(-0.7923537487, offset(1e-9));
  }

  @Test
  void valuesThatNeverChangeHaveNoTrend() {
    MannKendall trend = MannKendall.of(new double[] {5, 5, 5, 5});
    assertThat(trend).isEqualTo(new MannKendall(0, 0, 0, 1, 0));
  }

  @Test
  void mannKendallTurnsRoundWithTime() {
    double[] backwards = IntStream.range(0, 15).mapToDouble(i -> Y[14 - i]).toArray();
    assertThat(MannKendall.of(backwards).z()).isEqualTo(-MannKendall.of(Y).z());
  }

  @Test
  void theilSenReproducesTheWorkedSlopeAndSensInterval() {
    TheilSen trend = TheilSen.of(X, Y).orElseThrow();
    assertThat(trend.slope()).isCloseTo(-0.8, offset(1e-12));
    assertThat(trend.intercept()).isCloseTo(299.6, offset(1e-12));
    assertThat(trend.interval()).isEqualTo(new Interval(-1.0, -0.5));
  }

  @Test
  void oneWildValueBendsTheLeastSquaresLineButNotTheilSens() {
    double[] wild = Y.clone();
    wild[14] = 900;
    assertThat(TheilSen.of(X, wild).orElseThrow().slope()).isBetween(-0.9, -0.6);
    assertThat(((Fit) LeastSquares.of(List.of(new Term("week", X)), wild)).coefficient("week")).isGreaterThan(10);
  }

  @Test
  void aSeriesThatIsLikeItsNeighboursGetsAWiderIntervalAroundTheSameSlope() {
    double[] slow = IntStream.range(0, 15).mapToDouble(i -> Y[i] + 3 * Math.sin(i / 2.0)).toArray();
    TheilSen independent = TheilSen.of(X, slow).orElseThrow();
    TheilSen series = TheilSen.ofSeries(X, slow).orElseThrow();
    assertThat(series.slope()).isEqualTo(independent.slope());
    assertThat(series.widening()).isGreaterThan(1.2);
    assertThat(series.interval().width()).isGreaterThan(independent.interval().width());
  }

  @Test
  void pointsOfOneDayHaveNoSlope() {
    assertThat(TheilSen.of(new double[] {3, 3}, new double[] {1, 2})).isEmpty();
    assertThat(TheilSen.of(new double[0], new double[0])).isEmpty();
  }

  @Test
  void runByRunValuesOfALifeAreRefusedSinceTheirPairsAreTooMany() {
    double[] many = new double[12_000];
    assertThatThrownBy(() -> TheilSen.of(many, many)).hasMessageContaining("at most 4000");
  }

  @Test
  void benjaminiHochbergReproducesTheWorkedValuesInAnyOrder() {
    double[] p = {0.216, 0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212};
    assertThat(BenjaminiHochberg.adjusted(p))
        .containsExactly(
            new double[] {0.216, 0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857, 0.216, 0.216}, offset(1e-9));
    assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
  }

  @Test
  void adjustedValuesAreNeverBelowTheRawOnesNorAboveOne() {
    double[] p = new Random(4).doubles(200).toArray();
    double[] adjusted = BenjaminiHochberg.adjusted(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], 1.0);
    }
  }

  @Test
  void detectableEffectsReproduceTheWorkedValues() {
    assertThat(DetectableEffect.totalChange(3, 36)).isCloseTo(4.849742261, offset(1e-9));
    assertThat(DetectableEffect.totalChange(2, 156)).isCloseTo(1.553160549, offset(1e-9));
    assertThat(DetectableEffect.betweenGroups(3, 60, 60)).isCloseTo(1.533623161, offset(1e-9));
    assertThat(DetectableEffect.betweenGroups(4, 10, 10)).isCloseTo(5.00879227, offset(1e-8));
    assertThat(DetectableEffect.of(0.5)).isEqualTo(1.4);
  }

  @Test
  void neighboursOfAnAlternatingSeriesAreUnlike() {
    assertThat(Autocorrelation.lag1(new double[] {1, -1, 1, -1, 1, -1, 1, -1})).isCloseTo(-0.875, offset(1e-12));
    assertThat(Autocorrelation.lag1(new double[] {2, 2, 2})).isZero();
    assertThat(Autocorrelation.lag1(new double[0])).isZero();
  }

  @Test
  void theMedianLiesInTheMiddle() {
    assertThat(Median.of(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Median.of(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    assertThatThrownBy(() -> Median.of(new double[0])).hasMessage("Nothing has no median");
  }
}
