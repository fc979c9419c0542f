package dev.longrun.source.strava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneSickSourceTest {
  @Test
  void atTheStartOfTheServiceAGarminThatIsDownKeepsNeitherStravaNorTheRestFromTheirTurn(@TempDir Path home) throws Exception {
    try (StravaSite site = new StravaSite()) {
      site.publish(StravaSite.run(1, "2026-11-10T06:00:00Z"));
      Files.createDirectories(home.resolve("tokens"));
      // A login, but nobody listens where Garmin should be.
      Files.writeString(home.resolve("tokens/garmin_tokens.json"), "{\"di_token\":\"t\",\"di_refresh_token\":\"r\",\"di_client_id\":\"c\"}");

      try (LongrunUnderTest longrun = LongrunUnderTest.start(home, site.settings(), true)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !longrun.rows("select 1 from main_log").isEmpty());

        assertThat(longrun.value("select last_error from sync_state where source = 'garmin'")).asString().contains("could not be reached");
        await().atMost(Duration.ofSeconds(30)).until(() -> !longrun.rows("select 1 from sync_state where source = 'open-meteo'").isEmpty());
      }
    }
  }
}
