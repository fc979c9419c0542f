package dev.longrun.coach;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
  @TempDir Path home;
  private final Ollama ollama = new Ollama();
  private LongrunUnderTest longrun;

  @BeforeEach
  void start() throws Exception {
    longrun =
        LongrunUnderTest.start(
            home,
            Map.of(
                "OLLAMA_URL", ollama.url(), "OLLAMA_TIMEOUT", "1s", "INBOX_SETTLE_TIME", "50ms",
                "LONGRUN_CLOCK", "2026-11-22T06:12:00Z"));
    longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "1", "2026-11-21T08:00:00Z")));
    longrun.call("load-activity", Activities.arrival(Activities.felt(Activities.run(Source.GARMIN, "2", "2026-11-19T08:00:00Z", 20_000, 6_000), 7.0, 4)));
    longrun.call("derive-metrics");
  }

  @AfterEach
  void stop() {
    longrun.close();
    ollama.close();
  }

  private void ask(String text) throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/how-was-it.md"), text);
    longrun.call("watch-inbox");
  }

  private Path answer() {
    return home.resolve("outbox/answers/2026-11-22-0712-how-was-it.md");
  }

  @Test
  void aQuestionHasAPlaceholderAtOnceAndThenItsAnswer() throws IOException {
    ask("How was my week?");
    assertThat(answer()).content().contains("> How was my week?").contains("waits for the model");

    ollama.says("You ran 30 km in two runs. Well done.");
    longrun.call("answer-questions");

    assertThat(answer()).content().contains("> How was my week?", "You ran 30 km in two runs. Well done.", "Garmin is not connected");
    assertThat(home.resolve("outbox/evidence/2026-11-22-0712-how-was-it.json")).content().contains("last-7-days.distance", "gemma3:12b");
    assertThat(longrun.rows("select state, last_error from question")).first().hasToString("{state=answered, last_error=null}");
    assertThat(longrun.value("select embedding is not null from conversation")).isEqualTo(1);
  }
}
