package dev.longrun.metrics.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessVotesTest {
  private static final HeartRateVariability.State WITHIN = HeartRateVariability.State.WITHIN;

  @Test
  void withoutAVoteTheRunnerRunsAsPlanned() {
    ReadinessVotes votes = ReadinessVotes.of(morning(WITHIN, false, 8, 3, 0.0, 1.0, false));
    assertThat(votes.votes()).isZero();
    assertThat(votes.unknown()).isEmpty();
    assertThat(votes.advice()).isEqualTo(Advice.AS_PLANNED);
    assertThat(votes.text()).isEqualTo("run as planned");
  }

  @Test
  void oneMeasuredVoteChangesNothingAndIsNamed() {
    ReadinessVotes votes = ReadinessVotes.of(morning(HeartRateVariability.State.BELOW, false, 8, 3, 0.0, 1.0, false));
    assertThat(votes.votes()).isEqualTo(1);
    assertThat(votes.text()).isEqualTo("run as planned: low heart rate variability");
  }

  @Test
  void twoVotesSwapHardForEasy() {
    ReadinessVotes votes = ReadinessVotes.of(morning(HeartRateVariability.State.BELOW, true, 8, 3, 0.0, 1.0, false));
    assertThat(votes.text()).isEqualTo("swap hard running for easy: low heart rate variability, raised resting heart rate");
  }

  @Test
  void threeVotesMeanRest() {
    ReadinessVotes votes = ReadinessVotes.of(morning(WITHIN, true, 5, 3, 0.0, 1.2, false));
    assertThat(votes.votes()).isEqualTo(3);
    assertThat(votes.text()).isEqualTo("rest: raised resting heart rate, short sleep, a run far longer than those of the month before");
  }

  @Test
  void whatTheRunnerSaysCountsDouble() {
    assertThat(ReadinessVotes.of(morning(WITHIN, false, 8, 2, 0.0, 1.0, false)).text())
        .isEqualTo("swap hard running for easy: how the runner felt (counts double)");
    assertThat(ReadinessVotes.of(morning(WITHIN, false, 8, 3, 2.0, 1.0, false)).votes()).isEqualTo(2);
    assertThat(ReadinessVotes.of(morning(WITHIN, false, 8, 3, 1.9, 1.0, false)).votes()).isZero();
    assertThat(ReadinessVotes.of(morning(WITHIN, false, 8, 1, 3.0, 1.0, false)).votes()).isEqualTo(2);
  }

  @Test
  void highVariabilityVotesOnlyWhenTheRunnerFeelsItToo() {
    HeartRateVariability.State above = HeartRateVariability.State.ABOVE;
    assertThat(ReadinessVotes.of(morning(above, false, 8, 4, 0.0, 1.0, false)).votes()).isZero();
    ReadinessVotes felt = ReadinessVotes.of(morning(above, false, 8, 2, 0.0, 1.0, false));
    assertThat(felt.votes()).isEqualTo(3);
    assertThat(felt.votesFor()).contains("unusually high heart rate variability");
  }

  @Test
  void illnessMeansRestWhateverTheVotes() {
    ReadinessVotes votes = ReadinessVotes.of(morning(WITHIN, false, 8, 5, 0.0, 1.0, true));
    assertThat(votes.votes()).isZero();
    assertThat(votes.text()).isEqualTo("rest: illness");
    assertThat(ReadinessVotes.of(new Morning(null, null, null, null, null, null, true)).advice()).isEqualTo(Advice.REST);
  }

  @Test
  void whatIsNotKnownCastsNoVoteAndIsNamed() {
    ReadinessVotes votes = ReadinessVotes.of(new Morning(null, null, null, 4, null, null, false));
    assertThat(votes.advice()).isEqualTo(Advice.AS_PLANNED);
    assertThat(votes.unknown()).containsExactly("heart rate variability", "resting heart rate", "sleep", "recent load");
    assertThat(ReadinessVotes.of(morning(HeartRateVariability.State.LEARNING, false, 8, 3, 0.0, 1.0, false)).unknown())
        .containsExactly("heart rate variability");
  }

  @Test
  void whereNothingIsKnownNothingIsAdvised() {
    ReadinessVotes votes = ReadinessVotes.of(new Morning(null, null, null, null, null, null, false));
    assertThat(votes.advice()).isEqualTo(Advice.UNKNOWN);
    assertThat(votes.unknown()).hasSize(5);
  }

  @Test
  void allVotesTogetherAreSix() {
    assertThat(ReadinessVotes.of(morning(HeartRateVariability.State.BELOW, true, 5, 1, 3.0, 2.5, false)).votes()).isEqualTo(6);
  }

  private static Morning morning(
      HeartRateVariability.State variability, boolean raised, double sleptH, int feel, double aboveExpected, double spike, boolean ill) {
    RestingHeartRate.State resting = raised ? RestingHeartRate.State.RAISED : RestingHeartRate.State.USUAL;
    return new Morning(
        new HeartRateVariability(60.0, 55.0, 65.0, 0.0, 2.0, variability, "as made up"),
        new RestingHeartRate(45.0, 45.0, resting, "as made up"),
        new SleepDebt(0.0, 14, sleptH * 3600, 8.0 * 3600, SleepDebt.USUAL_NEED_S),
        feel,
        aboveExpected,
        spike,
        ill);
  }
}
