package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.longrun.metrics.trend.FatigueSignal.Direction;
import dev.longrun.metrics.trend.FatigueSignal.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelAndFatigueTest {
  private static final LocalDate TODAY = ARun.FIRST_DAY.plusDays(300);

  @Test
  void feelThatFallsWithLoadIsFound() {
    Random chance = new Random(1);
    EffortAgainstLoad answer =
        EffortAgainstLoad.of(
            ARun.many(150, 300, 1, (run, i) -> run.feel = (int) Math.rint(4 - 3 * run.overload + 0.5 * chance.nextGaussian())), TODAY);
    Estimate feel = (Estimate) answer.feelForLoad();
    assertThat(feel.interval().contains(-3)).isTrue();
    assertThat(feel.clear()).isTrue();
  }

  @Test
  void effortThatHasNothingToDoWithLoadIsNoClearDifference() {
    Estimate effort = (Estimate) EffortAgainstLoad.of(ARun.many(150, 300, 2), TODAY).effortForLoad();
    assertThat(effort.clear()).isFalse();
    assertThat(effort.covariates()).contains("heart rate", "pace");
    assertThat(effort.sentence()).contains("no clear difference");
  }

  @Test
  void runsOfWhichTheRunnerToldNothingAreLeftOut() {
    EffortAgainstLoad answer =
        EffortAgainstLoad.of(ARun.many(100, 300, 3, (run, i) -> run.feel = i % 4 == 0 ? null : (Integer) (2 + i % 4)), TODAY);
    assertThat(answer.feelForLoad().basis().excluded()).containsExactly(entry("without feel", 25));
  }

  @Test
  void aRunnerWhoNeverTellsGetsNoAnswer() {
    EffortAgainstLoad answer =
        EffortAgainstLoad.of(
            ARun.many(
                100,
                300,
                4,
                (run, i) -> {
                  run.feel = null;
                  run.effort = null;
                }),
            TODAY);
    assertThat(List.of(answer.feelForLoad(), answer.effortForLoad(), answer.effortLately())).allMatch(TooFew.class::isInstance);
  }

  @Test
  void aTiredMonthShowsInFeelEffortAndSpeedAndIsCalledNoDiagnosis() {
    FatigueSignals signals = FatigueSignals.of(tired(), TODAY);
    assertThat(signals.signals())
        .extracting(FatigueSignal::evidence)
        .containsExactly(Evidence.DEFINING, Evidence.STRONG, Evidence.MODERATE, Evidence.MODERATE);
    assertThat(signals.signals().get(0).direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(signals.signals().subList(1, 4)).extracting(FatigueSignal::direction).containsOnly(Direction.TOWARD_FATIGUE);
    assertThat(signals.fitAccumulatedFatigue()).isTrue();
    assertThat(signals.sentence()).endsWith("The pattern fits accumulated fatigue; that is no diagnosis.");
  }

  @Test
  void anOrdinaryMonthShowsNothing() {
    FatigueSignals signals = FatigueSignals.of(ARun.many(200, 300, 6), TODAY);
    assertThat(signals.signals()).extracting(FatigueSignal::direction).containsOnly(Direction.UNKNOWN, Direction.NO_CLEAR_CHANGE);
    assertThat(signals.sentence()).isEqualTo("Of 3 known signals of accumulated fatigue 0 point that way.");
  }

  @Test
  void aSignalIsJudgedByItsOwnPWhateverTheOthersAre() {
    FatigueSignals signals =
        FatigueSignals.of(ARun.many(200, 300, 6, (run, i) -> run.effort += run.day.isAfter(TODAY.minusDays(28)) ? 3 : 0), TODAY);
    assertThat(signal(signals, "effort at the same heart rate and pace").direction()).isEqualTo(Direction.TOWARD_FATIGUE);
    assertThat(signal(signals, "feel").direction()).isEqualTo(Direction.NO_CLEAR_CHANGE);
  }

  @Test
  void aHeartThatIsSlowerAtAPaceIsFatigueWhenTheEffortHasRisen() {
    FatigueSignals signals = FatigueSignals.of(lately(0.06, 3, 0), TODAY);
    assertThat(signal(signals, "speed at the same heart rate").direction()).isEqualTo(Direction.TOWARD_FATIGUE);
  }

  @Test
  void aHeartThatIsFasterAtAPaceIsNoFatigueWhereEffortAndFeelSayNothing() {
    FatigueSignals signals = FatigueSignals.of(lately(-0.06, 0, 0), TODAY);
    FatigueSignal heart = signal(signals, "speed at the same heart rate");
    assertThat(heart.direction()).isEqualTo(Direction.CHANGE_WITHOUT_DIRECTION);
    assertThat(heart.evidence()).isEqualTo(Evidence.MODERATE);
    assertThat(heart.sentence()).contains("Heat, a new sensor");
    assertThat(signals.fitAccumulatedFatigue()).isFalse();
  }

  @Test
  void onlyRacesFarSlowerThanTheYearsBeforeDefineALossOfPerformance() {
    assertThat(signal(FatigueSignals.of(withRaces(1.12), TODAY), "race performance").direction()).isEqualTo(Direction.TOWARD_FATIGUE);
    assertThat(signal(FatigueSignals.of(withRaces(1.02), TODAY), "race performance").direction()).isEqualTo(Direction.NO_CLEAR_CHANGE);
    assertThat(signal(FatigueSignals.of(withRaces(1.12), TODAY), "race performance").evidence()).isEqualTo(Evidence.DEFINING);
  }

  private static FatigueSignal signal(FatigueSignals signals, String name) {
    return signals.signals().stream().filter(signal -> signal.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<RunObservation> lately(double faster, int moreEffort, int moreFeel) {
    return ARun.many(
        200,
        300,
        6,
        (run, i) -> {
          if (run.day.isAfter(TODAY.minusDays(28))) {
            run.faster(faster);
            run.effort += moreEffort;
            run.feel += moreFeel;
          }
        });
  }

  /** Four of 10 km in 40 minutes, and a last one slower by a factor. */
  private static List<RunObservation> withRaces(double slower) {
    return ARun.many(
        200,
        300,
        6,
        (run, i) -> {
          if (i == 60 || i == 90 || i == 120 || i == 150 || i == 195) {
            run.kind = RunObservation.RACE;
            run.distanceM = 10_050;
            run.movingS = 2400 * (i == 195 ? slower : 1);
          }
        });
  }

  @Test
  void whatIsNotKnownIsUnknownAndNotFine() {
    FatigueSignals signals = FatigueSignals.of(ARun.many(200, 300, 7), TODAY.plusDays(60));
    assertThat(signals.signals()).extracting(FatigueSignal::direction).containsOnly(Direction.UNKNOWN);
    assertThat(signals.signals().get(0).sentence()).contains("too few to say", "race of 5 km to a half marathon in the last 28 days");
    assertThat(signals.sentence()).isEqualTo("None of the signals of accumulated fatigue is known.");
    assertThat(FatigueSignals.of(List.of(), TODAY).spikes()).isEmpty();
  }

  @Test
  void signalsFromElsewhereTakeTheirPlaceByEvidence() {
    FatigueSignal resting = new FatigueSignal("resting heart rate", Evidence.WEAK, Direction.TOWARD_FATIGUE, "52 bpm against 48.");
    FatigueSignal mood = new FatigueSignal("mood", Evidence.STRONG, Direction.UNKNOWN, "Not noted.");
    FatigueSignals signals = FatigueSignals.of(ARun.many(200, 300, 6), TODAY).with(List.of(resting, mood));
    assertThat(signals.signals()).extracting(FatigueSignal::name).endsWith("resting heart rate").contains("mood");
    assertThat(signals.signals().get(2)).isEqualTo(mood);
    assertThat(signals.fitAccumulatedFatigue()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "20, 20, REFERENCE, 1", "22, 20, REFERENCE, 1", "22.1, 20, SMALL, 1.64", "26, 20, SMALL, 1.64", "26.1, 20, MODERATE, 1.52",
    "40, 20, MODERATE, 1.52", "40.1, 20, LARGE, 2.28", "10, 18, REFERENCE, 1"
  })
  void spikesFallIntoTheClassesOfFrandsen(double km, double longestKm, SpikeClass expected, double hazardRatio) {
    SpikeClass found = SpikeClass.of(km / longestKm);
    assertThat(found).isEqualTo(expected);
    assertThat(found.hazardRatio()).isEqualTo(hazardRatio);
  }

  @Test
  void aReturnToRunningHasNoReferenceAndIsNotCalledSafe() {
    assertThat(SpikeClass.of(null)).isEqualTo(SpikeClass.NO_REFERENCE);
    assertThat(SpikeClass.NO_REFERENCE.hazardRatio()).isNull();
  }

  @Test
  void spikesOfTheLastFourWeeksAreCountedByClass() {
    FatigueSignals signals =
        FatigueSignals.of(ARun.many(301, 300, 8, (run, i) -> run.spikeRatio = i == 300 ? (Double) 2.5 : i == 299 ? null : (Double) 0.9), TODAY);
    assertThat(signals.spikes())
        .containsExactly(entry(SpikeClass.NO_REFERENCE, 1), entry(SpikeClass.REFERENCE, 26), entry(SpikeClass.LARGE, 1));
  }

  private static List<RunObservation> tired() {
    return ARun.many(
        200,
        300,
        5,
        (run, i) -> {
          if (run.day.isAfter(TODAY.minusDays(28))) {
            run.faster(-0.04);
            run.feel = Math.max(1, run.feel - 2);
            run.effort += 2;
          }
        });
  }
}
