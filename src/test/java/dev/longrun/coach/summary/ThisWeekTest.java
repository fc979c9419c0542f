package dev.longrun.coach.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the week so far: there without a question, current, and touched only when it changes. */
class ThisWeekTest {
  @TempDir Path home;
  private LongrunUnderTest longrun;

  private void start(String clock) throws Exception {
    stop();
    longrun = LongrunUnderTest.start(home, Map.of("OLLAMA_MODEL", "none", "LONGRUN_CLOCK", clock, "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "50"));
  }

  @AfterEach
  void stop() {
    if (longrun != null) {
      longrun.close();
      longrun = null;
    }
  }

  private void run(String id, String startedAt) {
    longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, id, startedAt)));
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  private Path page() {
    return home.resolve("outbox/this-week.md");
  }

  @Test
  void theWeekSoFarStandsBesideTheSameDaysOfLastWeek() throws Exception {
    start("2026-11-18T20:00:00Z");
    run("1", "2026-11-03T17:00:00Z");
    run("2", "2026-11-10T17:00:00Z");
    run("3", "2026-11-15T17:00:00Z");
    run("4", "2026-11-16T17:00:00Z");
    run("5", "2026-11-18T17:00:00Z");
    longrun.call("finish-summaries");

    assertThat(page())
        .content()
        .startsWith("# This week: 16 to 22 November 2026\n\n**20.0 km so far this week, in 2 runs. By this day of last week it was 10.0 km.**")
        .contains("## Today, 18 November", "Mon\u00a016\u00a0Nov", "Wed\u00a018\u00a0Nov")
        .doesNotContain("10\u00a0Nov");
    assertThat(home.resolve("outbox/evidence/this-week.json")).content().contains("this-week.distance");
  }

  @Test
  void itIsTouchedOnlyWhenItChanges() throws Exception {
    start("2026-11-18T20:00:00Z");
    run("1", "2026-11-16T17:00:00Z");
    longrun.call("finish-summaries");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(page(), longAgo);
    longrun.call("finish-summaries");
    assertThat(Files.getLastModifiedTime(page())).isEqualTo(longAgo);

    run("2", "2026-11-17T17:00:00Z");
    longrun.call("finish-summaries");
    assertThat(page()).content().contains("20.0 km so far this week, in 2 runs.");
  }

  @Test
  void aNewWeekBeginsWithANewPageThatSaysWhatIsNotKnown() throws Exception {
    start("2026-11-18T20:00:00Z");
    run("1", "2026-11-16T17:00:00Z");
    longrun.call("finish-summaries");
    start("2026-11-25T20:00:00Z");
    longrun.call("finish-summaries");
    assertThat(page())
        .content()
        .startsWith("# This week: 23 to 29 November 2026\n\n**Nothing is known of this week yet; the log ends with 17 November.**")
        .doesNotContain("No run yet", "0.0 km");
  }

  @Test
  void anEmptyLogHasNoSuchPage() throws Exception {
    start("2026-11-18T20:00:00Z");
    longrun.call("finish-summaries");
    assertThat(page()).doesNotExist();
  }
}
