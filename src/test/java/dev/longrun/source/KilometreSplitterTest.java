package dev.longrun.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.log.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KilometreSplitterTest {
  @Test
  void timesAtAKilometreAreInterpolatedBetweenTheSamplesAroundIt() {
    List<Split> splits = KilometreSplitter.split(List.of(at(0, 0), at(900, 300), at(1100, 400), at(1500, 600)));

    assertThat(splits).extracting(Split::movingS).containsExactly(350.0, 250.0);
    assertThat(splits).extracting(Split::distanceM).containsExactly(1000.0, 500.0);
  }

  @Test
  void aJumpOverSeveralKilometresGivesEachItsShare() {
    assertThat(KilometreSplitter.split(List.of(at(0, 0), at(3000, 900)))).extracting(Split::movingS).containsExactly(300.0, 300.0, 300.0);
  }

  @Test
  void timeAndDistanceAreConservedForAnyRecording() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Sample> samples = new ArrayList<>();
      double distance = 0;
      double moving = 0;
      double elapsed = 0;
      for (int i = 0; i < 3000; i++) {
        Double hr = random.nextInt(5) == 0 ? null : 120 + random.nextDouble() * 60;
        samples.add(new Sample(distance, moving, elapsed, hr, null, null, null));
        double step = random.nextInt(4);
        boolean paused = random.nextInt(20) == 0;
        distance += paused ? 0 : step * (2 + random.nextDouble());
        moving += paused ? 0 : step;
        elapsed += step;
      }
      Sample last = samples.get(samples.size() - 1);

      List<Split> splits = KilometreSplitter.split(samples);

      assertThat(splits.stream().mapToDouble(Split::distanceM).sum()).isCloseTo(last.distanceM(), within(1.0));
      assertThat(splits.stream().mapToDouble(Split::movingS).sum()).isCloseTo(last.movingS(), within(1.0));
      assertThat(splits.stream().mapToDouble(Split::elapsedS).sum()).isCloseTo(last.elapsedS(), within(60.0));
      assertThat(splits.subList(0, splits.size() - 1)).allSatisfy(split -> assertThat(split.distanceM()).isCloseTo(1000, within(0.01)));
      assertThat(splits).allSatisfy(split -> assertThat(split.avgHrBpm()).isBetween(120.0, 180.0));
    }
  }

  @Test
  void aFlatHourUnderAWanderingBarometerClimbsNothingAndAHillItsHeight() {
    Random random = new Random(1);
    List<Sample> flat = new ArrayList<>();
    List<Sample> hill = new ArrayList<>();
    for (int second = 0; second <= 1200; second++) {
      double noise = random.nextDouble() - 0.5;
      flat.add(new Sample(second * 3.0, second, second, null, null, null, 20 + noise));
      double height = second < 600 ? second * 0.1 : (1200 - second) * 0.1;
      hill.add(new Sample(second * 3.0, second, second, null, null, null, 20 + height + noise));
    }

    assertThat(KilometreSplitter.split(flat)).allSatisfy(split -> assertThat(split.elevationGainM()).isZero());
    assertThat(KilometreSplitter.split(hill).stream().mapToDouble(Split::elevationGainM).sum()).isCloseTo(60, within(4.0));
    assertThat(KilometreSplitter.split(hill).stream().mapToDouble(Split::elevationLossM).sum()).isCloseTo(60, within(4.0));
  }

  @Test
  void withoutElevationThereIsNoClimbAndWithoutDistanceNoKilometre() {
    assertThat(KilometreSplitter.split(List.of(at(0, 0), at(1000, 300)))).singleElement().satisfies(split ->
        assertThat(split.elevationGainM()).isNull());
    assertThat(KilometreSplitter.split(List.of(at(0, 0), at(0, 300)))).isEmpty();
    assertThat(KilometreSplitter.split(List.of())).isEmpty();
  }

  @Test
  void samplesThatGoBackAreLeftOut() {
    assertThat(KilometreSplitter.split(List.of(at(0, 0), at(500, 150), at(400, 160), at(600, 140), at(1000, 300))))
        .extracting(Split::movingS)
        .containsExactly(300.0);
  }

  private static Sample at(double distanceM, double seconds) {
    return new Sample(distanceM, seconds, seconds, null, null, null, null);
  }
}
