package dev.longrun.metrics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.metrics.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOfARunTest {
  private static final BanisterTrimp TRIMP = new BanisterTrimp(50, 188, false);

  @Test
  void anHourAtThresholdIsAHundred() {
    assertThat(Load100.of(TRIMP.of(3600, 170), TRIMP, 170)).isCloseTo(100, within(1e-9));
    assertThat(Load100.of(0, TRIMP, 170)).isZero();
  }

  @Test
  void load100ReproducesTheWorkedRun() {
    assertThat(Load100.of(96.58021052, TRIMP, 170)).isCloseTo(54.47180953, within(1e-6));
  }

  @Test
  void aThresholdBelowTheRestingHeartRateIsRefused() {
    assertThatThrownBy(() -> Load100.of(50, TRIMP, 50)).hasMessage("The threshold heart rate (50) must be above the resting heart rate");
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 240, 240, 100",
    "3600, 300, 240, 64",
    "5400, 290, 240, 102.7348395",
    "10800, 256, 240, 263.671875",
    "0, 300, 240, 0"
  })
  void paceLoadReproducesReferenceValues(double movingS, double gap, double threshold, double expected) {
    assertThat(PaceLoad.of(movingS, gap, threshold)).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"-1, 300, 240", "3600, 0, 240", "3600, 300, 0", "NaN, 300, 240"})
  void paceLoadRefusesWhatCannotBe(double movingS, double gap, double threshold) {
    assertThatThrownBy(() -> PaceLoad.of(movingS, gap, threshold)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trimpOfManyPartsIsTheSumOverThem() {
    Random random = new Random(1);
    for (int run = 0; run < 200; run++) {
      List<Stretch> parts = randomParts(random);
      int cut = 1 + random.nextInt(parts.size() - 1);
      double whole = TRIMP.of(parts).orElseThrow();
      double pieces = TRIMP.of(parts.subList(0, cut)).orElseThrow() + TRIMP.of(parts.subList(cut, parts.size())).orElseThrow();
      assertThat(pieces).isCloseTo(whole, within(1e-9 * whole));
    }
  }

  @Test
  void trimpNeverFallsWhenAPartsHeartRateRises() {
    Random random = new Random(2);
    for (int run = 0; run < 200; run++) {
      List<Stretch> parts = randomParts(random);
      List<Stretch> harder = new ArrayList<>(parts);
      Stretch part = parts.get(0);
      harder.set(0, Stretch.of(part.movingS(), part.hrBpm() + 1 + random.nextInt(10)));
      assertThat(TRIMP.of(harder).orElseThrow()).isGreaterThan(TRIMP.of(parts).orElseThrow());
    }
  }

  @Test
  void trimpIsNeverBelowThatOfTheAverageHeartRate() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      List<Stretch> parts = randomParts(random);
      double time = parts.stream().mapToDouble(Stretch::movingS).sum();
      double average = parts.stream().mapToDouble(part -> part.hrBpm() * part.movingS()).sum() / time;
      double whole = TRIMP.of(parts).orElseThrow();
      assertThat(whole).isGreaterThanOrEqualTo(TRIMP.of(time, average) - 1e-9 * whole);
    }
  }

  @Test
  void trimpDoesNotDependOnHowFinelyASteadyPartIsCut() {
    List<Stretch> halves = List.of(Stretch.of(150, 150.0), Stretch.of(150, 150.0), Stretch.of(300, 160.0));
    assertThat(TRIMP.of(halves)).hasValueCloseTo(TRIMP.of(300, 150) + TRIMP.of(300, 160), within(1e-9));
  }

  private static List<Stretch> randomParts(Random random) {
    List<Stretch> parts = new ArrayList<>();
    for (int part = 2 + random.nextInt(20); part > 0; part--) {
      parts.add(Stretch.of(200 + random.nextInt(300), 60.0 + random.nextInt(115)));
    }
    return parts;
  }
}
