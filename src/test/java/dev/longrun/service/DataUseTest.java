package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Source;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataUseTest {
  @Test
  void aNewChoiceAboutStravaAppliesToWhatIsAlreadyInTheLog(@TempDir Path home) throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("STRAVA_DATA_USE", "coach"))) {
      longrun.call("load-activity", Activities.arrival(Activities.run(Source.STRAVA, "900", "2026-11-20T06:00:00Z")));
      assertThat(longrun.value("select counted from main_log")).isEqualTo(1);
      longrun.service().database().writing()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into conversation (kind, reference, held_at, short_answer)"
                          + " values ('week', '2026-W47', '2026-11-23T06:00:00Z', 'One run of 10 km.')"));
    }
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("STRAVA_DATA_USE", "seven-days"))) {
      assertThat(longrun.value("select counted from main_log")).isEqualTo(0);
      assertThat(longrun.rows("select * from conversation")).as("what was said about Strava's runs").isEmpty();
    }
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of())) {
      assertThat(longrun.value("select counted from main_log")).as("the last choice stands").isEqualTo(0);
    }
  }
}
