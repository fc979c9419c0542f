package dev.longrun.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitQualityTest {
  @ParameterizedTest
  @CsvSource({
    "120, 150, 0, 0, true",
    "119, 150, 0, 0, false",
    "900, 150, 0, 0, true",
    "901, 150, 0, 0, false",
    "300, 30, 0, 0, true",
    "300, 29, 0, 0, false",
    "300, 230, 0, 0, true",
    "300, 231, 0, 0, false",
    "600, 150, 200, 100, true",
    "600, 150, 200, 101, false",
    "300, , , , true"
  })
  void aSplitIsUsableWithinItsBounds(double pace, Double hrBpm, Double gainM, Double lossM, boolean usable) {
    Stretch split = new Stretch(1000.0, pace, pace, hrBpm, null, gainM, lossM);
    SplitQuality quality = SplitQuality.of(List.of(split));
    assertThat(quality.usable()).hasSize(usable ? 1 : 0);
    assertThat(quality.flags()).hasSize(usable ? 0 : 1);
  }

  @Test
  void whatIsLeftOutIsCounted() {
    Stretch good = Stretch.flat(1000, 300, 150.0);
    Stretch tooFast = Stretch.flat(1000, 60, 150.0);
    SplitQuality quality = SplitQuality.of(List.of(good, tooFast, Stretch.flat(1000, 300, 250.0), tooFast, good));
    assertThat(quality.usable()).containsExactly(good, good);
    assertThat(quality.flags())
        .containsExactly("2 splits left out: pace outside 2:00 to 15:00 /km", "1 split left out: heart rate outside 30 to 230 bpm");
  }

  @Test
  void aSplitOfWhichOnlyTheTimeIsKnownIsUsable() {
    assertThat(SplitQuality.of(List.of(Stretch.of(300, null))).usable()).hasSize(1);
  }
}
