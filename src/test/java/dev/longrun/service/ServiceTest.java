package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longrun.LongrunUnderTest;
import dev.longrun.coach.Ollama;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.site.SimulatedGarmin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with its schedules, every two seconds where the runner may choose. */
class ServiceTest {
  /** What a model may answer: findings that code has written, in an order of its own. */
  private static final String WORDS =
      "{\"paragraphs\":[{\"segments\":[{\"finding\":\"splits.halves\"}]},{\"segments\":[{\"finding\":\"splits.extremes\"},{\"say\":\"Well done, keep going.\"}]}]}";

  private static final String MONDAY_MORNING = "2026-11-23T08:00:00Z";

  @TempDir Path home;
  private final SyntheticRunner runner = SyntheticRunner.ofTheDemo(LocalDate.parse("2026-11-22"));
  private SimulatedGarmin garmin;
  private Ollama ollama;

  @BeforeEach
  void openSites() throws IOException {
    List<SyntheticRun> lastMonth = runner.runs().stream().filter(run -> run.date().isAfter(LocalDate.parse("2026-10-22"))).toList();
    garmin = new SimulatedGarmin(lastMonth, Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC));
    ollama = new Ollama().says(WORDS);
    Files.createDirectories(home.resolve("tokens"));
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), garmin.tokenFile());
  }

  @AfterEach
  void closeSites() {
    garmin.close();
    ollama.close();
  }

  @Test
  void aNewRunAndADroppedQuestionAreHandledAndWhatWasDueIsWritten() throws Exception {
    try (LongrunUnderTest longrun = start()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> number(longrun, "select count(*) from run_metric where load is not null") > 10);
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(longrun.settings().outbox().resolve("weekly/2026-W47.md")));
      long runs = number(longrun, "select count(*) from main_log");

      garmin.add(runner.nextRun());
      Files.writeString(longrun.settings().inbox().resolve("how-was-it.md"), "How was my last run?");

      await().atMost(Duration.ofSeconds(10)).until(() -> answers().size() == 1);
      await().atMost(Duration.ofSeconds(30)).until(() -> number(longrun, "select count(*) from question where state = 'answered'") == 1);
      await().atMost(Duration.ofSeconds(30)).until(() -> number(longrun, "select count(*) from main_log") == runs + 1);
      await().atMost(Duration.ofSeconds(30)).until(() -> number(longrun, "select count(*) from due_day") == 0);
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(longrun.settings().outbox().resolve("status.md")));
      assertThat(longrun.settings().outbox().resolve("ATTENTION.md")).doesNotExist();
    }
  }

  @Test
  void stoppingWhileTheModelThinksIsQuickAndTheNextStartAnswers() throws Exception {
    ollama.answers(Ollama.chat(WORDS, "stop").withFixedDelay(60_000));
    LongrunUnderTest stopping = start();
    await().atMost(Duration.ofSeconds(30)).until(() -> number(stopping, "select count(*) from main_log") > 10);
    Files.writeString(stopping.settings().inbox().resolve("slow.md"), "How was my last run?");
    await().atMost(Duration.ofSeconds(30)).until(() -> answers().size() == 1 && Files.readString(answers().get(0)).contains("they follow when it has answered"));
    await().atMost(Duration.ofSeconds(30)).until(() -> !ollama.requests().isEmpty());
    stopping.close();
    assertThat(Files.readString(answers().get(0))).as("nobody waited for it").contains("they follow when it has answered");

    ollama.reset();
    ollama.says(WORDS);
    try (LongrunUnderTest longrun = start()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> number(longrun, "select count(*) from question where state = 'answered'") == 1);
      assertThat(answers()).hasSize(1);
      assertThat(longrun.rows("select state, attempts from question")).containsExactly(Map.of("state", "answered", "attempts", 0));
    }
  }

  private LongrunUnderTest start() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("LONGRUN_CLOCK", MONDAY_MORNING);
    settings.put("INBOX_SETTLE_TIME", "200ms");
    settings.put("GARMIN_API_URL", garmin.address("").toString());
    settings.put("GARMIN_AUTH_URL", garmin.address("").toString());
    settings.put("OLLAMA_URL", ollama.url());
    settings.put("POLL_GARMIN_CRON", "0/2 * * * * ?");
    settings.put("POLL_STRAVA_CRON", "0/2 * * * * ?");
    settings.put("ENRICH_WEATHER_CRON", "0/2 * * * * ?");
    settings.put("SUMMARISE_WEEK_CRON", "0/2 * * * * ?");
    settings.put("RUNNER_MAX_HR", "190");
    settings.put("RUNNER_RESTING_HR", "50");
    return LongrunUnderTest.start(home, settings, true);
  }

  private static long number(LongrunUnderTest longrun, String sql) {
    return ((Number) longrun.value(sql)).longValue();
  }

  private List<Path> answers() {
    Path folder = home.resolve("outbox/answers");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
