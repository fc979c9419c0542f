package dev.longrun.metrics.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TandaTest {
  // Computed independently of this code; the last is a published example, 60 miles a week at 7:30 a mile.
  @ParameterizedTest
  @CsvSource({
    "60, 300, 11981.87745",
    "70, 290, 11527.93358",
    "80, 285, 11201.47895",
    "90, 300, 11350.03111",
    "100, 290, 10928.70314",
    "110, 280, 10517.14453",
    "96.56064, 279.617, 10751.70555"
  })
  void theTimeReproducesReferenceValues(double kmPerWeek, double paceSPerKm, double expectedS) {
    assertThat(Tanda.timeS(kmPerWeek, paceSPerKm, 8).value()).isCloseTo(expectedS, within(1e-4));
  }

  // The training that belongs to 2:59:59.
  @ParameterizedTest
  @CsvSource({"60, 249.0", "70, 258.6", "80, 267.7", "90, 276.3", "100, 284.4", "110, 292.1", "120, 299.5"})
  void theTrainingForThreeHoursGivesThreeHours(double kmPerWeek, double paceSPerKm) {
    assertThat(Tanda.timeS(kmPerWeek, paceSPerKm, 8).value()).isCloseTo(10799, within(0.05 * 0.55 * 42.195 + 0.1));
  }

  @Test
  void sixOfEightWeeksNeedThreeRuns() {
    assertThat(Tanda.timeS(80.0, 285.0, 6).isKnown()).isTrue();
    assertThat(Tanda.timeS(80.0, 285.0, 5))
        .isEqualTo(Measured.missing("three runs in only 5 of the last 8 weeks, 6 are needed"));
  }

  @Test
  void withoutALogThereIsNoTime() {
    Measured noLog = Measured.missing("no training log of the last 8 weeks");
    assertThat(Tanda.timeS(null, 285.0, 8)).isEqualTo(noLog);
    assertThat(Tanda.timeS(80.0, null, 8)).isEqualTo(noLog);
    assertThat(Tanda.timeS(80.0, 285.0, null)).isEqualTo(noLog);
    assertThat(Tanda.timeS(0.0, 285.0, 8)).isEqualTo(Measured.missing("no kilometres in the last 8 weeks"));
    assertThat(Tanda.timeS(-1.0, 285.0, 8).isKnown()).isFalse();
    assertThat(Tanda.timeS(Double.NaN, 285.0, 8).isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"119.9", "900.1", "0", "-300", "NaN"})
  void aPaceNobodyTrainsAtGivesNoTime(double paceSPerKm) {
    assertThat(Tanda.timeS(80.0, paceSPerKm, 8)).isEqualTo(Measured.missing("not a pace between 2:00 and 15:00 a kilometre"));
  }

  @Test
  void aTimeOutsideTheModelsRangeIsFlagged() {
    assertThat(Tanda.outsideRange(10020)).isEmpty();
    assertThat(Tanda.outsideRange(12960)).isEmpty();
    assertThat(Tanda.outsideRange(10018))
        .contains("The training-log model holds from 2:47:00 to 3:36:00, its 2:46:58 lies outside");
    assertThat(Tanda.outsideRange(12961)).isPresent();
  }

  @Test
  void moreKilometresAndAFasterPaceNeverGiveASlowerMarathon() {
    for (double km = 5; km < 250; km++) {
      for (double pace = 180; pace < 500; pace += 20) {
        double time = Tanda.timeS(km, pace, 8).value();
        assertThat(Tanda.timeS(km + 1, pace, 8).value()).isLessThan(time);
        assertThat(Tanda.timeS(km, pace - 1, 8).value()).isLessThan(time);
      }
    }
  }
}
