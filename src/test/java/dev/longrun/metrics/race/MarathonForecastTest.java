package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarathonForecastTest {
  private static final Race HALF = new Race(21097.5, 5100, 20);
  private static final Race TEN_KM = new Race(10000, 2310, 40);
  private static final Race FIVE_KM = new Race(5000, 1110, 30);

  private static ForecastInputs inputs(Double km, Double pace, Integer weeks, Race... races) {
    return new ForecastInputs(List.of(races), null, km, pace, weeks, 0, null, null);
  }

  private static ForecastInputs wellLogged(int missingComponents, Double temperatureC, Double dewPointC) {
    return new ForecastInputs(List.of(HALF), null, 80.4672, 285.0, 8, missingComponents, temperatureC, dewPointC);
  }

  private static Double of(Forecast forecast, ForecastModel model) {
    return forecast.models().stream().filter(each -> each.model() == model).findFirst().orElseThrow().seconds();
  }

  @Test
  void theForecastIsTheMedianOfFourModels() {
    Forecast forecast = MarathonForecast.of(wellLogged(0, null, null));

    double index = PaceIndex.timeS(54.45351499, 42195);
    assertThat(of(forecast, ForecastModel.PACE_INDEX)).isCloseTo(index, within(0.01));
    assertThat(of(forecast, ForecastModel.RIEGEL)).isCloseTo(10707.11017, within(1e-4));
    assertThat(of(forecast, ForecastModel.VICKERS_VERTOSICK)).isCloseTo(11236.188, within(0.001));
    double tanda = Tanda.timeS(80.4672, 285.0, 8).value();
    assertThat(of(forecast, ForecastModel.TANDA)).isEqualTo(tanda);
    assertThat(index).isLessThan(10707);
    assertThat(tanda).isBetween(10708.0, 11236.0);
    assertThat(forecast.seconds()).isCloseTo((10707.11017 + tanda) / 2, within(1e-4));
    assertThat(forecast.isKnown()).isTrue();
    assertThat(forecast.missing()).isEmpty();
  }

  @Test
  void everyModelNamesItsBasisOrItsReason() {
    Forecast forecast = MarathonForecast.of(inputs(80.4672, 285.0, 5, new Race(21400, 5100, 20)));
    assertThat(forecast.models())
        .extracting(ModelForecast::model, ModelForecast::basis, ModelForecast::missing)
        .containsExactly(
            tuple(ForecastModel.PACE_INDEX, "half marathon in 1:25:00", null),
            tuple(ForecastModel.RIEGEL, "half marathon in 1:25:00, exponent 1.070", null),
            tuple(
                ForecastModel.TANDA, null, "three runs in only 5 of the last 8 weeks, 6 are needed"),
            tuple(
                ForecastModel.VICKERS_VERTOSICK, "half marathon in 1:25:00, 80.5 km a week", null));
  }

  @Test
  void aHalfCountsBeforeAnyShorterRace() {
    Forecast half = MarathonForecast.of(inputs(null, null, null, HALF));
    assertThat(MarathonForecast.of(inputs(null, null, null, HALF, FIVE_KM, TEN_KM)).models()).isEqualTo(half.models());
    assertThat(MarathonForecast.of(inputs(null, null, null, FIVE_KM, TEN_KM)).models().get(0).basis()).isEqualTo("10 km in 38:30");
    assertThat(MarathonForecast.of(inputs(null, null, null, FIVE_KM)).models().get(0).basis()).isEqualTo("5 km in 18:30");
  }

  @Test
  void theBestOfSeveralHalvesCounts() {
    Forecast best = MarathonForecast.of(inputs(null, null, null, HALF));
    assertThat(MarathonForecast.of(inputs(null, null, null, new Race(21097.5, 5300, 3), HALF)).seconds()).isEqualTo(best.seconds());
  }

  @Test
  void racesOfMoreThanTwelveWeeksAgoDoNotCount() {
    assertThat(MarathonForecast.of(inputs(null, null, null, new Race(21097.5, 5100, 84))).isKnown()).isTrue();
    assertThat(MarathonForecast.of(inputs(null, null, null, new Race(21097.5, 5100, 85))).isKnown()).isFalse();
  }

  @Test
  void theRunnersOwnExponentReplacesThePopulations() {
    Forecast forecast =
        MarathonForecast.of(new ForecastInputs(List.of(HALF), new PersonalExponent(1.06, 9), null, null, null, 0, null, null));
    assertThat(of(forecast, ForecastModel.RIEGEL)).isCloseTo(10633.15076, within(1e-4));
  }

  @Test
  void aWellLoggedRunnersForecastIsFiveAndAHalfMinutesUncertain() {
    assertThat(MarathonForecast.of(wellLogged(0, null, null)).sigmaS()).isEqualTo(330);
    assertThat(MarathonForecast.of(wellLogged(3, null, null)).sigmaS()).isEqualTo(330 + 180);
  }

  @Test
  void theSpreadOfTheModelsCountsWhenItIsLarger() {
    Forecast forecast = MarathonForecast.of(inputs(40.0, 330.0, 8, HALF));
    double[] times = forecast.models().stream().mapToDouble(ModelForecast::seconds).toArray();
    double mean = Arrays.stream(times).average().orElseThrow();
    double variance = Arrays.stream(times).map(time -> (time - mean) * (time - mean)).sum() / 3;
    assertThat(forecast.sigmaS()).isGreaterThan(540).isCloseTo(Math.sqrt(variance), within(1e-6));
  }

  @Test
  void withoutALogOrALongEnoughRaceItIsNineMinutesUncertain() {
    assertThat(MarathonForecast.of(inputs(null, null, null, HALF)).sigmaS()).isEqualTo(540);
    assertThat(MarathonForecast.of(inputs(80.0, 285.0, 5, HALF)).sigmaS()).isEqualTo(540);
    assertThat(MarathonForecast.of(inputs(110.0, 285.0, 8, FIVE_KM)).sigmaS()).isEqualTo(540);
    assertThat(MarathonForecast.of(inputs(110.0, 280.0, 8)).sigmaS()).isEqualTo(540);
  }

  @Test
  void aSlowMarathonIsFivePercentUncertain() {
    Forecast forecast = MarathonForecast.of(inputs(null, null, null, new Race(21097.5, 7200, 20)));
    assertThat(forecast.sigmaS()).isCloseTo(0.05 * forecast.seconds(), within(1e-9)).isGreaterThan(540);
    assertThat(forecast.notes()).anyMatch(note -> note.contains("beyond the 4 hours"));
  }

  @Test
  void eightyPercentLieWithinTheInterval() {
    Forecast forecast = MarathonForecast.of(wellLogged(0, null, null));
    assertThat(forecast.seconds() - forecast.lowS()).isCloseTo(1.2815515655 * 330, within(1e-6));
    assertThat(forecast.highS() - forecast.seconds()).isCloseTo(1.2815515655 * 330, within(1e-6));
    double inside = forecast.goalProbability(forecast.highS()).orElseThrow() - forecast.goalProbability(forecast.lowS()).orElseThrow();
    assertThat(inside).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void warmAirSlowsTheForecastAndWidensIt() {
    Forecast cool = MarathonForecast.of(wellLogged(0, null, null));
    Forecast free = MarathonForecast.of(wellLogged(0, 15.0, 10.0));
    Forecast warm = MarathonForecast.of(wellLogged(0, 20.0, 16.4444));
    assertThat(cool.heatS()).isNull();
    assertThat(free.heatS()).isZero();
    assertThat(free.seconds()).isEqualTo(cool.seconds());
    assertThat(free.sigmaS()).isEqualTo(cool.sigmaS());
    assertThat(warm.heatS()).isCloseTo(cool.seconds() * 0.034333, within(0.1));
    assertThat(warm.seconds()).isEqualTo(cool.seconds() + warm.heatS());
    assertThat(warm.sigmaS()).isCloseTo(Math.hypot(330, warm.heatS() / 2), within(1e-9));
    assertThat(cool.notes()).anyMatch(note -> note.contains("a cool day is assumed"));
    assertThat(warm.notes()).anyMatch(note -> note.startsWith("The weather costs 3.4 %"));
  }

  @Test
  void aTemperatureWithoutItsDewPointIsNoWeather() {
    assertThat(MarathonForecast.of(wellLogged(0, 30.0, null)).heatS()).isNull();
  }

  @Test
  void withoutRaceAndLogItSaysWhatIsMissing() {
    Forecast forecast = MarathonForecast.of(inputs(null, null, null));
    assertThat(forecast.isKnown()).isFalse();
    assertThat(forecast.seconds()).isNull();
    assertThat(forecast.goalProbability(10799)).isEmpty();
    assertThat(forecast.missing())
        .containsExactly(
            "an all-out race of 5 to 30 km in the last 12 weeks", "a training log: no training log of the last 8 weeks");
    assertThat(forecast.models()).hasSize(4).noneMatch(ModelForecast::isKnown);
  }

  @Test
  void trainingAloneIsEnoughUnlessItIsForASlowerMarathonThanItsModels() {
    assertThat(MarathonForecast.of(inputs(100.0, 290.0, 8)).seconds()).isCloseTo(10928.70314, within(1e-4));
    assertThat(MarathonForecast.of(inputs(30.0, 400.0, 8)).missing())
        .contains("training for a marathon in 3:36:00 or less, from which the training-log model holds");
    assertThat(MarathonForecast.of(inputs(130.0, 240.0, 8)).seconds()).isLessThan(Tanda.FASTEST_S);
  }

  @Test
  void aRaceBeyondTheRangeOfTheModelsIsToldApartFromNone() {
    Forecast forecast = MarathonForecast.of(inputs(100.0, 290.0, 8, new Race(21097.5, 13801, 20)));
    assertThat(forecast.isKnown()).isFalse();
    assertThat(forecast.models().get(0).missing()).isEqualTo("a race longer than 230 minutes");
    assertThat(MarathonForecast.of(inputs(100.0, 290.0, 8, new Race(21097.5, 13800, 20))).isKnown()).isTrue();
  }

  @Test
  void whatNobodyRunsAndWhatIsTooShortIsNoRaceForTheForecast() {
    assertThat(
            MarathonForecast.of(
                    inputs(null, null, null, new Race(21097.5, 2000, 9), new Race(3000, 620, 9), new Race(35000, 9000, 9)))
                .isKnown())
        .isFalse();
  }

  @Test
  void aMarathonOfTheLastHalfYearIsEvidenceByItselfWithThePublishedSpread() {
    Forecast forecast = MarathonForecast.of(inputs(null, null, null, new Race(42400, 10900, 120)));
    assertThat(forecast.seconds()).isEqualTo(10900);
    assertThat(forecast.sigmaS()).isCloseTo(10900 * 0.026 * Math.sqrt(2), within(1e-6));
    assertThat(of(forecast, ForecastModel.MARATHON)).isEqualTo(10900.0);
    assertThat(forecast.notes()).anyMatch(note -> note.contains("no race of 5 to 30 km")).noneMatch(note -> note.contains("training alone"));
    assertThat(MarathonForecast.of(inputs(null, null, null, new Race(42195, 10900, 184))).isKnown()).isFalse();
  }

  @Test
  void aMarathonAndTheOtherModelsAreWeighedWhenTheySayMore() {
    double others = MarathonForecast.of(wellLogged(0, null, null)).seconds();
    Forecast slower = MarathonForecast.of(inputs(80.4672, 285.0, 8, HALF, new Race(42195, others + 600, 60)));
    assertThat(slower.seconds()).isBetween(others + 300, others + 600);
    Forecast faster = MarathonForecast.of(inputs(80.4672, 285.0, 8, HALF, new Race(42195, others - 300, 60)));
    assertThat(faster.seconds()).isEqualTo(others - 300);
  }

  @Test
  void daysAfterAMarathonTheForecastIsForARestedRunner() {
    assertThat(MarathonForecast.of(inputs(80.0, 285.0, 8, HALF, new Race(42195, 10900, 5))).notes())
        .anyMatch(note -> note.startsWith("It is for a rested runner: the last race of that length was 5 days ago"));
    assertThat(MarathonForecast.of(inputs(80.0, 285.0, 8, HALF, new Race(42195, 10900, 28))).notes())
        .noneMatch(note -> note.contains("rested runner"));
  }

  @Test
  void knowingLessNeverRaisesAProbability() {
    for (double goalS = 9600; goalS <= 12600; goalS += 300) {
      double before = 1;
      for (int missing = 0; missing <= 6; missing++) {
        double probability = MarathonForecast.of(wellLogged(missing, null, null)).goalProbability(goalS).orElseThrow();
        assertThat(probability).isLessThanOrEqualTo(before);
        before = probability;
      }
    }
  }

  @Test
  void aTrainingModelOutsideItsRangeKeepsItsVoteAndSaysSo() {
    Forecast forecast = MarathonForecast.of(inputs(30.0, 400.0, 8, HALF));
    assertThat(of(forecast, ForecastModel.TANDA)).isGreaterThan(Tanda.SLOWEST_S);
    assertThat(forecast.notes()).anyMatch(note -> note.startsWith("The training-log model holds from 2:47:00 to 3:36:00"));
    assertThat(forecast.sigmaS()).isGreaterThanOrEqualTo(540);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> inputs(-1.0, null, null)).hasMessage("Not kilometres a week: -1.0");
    assertThatThrownBy(() -> inputs(Double.NaN, null, null)).hasMessage("Not kilometres a week: NaN");
    assertThatThrownBy(() -> wellLogged(-1, null, null)).hasMessage("Not a number of components: -1");
    assertThatThrownBy(() -> wellLogged(0, Double.POSITIVE_INFINITY, 1.0)).hasMessage("Not a temperature: Infinity");
    assertThatThrownBy(() -> IndexForecast.of(List.of(HALF), StandardDistance.MARATHON)).isInstanceOf(IllegalArgumentException.class);
  }

  // Computed independently of this code.
  @ParameterizedTest
  @CsvSource({
    "20, 16.4444, 3.4333",
    "25, 16.6977, 5.0093",
    "10, 4.7786, 0",
    "15, 10, 0",
    "15, 10.5, 0.15"
  })
  void heatReproducesReferenceValues(double temperatureC, double dewPointC, double percent) {
    assertThat(RaceHeat.slowingPercent(temperatureC, dewPointC)).isCloseTo(percent, within(0.0001));
  }

  @Test
  void aShorterRacesForecastIsItsEquivalentByPaceIndex() {
    Forecast fiveKm = IndexForecast.of(List.of(HALF), StandardDistance.FIVE_KM);
    assertThat(fiveKm.seconds()).isCloseTo(PaceIndex.timeS(54.45351499, 5000), within(0.001));
    assertThat(fiveKm.models().get(0).basis()).isEqualTo("half marathon in 1:25:00");
    Forecast half = IndexForecast.of(List.of(HALF), StandardDistance.HALF_MARATHON);
    assertThat(half.seconds()).isCloseTo(5100, within(0.001));
    assertThat(half.sigmaS()).isCloseTo(half.seconds() * Math.sqrt(2) * 0.027, within(1e-6));
  }

  @Test
  void aShortRaceIsTakenAtItsWordUpToTheHalfAndItsDistanceWidensTheSpread() {
    Forecast half = IndexForecast.of(List.of(TEN_KM), StandardDistance.HALF_MARATHON);
    double equivalent = PaceIndex.timeS(PaceIndex.of(10000, 2310).value(), 21097.5);
    assertThat(half.seconds()).isCloseTo(equivalent, within(0.001));
    double apart = 0.02 * Math.log(2.10975);
    assertThat(half.sigmaS() / half.seconds())
        .isCloseTo(Math.sqrt(0.016 * 0.016 + 0.027 * 0.027 + apart * apart), within(1e-9));
    assertThat(IndexForecast.of(List.of(TEN_KM, HALF), StandardDistance.HALF_MARATHON).seconds()).isLessThanOrEqualTo(5100.001);
  }

  @Test
  void aShorterRacesForecastNeedsARaceOfFiveKilometresInTwelveWeeks() {
    Forecast forecast = IndexForecast.of(List.of(new Race(3000, 620, 5), new Race(10000, 2310, 85)), StandardDistance.TEN_KM);
    assertThat(forecast.isKnown()).isFalse();
    assertThat(forecast.missing()).containsExactly("an all-out race of 5 to 30 km, within 4 hours, in the last 12 weeks");
  }

  @Test
  void aFasterRaceAndMoreKilometresNeverGiveASlowerForecast() {
    Random random = new Random(42195);
    for (int i = 0; i < 3000; i++) {
      ForecastInputs inputs = any(random);
      Forecast forecast = MarathonForecast.of(inputs);
      if (!inputs.races().isEmpty()) {
        List<Race> faster = new ArrayList<>(inputs.races());
        int which = random.nextInt(faster.size());
        Race race = faster.get(which);
        faster.set(which, new Race(race.distanceM(), race.timeS() * (1 - random.nextDouble() * random.nextDouble() * 0.3), race.daysAgo()));
        if (faster.get(which).isPlausible()) {
          neverSlower(MarathonForecast.of(with(inputs, faster, inputs.kmPerWeek())), forecast);
          for (StandardDistance distance : List.of(StandardDistance.FIVE_KM, StandardDistance.TEN_KM, StandardDistance.HALF_MARATHON)) {
            neverSlower(IndexForecast.of(faster, distance), IndexForecast.of(inputs.races(), distance));
          }
        }
      }
      if (inputs.kmPerWeek() != null) {
        double more = inputs.kmPerWeek() + random.nextDouble() * random.nextDouble() * 80;
        neverSlower(MarathonForecast.of(with(inputs, inputs.races(), more)), forecast);
      }
    }
  }

  @Test
  void aLongerDistanceNeverHasAShorterForecast() {
    Random random = new Random(21097);
    for (int i = 0; i < 3000; i++) {
      ForecastInputs inputs = any(random);
      double before = 0;
      for (StandardDistance distance : StandardDistance.values()) {
        Forecast forecast =
            distance == StandardDistance.MARATHON ? MarathonForecast.of(inputs) : IndexForecast.of(inputs.races(), distance);
        if (forecast.isKnown()) {
          assertThat(forecast.seconds()).as("%s of %s", distance, inputs).isGreaterThan(before);
          before = forecast.seconds();
        }
      }
    }
  }

  @Test
  void theGoalGetsLessProbableAsItGetsHarderAndNeverLeavesNoughtToOne() {
    Random random = new Random(80);
    for (int i = 0; i < 500; i++) {
      Forecast forecast = MarathonForecast.of(any(random));
      if (forecast.isKnown()) {
        double before = 0;
        for (double goal = 7200; goal <= 18000; goal += 600) {
          double probability = forecast.goalProbability(goal).orElseThrow();
          assertThat(probability).isBetween(before, 1.0);
          before = probability;
        }
      }
    }
  }

  private static void neverSlower(Forecast better, Forecast than) {
    if (than.isKnown()) {
      assertThat(better.isKnown()).as("%s%nbeside %s", better, than).isTrue();
      // A millisecond of rounding in the root finding.
      assertThat(better.seconds()).as("%s%nthan %s", better, than).isLessThanOrEqualTo(than.seconds() + 0.001);
    }
  }

  private static ForecastInputs with(ForecastInputs inputs, List<Race> races, Double kmPerWeek) {
    return new ForecastInputs(
        races,
        inputs.exponent(),
        kmPerWeek,
        inputs.paceSPerKm(),
        inputs.weeksWithThreeRuns(),
        inputs.missingComponents(),
        inputs.temperatureC(),
        inputs.dewPointC());
  }

  private static ForecastInputs any(Random random) {
    List<Race> races = new ArrayList<>();
    double[] distances = {1500, 3000, 5000, 5080, 8000, 10000, 10110, 12000, 15000, 16093, 20000, 21097.5, 21300, 25000, 42195};
    for (int i = random.nextInt(5); i > 0; i--) {
      double distanceM = distances[random.nextInt(distances.length)];
      races.add(new Race(distanceM, distanceM / 1000 * (180 + random.nextDouble() * 520), random.nextInt(100)));
    }
    boolean logged = random.nextInt(4) > 0;
    return new ForecastInputs(
        races,
        random.nextBoolean() ? null : new PersonalExponent(1.03 + random.nextDouble() * 0.12, 3),
        logged ? 5 + random.nextDouble() * 180 : null,
        logged ? 220 + random.nextDouble() * 250 : null,
        logged ? random.nextInt(9) : null,
        random.nextInt(4),
        random.nextBoolean() ? -5 + random.nextDouble() * 40 : null,
        random.nextBoolean() ? -5 + random.nextDouble() * 30 : null);
  }
}
