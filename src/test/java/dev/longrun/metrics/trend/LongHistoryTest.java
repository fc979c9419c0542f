package dev.longrun.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongHistoryTest {
  @Test
  void eachAnswerOverTwelveThousandRunsTakesLessThanThreeTenthsOfASecond() {
    List<RunObservation> runs = LongHistory.runs();
    assertThat(runs).hasSize(12_000);
    assertThat(LongHistory.milliseconds(runs)).allSatisfy((question, milliseconds) -> assertThat(milliseconds).isLessThan(300));
  }
}
