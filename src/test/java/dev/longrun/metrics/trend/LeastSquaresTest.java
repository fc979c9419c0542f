package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
  private final Fit fit = fit(SixtyRuns.terms(), SixtyRuns.logSpeeds());

  @ParameterizedTest
  @CsvSource({
    "intercept, 5.284440369, 0.009976218252, 0.01220069098",
    "day, 0.0002789819319, 5.362132354e-05, 5.117616502e-05",
    "heart rate, 0.005638265075, 0.000641981519, 0.0007229285096",
    "heat, -0.001787270038, 0.0005318514661, 0.0005522365629",
    "climb, -0.000583228863, 0.0007894327305, 0.0007821291852",
    "shoe B, 0.01402187914, 0.005386012165, 0.005731060836"
  })
  void reproducesTheWorkedCoefficientsAndBothKindsOfStandardErrors(String term, double estimate, double classical, double hc3) {
    assertThat(fit.coefficient(term)).isCloseTo(estimate, relative(estimate));
    assertThat(fit.classicalError(term)).isCloseTo(classical, relative(classical));
    assertThat(fit.robustError(term)).isCloseTo(hc3, relative(hc3));
  }

  @Test
  void reproducesTheWorkedSigmaAndRSquared() {
    assertThat(fit.sigma()).isCloseTo(0.02041952967, relative(0.02));
    assertThat(fit.rSquared()).isCloseTo(0.6920196784, relative(0.7));
    assertThat(fit.degreesOfFreedom()).isEqualTo(54);
  }

  @Test
  void anIntervalIsTwoPointZeroZeroFiveStandardErrorsAtFiftyFourDegreesOfFreedom() {
    Interval interval = fit.interval("shoe B");
    assertThat(interval.width() / 2 / fit.standardError("shoe B")).isCloseTo(2.004879, offset(1e-6));
    assertThat((interval.low() + interval.high()) / 2).isCloseTo(fit.coefficient("shoe B"), offset(1e-12));
  }

  @Test
  void aPValueFarInTheTailIsNotRoundedToNothing() {
    double[] x = IntStream.range(0, 200).asDoubleStream().toArray();
    Random chance = new Random(5);
    double[] y = Arrays.stream(x).map(value -> value + 10 * chance.nextGaussian()).toArray();
    assertThat(fit(List.of(new Term("x", x)), y).pValue("x")).isGreaterThan(0).isLessThan(1e-100);
  }

  @Test
  void neighboursThatScatterAlikeWidenWhatIsLearnedFromSlowlyChangingTerms() {
    Random chance = new Random(11);
    double[] slow = IntStream.range(0, 300).asDoubleStream().toArray();
    double[] quick = chance.doubles(300).toArray();
    double[] y = new double[300];
    double drift = 0;
    for (int i = 0; i < y.length; i++) {
      drift = 0.7 * drift + chance.nextGaussian();
      y[i] = drift;
    }
    Fit drifting = fit(List.of(new Term("slow", slow), new Term("quick", quick)), y);
    assertThat(drifting.autocorrelation()).isBetween(0.6, 0.8);
    assertThat(drifting.standardError("slow") / drifting.robustError("slow")).isBetween(1.9, 2.9);
    assertThat(drifting.standardError("quick") / drifting.robustError("quick")).isBetween(1.0, 1.15);
  }

  @Test
  void independentRowsAreNotWidened() {
    assertThat(fit.standardError("day") / fit.robustError("day")).isBetween(1.0, 1.2);
  }

  @Test
  void theInflationOfATermIsThatOfItsRegressionOnTheOthers() {
    List<Term> others = new ArrayList<>(SixtyRuns.terms());
    Term heat = others.remove(2);
    double expected = 1 / (1 - fit(others, heat.values()).rSquared());
    assertThat(fit.varianceInflation("heat")).isCloseTo(expected, offset(1e-9));
  }

  @Test
  void changingUnitsChangesNothingButUnits() {
    Term day = SixtyRuns.terms().get(0);
    List<Term> inYears = new ArrayList<>(SixtyRuns.terms());
    inYears.set(0, new Term("day", Arrays.stream(day.values()).map(value -> 1e6 + value / 365.25).toArray()));
    Fit years = fit(inYears, SixtyRuns.logSpeeds());
    assertThat(years.coefficient("day") / 365.25).isCloseTo(fit.coefficient("day"), relative(3e-4));
    assertThat(years.robustError("day") / 365.25).isCloseTo(fit.robustError("day"), relative(5e-5));
    assertThat(years.coefficient("heat")).isCloseTo(fit.coefficient("heat"), relative(2e-3));
    assertThat(years.varianceInflation("day")).isCloseTo(fit.varianceInflation("day"), offset(1e-6));
  }

  @Test
  void aPredictionIsTheSumOfItsTermsAndSurestInTheMiddle() {
    Map<String, Double> middle = Map.of("day", 98.0, "heart rate", 1.0, "heat", 13.4, "climb", 5.7, "shoe B", 0.5);
    Map<String, Double> edge = Map.of("day", 0.0, "heart rate", 10.0, "heat", 0.0, "climb", 0.0, "shoe B", 0.0);
    assertThat(fit.predict(edge)).isCloseTo(fit.coefficient("intercept") + 10 * fit.coefficient("heart rate"), offset(1e-12));
    assertThat(fit.interval(middle).width()).isLessThan(fit.interval(edge).width());
    assertThat(fit.interval(middle).contains(fit.predict(middle))).isTrue();
  }

  @Test
  void aTermThatFollowsFromOthersIsNamedWithThem() {
    List<Term> terms = new ArrayList<>(SixtyRuns.terms());
    double[] day = SixtyRuns.column(0);
    double[] heat = SixtyRuns.column(2);
    terms.add(new Term("season", IntStream.range(0, 60).mapToDouble(i -> 3 + day[i] - 20 * heat[i]).toArray()));
    Collinear collinear = (Collinear) LeastSquares.of(terms, SixtyRuns.logSpeeds());
    assertThat(collinear.term()).isEqualTo("season");
    assertThat(collinear.others()).containsExactlyInAnyOrder("day", "heat");
    assertThat(collinear.sentence()).startsWith("'season' cannot be separated from '");
  }

  @Test
  void aTermForEveryGroupBesideTheInterceptIsCollinear() {
    double[] b = SixtyRuns.column(4);
    List<Term> terms = List.of(new Term("shoe B", b), new Term("shoe A", Arrays.stream(b).map(value -> 1 - value).toArray()));
    assertThat(LeastSquares.of(terms, SixtyRuns.logSpeeds())).isEqualTo(new Collinear("shoe A", List.of("shoe B")));
  }

  @Test
  void aTermThatNeverChangesIsCollinearWithTheIntercept() {
    double[] constant = new double[60];
    Arrays.fill(constant, 0.1);
    Collinear collinear = (Collinear) LeastSquares.of(List.of(new Term("heat", constant)), SixtyRuns.logSpeeds());
    assertThat(collinear.sentence()).isEqualTo("'heat' is the same in every run");
  }

  @Test
  void whatIsNoNumberIsRefusedByName() {
    double[] values = SixtyRuns.column(2);
    values[7] = Double.NaN;
    assertThatThrownBy(() -> new Term("heat", values)).hasMessageContaining("heat").hasMessageContaining("NaN");
    double[] response = SixtyRuns.logSpeeds();
    response[7] = Double.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> LeastSquares.of(SixtyRuns.terms(), response)).hasMessageContaining("Infinity");
  }

  @Test
  void asManyRowsAsCoefficientsDetermineNothing() {
    List<Term> terms = List.of(new Term("day", new double[] {0, 1, 3}), new Term("heat", new double[] {1, 0, 4}));
    assertThatThrownBy(() -> LeastSquares.of(terms, new double[] {1, 2, 3})).hasMessage("3 rows cannot determine 3 coefficients");
  }

  private static Fit fit(List<Term> terms, double[] response) {
    return (Fit) LeastSquares.of(terms, response);
  }

  private static Offset<Double> relative(double size) {
    return offset(1e-9 * Math.abs(size));
  }
}
