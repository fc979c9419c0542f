package dev.longrun.coach;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only time, a restart or another setting brings about. */
class AnswersOverTimeTest {
  private static final String WORDS = "You ran 30 km in two runs. Well done.";

  @TempDir Path home;
  private final Ollama ollama = new Ollama();
  private LongrunUnderTest longrun;

  @BeforeEach
  void start() throws Exception {
    start("2026-11-22T06:12:00Z", Map.of());
    load(Activities.run(Source.GARMIN, "1", "2026-11-21T08:00:00Z"));
    load(Activities.felt(Activities.run(Source.GARMIN, "2", "2026-11-19T08:00:00Z", 20_000, 6_000), 7.0, 4));
  }

  private void start(String clock, Map<String, String> more) throws Exception {
    if (longrun != null) {
      longrun.close();
    }
    Map<String, String> settings =
        new TreeMap<>(Map.of("OLLAMA_URL", ollama.url(), "OLLAMA_TIMEOUT", "10s", "INBOX_SETTLE_TIME", "50ms", "LONGRUN_CLOCK", clock));
    settings.putAll(more);
    longrun = LongrunUnderTest.start(home, settings);
  }

  private void load(Activity activity) {
    longrun.call("load-activity", Activities.arrival(activity));
    longrun.allIsKnown();
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

  private Map<String, Object> question() {
    return longrun.rows("select * from question").get(0);
  }

  @Test
  void aModelThatNobodyServesLeavesTheQuestionQueued() throws Exception {
    start("2026-11-22T06:12:00Z", Map.of("OLLAMA_URL", "http://127.0.0.1:9"));
    ask("How was my week?");
    longrun.call("answer-questions");
    assertThat(question()).containsEntry("state", "queued");
    assertThat(question().get("last_error").toString()).contains("http://127.0.0.1:9 is not reachable");
  }

  @Test
  void aQuestionThatWaitedTooLongGetsTheFactsAndTheWordsLater() throws Exception {
    ask("How was my week?");
    ollama.answers(aResponse().withStatus(503).withBody("{\"error\":\"busy\"}"));
    start("2026-11-22T12:13:00Z", Map.of());
    longrun.call("answer-questions");
    assertThat(question()).containsEntry("state", "provisional");
    assertThat(answer()).content().contains("They will follow", "30.0 km");

    start("2026-11-22T13:00:00Z", Map.of());
    ollama.says(WORDS);
    longrun.call("answer-questions");
    assertThat(question()).containsEntry("state", "answered");
    assertThat(answer()).content().contains(WORDS).doesNotContain("They will follow");
  }

  @Test
  void anAnswerThatWasNotWrittenBeforeACrashIsWrittenOnce() throws Exception {
    ask("How was my week?");
    ollama.says(WORDS);
    longrun.bean("answers", Answers.class).answer(1);
    assertThat(answer()).content().contains("waits for the model");

    start("2026-11-22T06:20:00Z", Map.of());
    longrun.call("answer-questions");
    assertThat(answer()).content().contains(WORDS);
    assertThat(ollama.calls()).isEqualTo(1);
    assertThat(longrun.value("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void aFollowUpRemembersTheLastConversation() throws Exception {
    ask("How should I pace the marathon?");
    ollama.says("Start easy.");
    longrun.call("answer-questions");
    start("2026-11-22T07:00:00Z", Map.of());
    ollama.says("As I said.");
    ask("And the last kilometres?");
    longrun.call("answer-questions");

    assertThat(ollama.lastPrompt()).contains("On 2026-11-22", "How should I pace the marathon?", "Start easy.");
    Path second = home.resolve("outbox/answers/2026-11-22-0800-how-was-it.md");
    assertThat(second).content().contains("## Remembered", "22 November 2026: How should I pace the marathon?");
    assertThat(home.resolve("outbox/evidence/2026-11-22-0800-how-was-it.json")).content().contains("\"memories_used\" : [ {");
  }

  @Test
  void withoutChromaTheAnswerComesWithoutMemoryAndSaysSo() throws Exception {
    ask("How should I pace the marathon?");
    ollama.says("Start easy.");
    longrun.call("answer-questions");
    start("2026-11-22T07:00:00Z", Map.of("CHROMA_URL", "http://127.0.0.1:9"));
    ollama.says("As I said.");
    ask("And the last kilometres?");
    longrun.call("answer-questions");

    assertThat(home.resolve("outbox/answers/2026-11-22-0800-how-was-it.md"))
        .content().contains("As I said.", "Answered without memory: Chroma at http://127.0.0.1:9 is not reachable");
    assertThat(longrun.value("select count(*) from conversation where embedding is not null")).isEqualTo(2);
    assertThat(longrun.value("select count(*) from conversation where indexed_at is null")).isEqualTo(1);
  }

  @Test
  void aSmallContextIsNeverOverfilled() throws Exception {
    start("2026-11-22T06:12:00Z", Map.of("OLLAMA_NUM_CTX", "2048"));
    ask("Why? " + "x".repeat(10_000));
    ollama.says("Because.");
    longrun.call("answer-questions");
    int characters = ollama.lastPrompt().length() + ollama.requests().get(0).path("messages").path(0).path("content").asText().length();
    assertThat(characters / 3).isLessThan(2048 - 512);
    assertThat(ollama.lastPrompt()).contains("(cut)");
  }
}
