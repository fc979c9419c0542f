package dev.longrun.metrics.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.recovery.ExpectedEffort.RatedRun;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
  private static final double HOUR_S = 3600;

  /** 67 mornings; what follows from them is computed independently of this code. */
  private static final double[] WORKED_RMSSD_MS =
      Stream.of(
              ("63 53 66 68 48 52 61 58 60 54 67 66 61 69 64 54 63 54 67 60 59 56 70 59 57 58 64 63 63 64 78 57 57 55 65 69 60 55 55 65 66 "
                      + "64 56 62 61 62 67 62 65 61 62 65 51 58 57 56 58 72 54 68 58 52 49 51 47 50 48")
                  .split(" "))
          .mapToDouble(Double::parseDouble)
          .toArray();

  @Test
  void variabilityReproducesTheWorkedMornings() {
    HeartRateVariability variability = HeartRateVariability.of(mornings(WORKED_RMSSD_MS), TODAY);
    assertThat(Math.log(variability.sevenDayMs())).isCloseTo(3.924100611, within(1e-8));
    assertThat(Math.log(variability.lowMs())).isCloseTo(4.03755399, within(1e-8));
    assertThat(Math.log(variability.highMs())).isCloseTo(4.177793769, within(1e-8));
    assertThat(variability.deviations()).isCloseTo(-1.963493555, within(1e-8));
    assertThat(variability.variationPct()).isCloseTo(1.766807451, within(1e-8));
    assertThat(variability.state()).isEqualTo(HeartRateVariability.State.BELOW);
  }

  @Test
  void variabilityIsJudgedFromThirtyMorningsBeforeAndLearntFromFourteen() {
    assertThat(variabilityAfter(30).state()).isEqualTo(HeartRateVariability.State.WITHIN);
    assertThat(variabilityAfter(29).state()).isEqualTo(HeartRateVariability.State.LEARNING);
    assertThat(variabilityAfter(29).lowMs()).isNotNull();
    assertThat(variabilityAfter(29).deviations()).isNull();
    assertThat(variabilityAfter(14).state()).isEqualTo(HeartRateVariability.State.LEARNING);
    assertThat(variabilityAfter(13).state()).isEqualTo(HeartRateVariability.State.UNKNOWN);
    assertThat(variabilityAfter(13).reason()).isEqualTo("13 of the 60 mornings before are known, 30 are needed");
    assertThat(variabilityAfter(13).lowMs()).isNull();
  }

  @Test
  void variabilityNeedsFourOfTheLastSevenMornings() {
    SortedMap<LocalDate, Double> mornings = mornings(WORKED_RMSSD_MS);
    mornings.remove(TODAY);
    mornings.remove(TODAY.minusDays(3));
    mornings.put(TODAY.minusDays(6), 0.0);
    assertThat(HeartRateVariability.of(mornings, TODAY).state()).isEqualTo(HeartRateVariability.State.BELOW);
    mornings.put(TODAY.minusDays(1), null);
    assertThat(HeartRateVariability.of(mornings, TODAY).state()).isEqualTo(HeartRateVariability.State.UNKNOWN);
    assertThat(HeartRateVariability.of(mornings, TODAY).reason()).isEqualTo("3 of the last 7 mornings are known, 4 are needed");
  }

  @Test
  void variabilityThatNeverChangesIsWithinItsBand() {
    double[] alike = new double[67];
    Arrays.fill(alike, 61.3);
    HeartRateVariability variability = HeartRateVariability.of(mornings(alike), TODAY);
    assertThat(variability.state()).isEqualTo(HeartRateVariability.State.WITHIN);
    assertThat(variability.deviations()).isNull();
  }

  @Test
  void unusuallyHighVariabilityIsAboveItsBand() {
    double[] mornings = WORKED_RMSSD_MS.clone();
    Arrays.fill(mornings, 60, 67, 80);
    assertThat(HeartRateVariability.of(mornings(mornings), TODAY).state()).isEqualTo(HeartRateVariability.State.ABOVE);
  }

  @Test
  void whatCameAfterTheMorningOrLongBeforeItChangesNothing() {
    SortedMap<LocalDate, Double> mornings = mornings(WORKED_RMSSD_MS);
    HeartRateVariability before = HeartRateVariability.of(mornings, TODAY);
    mornings.put(TODAY.plusDays(1), 200.0);
    mornings.put(TODAY.minusDays(67), 200.0);
    assertThat(HeartRateVariability.of(mornings, TODAY)).isEqualTo(before);
  }

  @Test
  void aRestingHeartRateRaisedForThreeDaysIsRaised() {
    // A median of seven mornings follows when four of them are high: on the sixth high morning it has been high for three days.
    assertThat(restingAfter(6, 49.5).state()).isEqualTo(RestingHeartRate.State.RAISED);
    assertThat(restingAfter(6, 49.5).sevenDayBpm()).isEqualTo(49.5);
    assertThat(restingAfter(6, 49.5).usualBpm()).isEqualTo(45);
    assertThat(restingAfter(5, 49.5).state()).isEqualTo(RestingHeartRate.State.USUAL);
    assertThat(restingAfter(1, 70).state()).isEqualTo(RestingHeartRate.State.USUAL);
  }

  @Test
  void fourBeatsMoreAreNotYetRaised() {
    assertThat(restingAfter(6, 49).state()).isEqualTo(RestingHeartRate.State.USUAL);
  }

  @Test
  void aHeartThatVariesMuchMustRiseByMoreThanThat() {
    double[] mornings = new double[60];
    for (int i = 0; i < mornings.length; i++) {
      mornings[i] = i >= 54 ? 52 : i % 2 == 0 ? 39 : 51;
    }
    assertThat(RestingHeartRate.of(mornings(mornings), TODAY).state()).isEqualTo(RestingHeartRate.State.RAISED);
    for (int i = 0; i < 54; i++) {
      mornings[i] = i % 2 == 0 ? 37 : 53;
    }
    assertThat(RestingHeartRate.of(mornings(mornings), TODAY).state()).isEqualTo(RestingHeartRate.State.USUAL);
  }

  @Test
  void restingHeartRateNeedsFourRecentAndFourteenEarlierMornings() {
    double[] alike = new double[21];
    Arrays.fill(alike, 45);
    SortedMap<LocalDate, Double> mornings = mornings(alike);
    assertThat(RestingHeartRate.of(mornings, TODAY).state()).isEqualTo(RestingHeartRate.State.USUAL);
    mornings.remove(mornings.firstKey());
    assertThat(RestingHeartRate.of(mornings, TODAY).reason()).isEqualTo("13 of the 53 mornings before are known, 14 are needed");
    assertThat(RestingHeartRate.of(mornings, TODAY).sevenDayBpm()).isEqualTo(45);
    mornings.tailMap(TODAY.minusDays(3)).clear();
    assertThat(RestingHeartRate.of(mornings, TODAY).reason()).isEqualTo("3 of the last 7 mornings are known, 4 are needed");
    assertThat(RestingHeartRate.of(mornings, TODAY).sevenDayBpm()).isNull();
  }

  @Test
  void sleepDebtIsWhatIsMissingOverTheKnownNights() {
    SortedMap<LocalDate, Double> nights = new TreeMap<>();
    double[] hours = {7, 6.5, 8.5, Double.NaN, 7.5};
    for (int i = 0; i < hours.length; i++) {
      nights.put(TODAY.minusDays(4 - i), Double.isNaN(hours[i]) ? null : (Double) (hours[i] * HOUR_S));
    }
    SleepDebt sleep = SleepDebt.of(nights, TODAY, SleepDebt.USUAL_NEED_S);
    assertThat(sleep.debtS()).isEqualTo(3 * HOUR_S);
    assertThat(sleep.knownNights()).isEqualTo(4);
    assertThat(sleep.lastNightS()).isEqualTo(7.5 * HOUR_S);
    assertThat(sleep.threeNightMeanS()).isNull();
  }

  @Test
  void sleepDebtGoesBackFourteenNights() {
    double[] hours = new double[20];
    Arrays.fill(hours, 7 * HOUR_S);
    SleepDebt sleep = SleepDebt.of(mornings(hours), TODAY, SleepDebt.USUAL_NEED_S);
    assertThat(sleep.debtS()).isEqualTo(14 * HOUR_S);
    assertThat(sleep.knownNights()).isEqualTo(14);
  }

  @Test
  void withoutAKnownNightThereIsNoDebt() {
    SleepDebt sleep = SleepDebt.of(new TreeMap<>(), TODAY, SleepDebt.USUAL_NEED_S);
    assertThat(sleep.debtS()).isNull();
    assertThat(sleep.isKnownOfLate()).isFalse();
    assertThat(sleep.isShortOfLate()).isFalse();
    assertThatThrownBy(() -> SleepDebt.of(new TreeMap<>(), TODAY, 0)).hasMessageContaining("must be above 0");
  }

  @Test
  void sleepIsShortAfterOneVeryShortNightOrThreeShortOnes() {
    assertThat(nights(8, 8, 6).isShortOfLate()).isFalse();
    assertThat(nights(8, 8, 5.9).isShortOfLate()).isTrue();
    assertThat(nights(7, 7, 7).isShortOfLate()).isFalse();
    assertThat(nights(7, 7, 6.98).isShortOfLate()).isTrue();
  }

  @Test
  void anEffortIsComparedWithRunsOfTheSameHeartRate() {
    List<RatedRun> runs = List.of(rated(145, 3), rated(150, 4), rated(148, 4), rated(155, 5), rated(151, 4), rated(156, 9), rated(144, 1));
    assertThat(ExpectedEffort.above(6.0, 150.0, runs).value()).isEqualTo(2);
    assertThat(ExpectedEffort.above(6.0, 150.0, runs.subList(0, 4)).missing()).isEqualTo("4 earlier runs of that heart rate, 5 are needed");
    assertThat(ExpectedEffort.above(null, 150.0, runs).missing()).isEqualTo("no effort");
    assertThat(ExpectedEffort.above(6.0, null, runs).missing()).isEqualTo("no heart rate");
  }

  private static RatedRun rated(double hrBpm, double effort) {
    return new RatedRun(hrBpm, effort);
  }

  private static SleepDebt nights(double... hours) {
    double[] seconds = hours.clone();
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] *= HOUR_S;
    }
    return SleepDebt.of(mornings(seconds), TODAY, SleepDebt.USUAL_NEED_S);
  }

  /** Forty-odd mornings around 45 and then some others. */
  private static RestingHeartRate restingAfter(int mornings, double bpm) {
    double[] values = new double[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i >= 60 - mornings ? bpm : 44 + i % 3;
    }
    return RestingHeartRate.of(mornings(values), TODAY);
  }

  /** Seven ordinary mornings after a number of earlier ones. */
  private static HeartRateVariability variabilityAfter(int earlier) {
    double[] values = new double[earlier + 7];
    for (int i = 0; i < values.length; i++) {
      values[i] = 58 + i % 5;
    }
    return HeartRateVariability.of(mornings(values), TODAY);
  }

  /** The last value is today's. */
  private static SortedMap<LocalDate, Double> mornings(double[] values) {
    SortedMap<LocalDate, Double> mornings = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      mornings.put(TODAY.minusDays(values.length - 1L - i), values[i]);
    }
    return mornings;
  }
}
