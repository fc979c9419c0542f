package dev.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @Test
  void startsOnAnEmptyHomeAndStopsAgain(@TempDir Path home) throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of())) {
      assertThat(longrun.rows("select * from main_log")).isEmpty();
      assertThat(longrun.service().context().getRoutes()).extracting("routeId").contains("load-activity");
    }
  }
}
