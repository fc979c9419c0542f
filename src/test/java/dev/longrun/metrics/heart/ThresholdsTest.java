package dev.longrun.metrics.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  @Test
  void theMaximumIsTheSecondHighestOfTheRuns() {
    assertThat(MaximumHeartRate.of(List.of(186.0, 188.0, 191.0, 203.0)).value()).isEqualTo(191);
    assertThat(MaximumHeartRate.of(List.of(188.0, 191.0)).value()).isEqualTo(188);
    assertThat(MaximumHeartRate.of(List.of(191.0, 191.0)).value()).isEqualTo(191);
  }

  @Test
  void oneRunIsNotEnoughToKnowTheMaximum() {
    assertThat(MaximumHeartRate.of(Arrays.asList(191.0, null)).missing()).startsWith("fewer than two hard efforts").endsWith("set RUNNER_MAX_HR");
    assertThat(MaximumHeartRate.of(List.of()).missing()).startsWith("fewer than two hard efforts").endsWith("set RUNNER_MAX_HR");
  }

  @Test
  void aMaximumFarAboveEveryKilometreIsASensorFault() {
    List<Stretch> kilometres = List.of(Stretch.flat(1000, 300, 160.0), Stretch.flat(1000, 280, 175.0), Stretch.flat(1000, 300, null));
    assertThat(MaximumHeartRate.plausible(190.0, kilometres)).isEqualTo(190);
    assertThat(MaximumHeartRate.plausible(190.5, kilometres)).isNull();
    assertThat(MaximumHeartRate.plausible(203.0, List.of(Stretch.flat(1000, 300, null)))).isEqualTo(203);
    assertThat(MaximumHeartRate.plausible(203.0, List.of())).isEqualTo(203);
  }

  @Test
  void aMaximumNoHeartReachesIsNoMaximum() {
    assertThat(MaximumHeartRate.plausible(231.0, List.of())).isNull();
    assertThat(MaximumHeartRate.plausible(29.0, List.of())).isNull();
    assertThat(MaximumHeartRate.plausible(Double.NaN, List.of())).isNull();
    assertThat(MaximumHeartRate.plausible(null, List.of())).isNull();
  }

  @Test
  void theThresholdIsTheHighestMeanOverTwentyMinutesOfARaceWithoutItsFirstKilometre() {
    List<Stretch> race = new ArrayList<>();
    race.add(Stretch.flat(1000, 240, 190.0));
    race.addAll(Collections.nCopies(4, Stretch.flat(1000, 240, 168.0)));
    race.addAll(Collections.nCopies(5, Stretch.flat(1000, 240, 172.0)));
    assertThat(LactateThreshold.candidate(true, null, race).value()).isCloseTo(172, within(1e-9));
    assertThat(LactateThreshold.candidate(true, null, race).method()).isEqualTo("best-20-minutes");
    race.set(9, Stretch.flat(1000, 239, 172.0));
    assertThat(LactateThreshold.candidate(true, null, race).value()).isBetween(171.0, 171.9);
  }

  @Test
  void anEffortOfEightIsAsGoodAsARace() {
    List<Stretch> run = run(10, 240, 170.0);
    assertThat(LactateThreshold.candidate(false, 8.0, run).value()).isCloseTo(170, within(1e-9));
    assertThat(LactateThreshold.candidate(false, 7.0, run).missing()).isEqualTo("neither a race nor an effort of 8 or more");
    assertThat(LactateThreshold.candidate(false, null, run).isKnown()).isFalse();
  }

  @Test
  void onlyARunOfThirtyToSixtyMinutesShowsTheThreshold() {
    assertThat(LactateThreshold.candidate(true, null, run(9, 200, 170.0)).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, run(9, 199.9, 170.0)).missing()).startsWith("neither 30 to 60 minutes");
    assertThat(LactateThreshold.candidate(true, null, run(15, 240, 170.0)).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, run(15, 240.1, 170.0)).isKnown()).isFalse();
    assertThat(LactateThreshold.candidate(true, null, List.of()).isKnown()).isFalse();
  }

  @Test
  void aKilometreWithoutHeartRateEndsABlock() {
    List<Stretch> run = run(10, 240, 170.0);
    run.set(5, Stretch.flat(1000, 240, null));
    assertThat(LactateThreshold.candidate(true, null, run).missing()).startsWith("no 20 minutes in a row");
  }

  @Test
  void aHalfMarathonIsRunAtAFortiethBelowTheThreshold() {
    List<Stretch> half = run(21, 240, 165.75);
    half.add(Stretch.flat(300, 72, 165.75));
    assertThat(LactateThreshold.candidate(true, null, half).value()).isCloseTo(170, within(1e-9));
    assertThat(LactateThreshold.candidate(true, null, half).method()).isEqualTo("half-marathon");
    assertThat(LactateThreshold.candidate(false, 9.0, half).isKnown()).isFalse();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(21_097.5, 6000, 165.75))).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(21_097.5, 6001, 165.75))).isKnown()).isFalse();
  }

  @Test
  void aHalfMarathonMayBeMeasuredThreePercentWrong() {
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(20_465, 5000, 165.75))).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(20_464, 5000, 165.75))).isKnown()).isFalse();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(21_730, 5000, 165.75))).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.flat(21_731, 5000, 165.75))).isKnown()).isFalse();
    assertThat(LactateThreshold.candidate(true, null, List.of(Stretch.of(5000, 165.75))).isKnown()).isFalse();
  }

  @Test
  void aHalfMarathonNeedsHeartRateForMostOfItsTime() {
    List<Stretch> enough = List.of(Stretch.flat(19_000, 4500, 165.75), Stretch.flat(2000, 500, null));
    List<Stretch> tooLittle = List.of(Stretch.flat(19_000, 4499, 165.75), Stretch.flat(2000, 501, null));
    assertThat(LactateThreshold.candidate(true, null, enough).isKnown()).isTrue();
    assertThat(LactateThreshold.candidate(true, null, tooLittle).missing()).isEqualTo("heart rate for less than 90 % of the time");
  }

  @Test
  void aSensorThatCountsStepsAtAnEasyPaceIsFlagged() {
    assertThat(CardiacFlags.of(List.of(locked(300, 172.51)), 190.0, 240.0))
        .containsExactly("heart rate equals cadence for 5 minutes: the sensor may have counted steps");
    assertThat(CardiacFlags.of(List.of(locked(300, 172.5)), 190.0, 240.0)).isEmpty();
    assertThat(CardiacFlags.of(List.of(locked(300, 176)), 190.0, null)).hasSize(1);
  }

  @Test
  void aHardPaceExplainsAFastHeart() {
    assertThat(CardiacFlags.of(List.of(locked(276, 176)), 190.0, 240.0)).isEmpty();
    assertThat(CardiacFlags.of(List.of(locked(277, 176)), 190.0, 240.0)).hasSize(1);
  }

  @Test
  void threeMinutesInARowAreNeeded() {
    Stretch shortPart = new Stretch(500.0, 180, null, 176.0, 176.0, null, null);
    Stretch other = new Stretch(500.0, 180, null, 150.0, 176.0, null, null);
    assertThat(CardiacFlags.of(List.of(shortPart, other, shortPart), 190.0, 240.0)).isEmpty();
    assertThat(CardiacFlags.of(List.of(shortPart), 190.0, 240.0)).isEmpty();
    assertThat(CardiacFlags.of(List.of(shortPart, Stretch.of(0, null), shortPart), 190.0, 240.0)).isEmpty();
    Stretch oneSecond = new Stretch(3.0, 1, null, 176.0, 176.0, null, null);
    assertThat(CardiacFlags.of(List.of(shortPart, oneSecond), 190.0, 240.0)).hasSize(1);
  }

  @Test
  void aKilometreAboveTheMaximumShowsThatItIsSetTooLow() {
    assertThat(CardiacFlags.of(run(3, 240, 191.0), 190.0, 240.0))
        .containsExactly("a kilometre at 191 bpm is above the maximum heart rate of 190: it is set too low");
    assertThat(CardiacFlags.of(run(3, 240, 190.0), 190.0, 240.0)).isEmpty();
    assertThat(CardiacFlags.of(run(3, 240, 191.0), null, null)).isEmpty();
  }

  private static Stretch locked(double pace, double hrBpm) {
    return new Stretch(1000.0, pace, pace, hrBpm, 176.0 + 0.5, 0.0, 0.0);
  }

  private static List<Stretch> run(int kilometres, double pace, Double hrBpm) {
    return new ArrayList<>(Collections.nCopies(kilometres, Stretch.flat(1000, pace, hrBpm)));
  }
}
