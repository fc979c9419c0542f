package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Source;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleTest {
  @TempDir Path home;

  /** The other connection would keep a writer waiting for fifteen seconds, and then fail it. */
  @Test
  void aBeatThatHasNothingToDoTakesNoLock() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("LONGRUN_CLOCK", "2026-11-22T06:12:00Z", "OLLAMA_MODEL", "none"));
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("longrun.db"));
        Statement statement = other.createStatement()) {
      longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "1", "2026-11-21T08:00:00Z")));
      beats(longrun);
      statement.execute("begin immediate");
      beats(longrun);
      statement.execute("rollback");
    }
  }

  private static void beats(LongrunUnderTest longrun) {
    for (String beat : new String[] {"derive-metrics", "draft-answers", "answer-questions", "take-inbox", "import-files", "finish-summaries", "refresh-status"}) {
      longrun.call(beat);
    }
    assertThat(longrun.service().context().isStarted()).isTrue();
  }
}
