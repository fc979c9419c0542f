package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.race.ReadinessInputs.Health;
import dev.longrun.metrics.race.ReadinessInputs.Races;
import dev.longrun.metrics.race.ReadinessInputs.Training;
import dev.longrun.metrics.race.ReadinessInputs.Weather;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarathonReadinessTest {
  private static final MarathonGoal BELOW_THREE_HOURS = new MarathonGoal(10799);

  private static ReadinessComponent component(
      ReadinessAspect aspect, MarathonGoal goal, Races races, Training training, Health health, Weather weather) {
    return MarathonReadiness.of(new ReadinessInputs(goal, races, training, health, weather)).component(aspect);
  }

  private static ReadinessComponent byRaces(ReadinessAspect aspect, Double half, Double tenKm, Double fiveKm) {
    return component(aspect, BELOW_THREE_HOURS, new Races(half, tenKm, fiveKm), null, null, null);
  }

  private static ReadinessComponent byTraining(ReadinessAspect aspect, Training training) {
    return component(aspect, BELOW_THREE_HOURS, null, training, null, null);
  }

  private static Training log(Double km, Double pace, Integer weeks) {
    return new Training(km, pace, weeks, null, null, null, null, null, null, null, null);
  }

  private static ReadinessComponent longestRun(Double km, Integer runsOf28Km) {
    Training training = new Training(null, null, null, km, runsOf28Km, null, null, null, null, null, null);
    return byTraining(ReadinessAspect.LONGEST_RUN, training);
  }

  private static ReadinessComponent goalPace(Double km, Double piece) {
    Training training = new Training(null, null, null, null, null, km, piece, null, null, null, null);
    return byTraining(ReadinessAspect.GOAL_PACE, training);
  }

  private static ReadinessComponent durability(Double decoupling, Double lastThird) {
    Training training = new Training(null, null, null, null, null, null, null, decoupling, lastThird, null, null);
    return byTraining(ReadinessAspect.DURABILITY, training);
  }

  private static ReadinessComponent consistency(Integer weeks, Integer daysLost) {
    Training training = new Training(null, null, null, null, null, null, null, null, null, weeks, daysLost);
    return byTraining(ReadinessAspect.CONSISTENCY, training);
  }

  private static ReadinessComponent health(Boolean injured, Boolean injuredInYear, Boolean ill, Integer spikes, Integer votes) {
    return component(
        ReadinessAspect.HEALTH, BELOW_THREE_HOURS, null, null, new Health(injured, injuredInYear, ill, spikes, votes), null);
  }

  private static ReadinessComponent weather(Double temperature, Double dewPoint) {
    return component(ReadinessAspect.WEATHER, BELOW_THREE_HOURS, null, null, null, new Weather(temperature, dewPoint));
  }

  @Test
  void healthIsMetByWhatIsNotedAndSaysNoMore() {
    assertThat(health(false, false, false, 0, null).foundText()).isEqualTo("nothing noted against it");
  }

  @Test
  void anIllnessOfTheSummerIsNotedAndNotUnheardOf() {
    assertThat(health(null, null, false, 0, null).foundText())
        .isEqualTo("no injury was ever noted, which need not mean that there was none; illnesses are noted, none in the last 14 days");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotKnownIsUnknownAndNeverAGap(ReadinessAspect aspect) {
    ReadinessComponent component = component(aspect, BELOW_THREE_HOURS, null, null, null, null);
    assertThat(component.aspect()).isEqualTo(aspect);
    assertThat(component.state()).isEqualTo(ReadinessState.UNKNOWN);
    assertThat(component.found()).isNull();
    assertThat(component.foundText()).startsWithIgnoringCase("no");
    assertThat(component.benchmark()).isNotNull();
    assertThat(component.benchmarkText()).isNotBlank();
    assertThat(component.source()).isNotBlank();
  }

  @Test
  void everyUnknownKeyComponentWidensTheForecast() {
    MarathonReadiness nothing = MarathonReadiness.of(new ReadinessInputs(BELOW_THREE_HOURS, null, null, null, null));
    assertThat(nothing.unknownKeyComponents()).isEqualTo(6);
    Training volumeOnly = log(70.0, null, null);
    assertThat(MarathonReadiness.of(new ReadinessInputs(BELOW_THREE_HOURS, null, volumeOnly, null, null)).unknownKeyComponents())
        .isEqualTo(5);
  }

  // Computed independently of this code.
  @Test
  void theGoalOfJustBelowThreeHoursHasTheseBenchmarks() {
    assertThat(BELOW_THREE_HOURS.equivalentS(StandardDistance.HALF_MARATHON)).isCloseTo(5175.83032, within(0.001));
    assertThat(BELOW_THREE_HOURS.equivalentS(StandardDistance.TEN_KM)).isCloseTo(2338.908834, within(0.001));
    assertThat(BELOW_THREE_HOURS.equivalentS(StandardDistance.FIVE_KM)).isCloseTo(1128.058698, within(0.001));
    assertThat(BELOW_THREE_HOURS.riegelS(StandardDistance.HALF_MARATHON, 1.06)).isCloseTo(5179.5466, within(0.001));
    assertThat(BELOW_THREE_HOURS.riegelS(StandardDistance.HALF_MARATHON, 1.07)).isCloseTo(5143.7689, within(0.001));
    assertThat(BELOW_THREE_HOURS.riegelS(StandardDistance.HALF_MARATHON, 1.08)).isCloseTo(5108.2383, within(0.001));
    assertThat(BELOW_THREE_HOURS.paceSPerKm()).isCloseTo(255.9308, within(0.0001));
    assertThat(BELOW_THREE_HOURS.fastestPaceSPerKm()).isCloseTo(249.5, within(0.1));
    assertThat(BELOW_THREE_HOURS.slowestPaceSPerKm()).isCloseTo(262.3, within(0.1));
  }

  @Test
  void aHalfIsMeasuredAgainstTheEquivalentOfTheGoal() {
    assertThat(byRaces(ReadinessAspect.RACE_FITNESS, 5175.0, null, null).state()).isEqualTo(ReadinessState.MET);
    ReadinessComponent near = byRaces(ReadinessAspect.RACE_FITNESS, 5176.0, 2200.0, null);
    assertThat(near.state()).isEqualTo(ReadinessState.NEAR);
    assertThat(near.found()).isEqualTo(5176);
    assertThat(near.unit()).isEqualTo("s");
    assertThat(near.foundText()).isEqualTo("half marathon in 1:26:16");
    assertThat(near.benchmark()).isCloseTo(5175.83, within(0.01));
    assertThat(near.benchmarkText()).isEqualTo("half marathon in 1:26:16 or faster (1:25:08 to be cautious)");
    assertThat(byRaces(ReadinessAspect.RACE_FITNESS, 5279.3, null, null).state()).isEqualTo(ReadinessState.NEAR);
    assertThat(byRaces(ReadinessAspect.RACE_FITNESS, 5279.4, null, null).state()).isEqualTo(ReadinessState.GAP);
  }

  @Test
  void withoutAHalfTheTenKilometresCount() {
    ReadinessComponent component = byRaces(ReadinessAspect.RACE_FITNESS, null, 2338.0, null);
    assertThat(component.state()).isEqualTo(ReadinessState.MET);
    assertThat(component.benchmarkText()).isEqualTo("10 km in 38:59 or faster (38:01 to be cautious)");
    assertThat(byRaces(ReadinessAspect.RACE_FITNESS, null, null, 1100.0).state()).isEqualTo(ReadinessState.UNKNOWN);
  }

  @Test
  void theTenKilometresDecideOverTheFive() {
    ReadinessComponent both = byRaces(ReadinessAspect.SHORTER_RACES, null, 2338.0, 1300.0);
    assertThat(both.state()).isEqualTo(ReadinessState.MET);
    assertThat(both.foundText()).isEqualTo("10 km in 38:58, 5 km in 21:40");
    ReadinessComponent five = byRaces(ReadinessAspect.SHORTER_RACES, 5000.0, null, 1128.0);
    assertThat(five.state()).isEqualTo(ReadinessState.MET);
    assertThat(five.benchmarkText()).isEqualTo("5 km in 18:48 or faster (17:59 to be cautious)");
  }

  @Test
  void theTrainingLogIsMeasuredByItsModelAndNearWithinItsError() {
    ReadinessComponent met = byTraining(ReadinessAspect.TRAINING_LOG, log(110.0, 280.0, 8));
    assertThat(met.state()).isEqualTo(ReadinessState.MET);
    assertThat(met.found()).isCloseTo(10517.14453, within(1e-4));
    assertThat(met.foundText()).isEqualTo("110.0 km a week at 4:40 /km, as for a marathon in 2:55:17");
    assertThat(byTraining(ReadinessAspect.TRAINING_LOG, log(100.0, 290.0, 8)).state()).isEqualTo(ReadinessState.NEAR);
    assertThat(byTraining(ReadinessAspect.TRAINING_LOG, log(80.0, 285.0, 8)).state()).isEqualTo(ReadinessState.GAP);
    assertThat(byTraining(ReadinessAspect.TRAINING_LOG, log(110.0, 280.0, 5)).state()).isEqualTo(ReadinessState.UNKNOWN);
  }

  @Test
  void theTrainingLogSaysNothingAboutAGoalOutsideItsModelsRange() {
    ReadinessComponent component =
        component(ReadinessAspect.TRAINING_LOG, new MarathonGoal(14400), null, log(50.0, 350.0, 8), null, null);
    assertThat(component.state()).isEqualTo(ReadinessState.UNKNOWN);
    assertThat(component.foundText()).contains("holds for goals from 2:47 to 3:36 only");
  }

  @ParameterizedTest
  @CsvSource({"65.1, MET", "65, NEAR", "40, NEAR", "39.9, GAP", "0, GAP"})
  void volumeHasBordersAtSixtyFiveAndForty(double km, ReadinessState state) {
    assertThat(byTraining(ReadinessAspect.VOLUME, log(km, null, null)).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"30, 3, MET", "32, , MET", "32, 2, NEAR", "29.9, 3, NEAR", "25, 0, NEAR", "24.9, 0, GAP"})
  void theLongestRunHasBordersAtThirtyAndTwentyFiveAndWantsThreeLongRuns(Double km, Integer longRuns, ReadinessState state) {
    assertThat(longestRun(km, longRuns).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"60, 16, MET", "60, , MET", "59.9, 16, NEAR", "60, 15.9, NEAR", "40, 10, NEAR", "39.9, 16, GAP", "60, 9.9, GAP"})
  void goalPaceNeedsKilometresAndOneLongPiece(Double km, Double piece, ReadinessState state) {
    assertThat(goalPace(km, piece).state()).isEqualTo(state);
  }

  @Test
  void thePaceOfTheBenchmarkFollowsTheGoal() {
    assertThat(goalPace(22.0, 8.0).benchmarkText())
        .isEqualTo("at least 60 km between 4:10 /km and 4:22 /km in 8 weeks, 16 km of them in one piece");
    assertThat(component(ReadinessAspect.GOAL_PACE, new MarathonGoal(12600), null, null, null, null).benchmarkText())
        .contains("between 4:51 /km and 5:06 /km");
  }

  @ParameterizedTest
  @CsvSource({"-1, , MET", "4.9, , MET", "5, , NEAR", "8, , NEAR", "8.1, , GAP", ", 4.9, MET", ", 9, GAP", "3, 9, MET"})
  void durabilityIsDecouplingOrElseTheLastThird(Double decoupling, Double lastThird, ReadinessState state) {
    assertThat(durability(decoupling, lastThird).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"12, MET", "10, MET", "9, NEAR", "8, NEAR", "7, GAP", "0, GAP"})
  void consistencyHasBordersAtTenAndEightWeeks(int weeks, ReadinessState state) {
    assertThat(consistency(weeks, 3).state()).isEqualTo(state);
    assertThat(consistency(weeks, 3).foundText()).isEqualTo("four runs in " + weeks + " of 12 weeks, 3 days lost");
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, 0, 0, MET, 0",
    "false, false, false, , 1, MET, 0",
    "false, true, false, 0, 0, NEAR, 1",
    "false, false, false, 1, 2, NEAR, 2",
    "true, true, false, 0, 0, GAP, 1",
    "false, true, true, 0, 0, GAP, 2",
    ", , true, , , GAP, 1",
    ", , , 1, , NEAR, 1",
    ", false, false, 0, 0, UNKNOWN, ",
    "false, , false, 0, 0, UNKNOWN, ",
    "false, false, , 0, 0, UNKNOWN, "
  })
  void healthIsAGapWhileSomethingIsWrongNowAndMetOnlyWhenThatIsKnown(
      Boolean injured, Boolean injuredInYear, Boolean ill, Integer spikes, Integer votes, ReadinessState state, Double found) {
    ReadinessComponent component = health(injured, injuredInYear, ill, spikes, votes);
    assertThat(component.state()).isEqualTo(state);
    assertThat(component.found()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"15, 10, MET", "15, 10.1, NEAR", "17, 13, NEAR", "17, 13.1, GAP", "15, , UNKNOWN", ", 10, UNKNOWN"})
  void theWeatherHasBordersAtTwentyFiveAndThirtyDegreesTogether(Double temperature, Double dewPoint, ReadinessState state) {
    assertThat(weather(temperature, dewPoint).state()).isEqualTo(state);
  }

  @Test
  void theWeatherSaysWhatItCosts() {
    assertThat(weather(15.0, 9.0).foundText()).isEqualTo("24.0 °C together, which costs nothing");
    assertThat(weather(20.0, 16.4444).foundText()).isEqualTo("36.4 °C together, which costs 3.4 %");
  }

  @ParameterizedTest
  @ValueSource(doubles = {8000, 10799, 12600, 14400, 14401, 18000, 25000})
  void anyGoalHasItsOwnBenchmarks(double goalS) {
    MarathonReadiness panel = MarathonReadiness.of(new ReadinessInputs(new MarathonGoal(goalS), null, null, null, null));
    double half = panel.component(ReadinessAspect.RACE_FITNESS).benchmark();
    assertThat(half).isBetween(goalS / 2.2, goalS / 2.05);
    assertThat(panel.component(ReadinessAspect.RACE_FITNESS).source()).contains(goalS > 14400 ? "Riegel" : "pace index");
    assertThat(panel.component(ReadinessAspect.SHORTER_RACES).benchmark()).isLessThan(half);
    assertThat(panel.components()).hasSize(ReadinessAspect.values().length);
  }

  @Test
  void theSummaryNamesWhatIsMetNearMissingAndUnknown() {
    Training training = new Training(71.0, 291.0, 8, 26.0, 0, 22.0, 6.5, null, null, 11, 2);
    String summary =
        MarathonReadiness.of(new ReadinessInputs(BELOW_THREE_HOURS, new Races(5160.0, null, null), training, null, null)).summary();
    assertThat(summary)
        .isEqualTo(
            "For a marathon in 2:59:59. Met: race fitness (half marathon in 1:26:00), volume (71.0 km a week), consistency (four runs in"
                + " 11 of 12 weeks, 2 days lost). Nearly met: longest run (26.0 km, 0 of 28 km or more; benchmark: at least 30 km, and"
                + " three runs of 28 km, in 10 weeks). Gaps: training log (71.0 km a week at 4:51 /km, as for a marathon in 3:12:10;"
                + " benchmark: training for a marathon in 2:59:59 or faster), running at goal pace (22.0 km, at most 6.5 km in one piece;"
                + " benchmark: at least 60 km between 4:10 /km and 4:22 /km in 8 weeks, 16 km of them in one piece). Not known, and so no"
                + " gaps: 10 km and 5 km (no 10 km or 5 km in the last 12 weeks), durability (no long run that"
                + " shows it), health (no injury or illness was ever noted, which need not mean that there was none), race-day weather (no"
                + " weather forecast for the race).");
  }

  @Test
  void theSummarySaysNoNumberThatIsNotInThePanel() {
    Random random = new Random(259);
    for (int i = 0; i < 300; i++) {
      MarathonReadiness panel = any(random);
      Set<String> known = new HashSet<>(numbers(Words.time(panel.goal().seconds())));
      for (ReadinessComponent component : panel.components()) {
        known.addAll(numbers(component.foundText() + " " + component.benchmarkText() + " " + component.aspect().label()));
      }
      assertThat(known).containsAll(numbers(panel.summary()));
      for (ReadinessComponent component : panel.components()) {
        assertThat(panel.summary()).contains(component.aspect().label());
      }
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new MarathonGoal(0)).hasMessage("Not a goal for a marathon: 0.0 s");
    assertThatThrownBy(() -> new MarathonGoal(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Races(1000.0, null, null)).hasMessage("Not a time over half marathon: 1000.0 s");
    assertThatThrownBy(() -> log(-1.0, null, null)).hasMessage("Not kilometres a week: -1.0");
    assertThatThrownBy(() -> durability(Double.NaN, null)).hasMessage("Not a decoupling: NaN");
    assertThatThrownBy(() -> consistency(-1, null)).hasMessage("Not weeks with four runs: -1");
    assertThatThrownBy(() -> health(null, null, null, -1, null)).hasMessage("Not spikes: -1");
    assertThatThrownBy(() -> weather(Double.NaN, 1.0)).hasMessage("Not a temperature: NaN");
  }

  private static Set<String> numbers(String text) {
    return Pattern.compile("\\d+(?:[:.]\\d+)*").matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static MarathonReadiness any(Random random) {
    Races races = new Races(maybe(random, 4200, 8000), maybe(random, 1900, 3600), maybe(random, 900, 1800));
    Training training =
        new Training(
            maybe(random, 5, 150),
            maybe(random, 220, 420),
            count(random, 9),
            maybe(random, 5, 40),
            count(random, 6),
            maybe(random, 0, 100),
            maybe(random, 0, 25),
            maybe(random, -3, 15),
            maybe(random, -3, 15),
            count(random, 13),
            count(random, 30));
    Health health = new Health(flag(random), flag(random), flag(random), count(random, 3), count(random, 4));
    Weather weather = new Weather(maybe(random, -5, 35), maybe(random, -10, 22));
    return MarathonReadiness.of(new ReadinessInputs(new MarathonGoal(8000 + random.nextInt(12000)), races, training, health, weather));
  }

  private static Double maybe(Random random, double low, double high) {
    return random.nextInt(3) == 0 ? null : (Double) (low + random.nextDouble() * (high - low));
  }

  private static Integer count(Random random, int bound) {
    return random.nextInt(3) == 0 ? null : (Integer) random.nextInt(bound);
  }

  private static Boolean flag(Random random) {
    return random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean();
  }
}
