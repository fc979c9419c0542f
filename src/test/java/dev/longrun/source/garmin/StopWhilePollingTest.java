package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopWhilePollingTest {
  private static final int RUNS = 60;

  @Test
  void stoppingInTheMiddleOfAFirstSynchronisationTakesSecondsAndTheNextStartGoesOn(@TempDir Path home) throws Exception {
    try (GarminSite site = new GarminSite()) {
      for (int i = 1; i <= RUNS; i++) {
        site.publish(GarminSite.run(i, java.time.LocalDate.parse("2026-08-01").plusDays(i) + "T06:00:00"));
        // So slow that all of them would take half a minute.
        site.answer("/activity-service/activity/" + i + "/splits", okJson(GarminSite.kilometreLaps().toString()).withFixedDelay(500));
      }
      LongrunUnderTest longrun = LongrunUnderTest.start(home, site.settings(home));
      CompletableFuture<Void> poll = CompletableFuture.runAsync(() -> longrun.call("poll-garmin"));
      await().until(() -> (int) longrun.value("select count(*) from main_log") >= 2);

      longrun.close();

      assertThat(site.web.findAll(anyRequestedFor(urlPathMatching("/activity-service/activity/[0-9]+/splits")))).as("asked before the stop").hasSizeLessThan(RUNS / 2);
      poll.exceptionally(failure -> null).join();
      site.web.setGlobalFixedDelay(0);
      for (int i = 1; i <= RUNS; i++) {
        site.publish(GarminSite.run(i, java.time.LocalDate.parse("2026-08-01").plusDays(i) + "T06:00:00"));
      }
      try (LongrunUnderTest next = LongrunUnderTest.start(home, site.settings(home))) {
        assertThat(next.value("select backfill_completed_at from sync_state where source = 'garmin'")).isNull();
        next.call("poll-garmin");
        assertThat(next.value("select count(*) from main_log")).isEqualTo(RUNS);
        assertThat(next.rows("select * from put_aside")).isEmpty();
      }
    }
  }
}
