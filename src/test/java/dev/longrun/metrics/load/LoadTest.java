package dev.longrun.metrics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  // Values computed independently of this code; 60 min at 155 with 55/190 is the published example of about 118.
  @ParameterizedTest
  @CsvSource({
    "60, 150, 60, 190, false, 100.4402927",
    "60, 150, 60, 190, true, 113.5168",
    "60, 155, 55, 190, false, 117.9399",
    "60, 155, 55, 190, true, 131.6905",
    "120, 145, 48, 188, false, 201.2522",
    "60, 60, 60, 190, false, 0",
    "60, 40, 60, 190, false, 0",
    "60, 190, 60, 190, false, 261.9248"
  })
  void trimpReproducesReferenceValues(double minutes, double hr, double resting, double max, boolean female, double expected) {
    assertThat(new BanisterTrimp(resting, max, female).of(minutes * 60, hr)).isCloseTo(expected, within(0.0001));
  }

  @Test
  void trimpIsSummedOverTheKilometres() {
    double[][] splits = {
      {300, 132}, {295, 141}, {290, 148}, {288, 152}, {286, 156}, {240, 172}, {238, 176}, {290, 160}, {300, 150}, {305, 146}
    };
    List<Stretch> parts = new ArrayList<>();
    for (double[] split : splits) {
      parts.add(Stretch.of(split[0], split[1]));
    }
    assertThat(new BanisterTrimp(50, 188, false).of(parts)).hasValueCloseTo(96.58021052, within(1e-6));
  }

  @Test
  void trimpOfARunIsTheSumOfItsPartsAndGrowsWithHeartRate() {
    BanisterTrimp trimp = new BanisterTrimp(50, 190, false);
    for (int hr = 50; hr < 190; hr++) {
      assertThat(trimp.of(600, hr) + trimp.of(900, hr)).isCloseTo(trimp.of(1500, hr), within(1e-9));
      assertThat(trimp.of(600, hr + 1)).isGreaterThan(trimp.of(600, hr));
    }
  }

  @Test
  void trimpIsUnknownWhenTooLittleOfTheRunHasHeartRate() {
    BanisterTrimp trimp = new BanisterTrimp(50, 190, false);
    assertThat(trimp.of(List.of(Stretch.of(899, 150.0), Stretch.of(101, null)))).isEmpty();
    assertThat(trimp.of(List.of(Stretch.of(900, 150.0), Stretch.of(100, null)))).hasValueCloseTo(trimp.of(1000, 150), within(1e-9));
    assertThat(trimp.of(List.of())).isEmpty();
  }

  @Test
  void aMaximumBelowTheRestingHeartRateIsRefused() {
    assertThatThrownBy(() -> new BanisterTrimp(60, 60, false)).hasMessageContaining("must be above the resting heart rate");
    assertThat(BanisterTrimp.between(60.0, 60.0, false)).isEmpty();
    assertThat(BanisterTrimp.between(null, 190.0, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, 30, 90", "7, 60, 420", "6, 150, 900"})
  void effortLoadIsRatingTimesMinutes(double effort, double minutes, double expected) {
    assertThat(SessionRpe.load(effort, minutes * 60)).hasValue(expected);
    assertThat(SessionRpe.load(null, minutes * 60)).isEmpty();
  }

  @Test
  void smoothingObeysItsClosedFormForAnImpulse() {
    double value = SmoothedLoad.FITNESS.next(0, 100);
    assertThat(value).isCloseTo(2.352831, within(1e-6));
    for (int day = 2; day <= 100; day++) {
      value = SmoothedLoad.FITNESS.next(value, 0);
      assertThat(value).isCloseTo(2.352831 * Math.exp(-(day - 1) / 42.0), within(1e-6));
    }
  }

  @Test
  void theEffortScaleIsAMedianAndNeedsFifteenRuns() {
    assertThat(EffortScale.median(Collections.nCopies(14, 0.3))).isEmpty();
    List<Double> ratios = new ArrayList<>(Collections.nCopies(14, 0.3));
    ratios.addAll(List.of(90.0, 80.0));
    assertThat(EffortScale.median(ratios)).hasValue(0.3);
  }
}
