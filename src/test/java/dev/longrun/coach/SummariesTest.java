package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import dev.longrun.report.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {
  /** Monday, half past six in Berlin. */
  private static final String MONDAY = "2026-11-16T05:30:00Z";

  @TempDir Path home;
  private final Ollama ollama = new Ollama();
  private LongrunUnderTest longrun;

  private void start(String clock) throws Exception {
    start(clock, Map.of());
  }

  private void start(String clock, Map<String, String> more) throws Exception {
    stopProgram();
    Map<String, String> settings = new TreeMap<>(Map.of("OLLAMA_URL", ollama.url(), "OLLAMA_TIMEOUT", "10s", "LONGRUN_CLOCK", clock));
    settings.putAll(more);
    longrun = LongrunUnderTest.start(home, settings);
  }

  private void run(String id, String startedAt) {
    longrun.call("load-activity", Activities.arrival(Activities.felt(Activities.run(Source.GARMIN, id, startedAt), 5.0, 3)));
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  /** The source is set up; whether it answered is another matter. */
  private void connectGarmin() throws IOException {
    Files.createDirectories(home.resolve("tokens"));
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), "{}");
  }

  private Path weekly(String week) {
    return home.resolve("outbox/weekly/" + week + ".md");
  }

  @AfterEach
  void stopProgram() {
    if (longrun != null) {
      longrun.close();
      longrun = null;
    }
  }

  @AfterEach
  void stopOllama() {
    ollama.close();
  }

  @Test
  void writesTheFinishedWeekWithWordsFactsAndRuns() throws Exception {
    start(MONDAY);
    run("1", "2026-11-10T17:00:00Z");
    run("2", "2026-11-15T09:00:00Z");
    run("3", "2026-11-16T04:00:00Z");
    ollama.says("Two runs, 20 km, all at 5:00 per km.");

    longrun.call("summarise-week");

    assertThat(weekly("2026-W46"))
        .content()
        .startsWith("# Week 2026-W46: 9 November 2026 to 15 November 2026\n\nHow fresh the data is:")
        .contains("Two runs, 20 km, all at 5:00 per km.", "| distance | 20.0 km (2 runs) | 0.0 km (0 runs) |", "2026-11-15", "2026-11-10")
        .doesNotContain("2026-11-16 |");
    assertThat(home.resolve("outbox/latest.md")).hasSameTextualContentAs(weekly("2026-W46"));
    assertThat(home.resolve("outbox/evidence/2026-W46.json")).content().contains("week.distance", "facts/totals.sql");
    assertThat(longrun.value("select count(*) from conversation where kind = 'week' and embedding is not null")).isEqualTo(1);
  }

  @Test
  void ofAFirstSynchronisationOnlyTheLastFourWeeksAreSummedUpAndOlderOnesOnRequest() throws Exception {
    start(MONDAY);
    for (int week = 0; week < 7; week++) {
      run("w" + week, Instant.parse("2026-11-12T17:00:00Z").minusSeconds(week * 7 * 86_400L).toString());
    }
    ollama.says("Steady.");

    longrun.call("summarise-week");
    assertThat(longrun.rows("select period from summary order by period")).extracting(row -> row.get("period"))
        .containsExactly("2026-W43", "2026-W44", "2026-W45", "2026-W46");

    longrun.bean("summaries", Summaries.class).summarise("week", "2026-W41");
    assertThat(weekly("2026-W41")).content().contains("Steady.");
    assertThat(home.resolve("outbox/latest.md")).hasSameTextualContentAs(weekly("2026-W46"));
    longrun.call("summarise-week");
    assertThat(longrun.value("select count(*) from summary")).isEqualTo(5);
  }

  @Test
  void everyWeekMissedWhileTheMachineWasOffIsSummedUp() throws Exception {
    ollama.says("Steady.");
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    start("2027-01-11T05:30:00Z");
    longrun.allIsKnown();
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    assertThat(longrun.value("select count(*) from summary")).isEqualTo(9);
    assertThat(weekly("2026-W53")).exists();
    assertThat(weekly("2027-W01")).exists();
  }

  @Test
  void withoutTheModelTheSummaryComesOnTimeAndItsWordsLater() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    ollama.answers(WireMock.aResponse().withStatus(503).withBody("{\"error\":\"server busy\"}"));
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().contains("The coach's words are missing", "server busy", "will follow", "10.0 km");
    assertThat(longrun.value("select words_pending from summary")).isEqualTo(1);

    ollama.says("One run of 10 km.");
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              longrun.call("finish-summaries");
              assertThat(weekly("2026-W46")).content().contains("One run of 10 km.").doesNotContain("words are missing");
            });
    assertThat(longrun.rows("select words_pending, version from summary")).first().hasToString("{words_pending=0, version=3}");
  }

  @Test
  void everySummaryWithoutWordsSaysWhyTheModelCouldNotBeAsked() throws Exception {
    start(MONDAY);
    run("1", "2026-11-03T17:00:00Z");
    run("2", "2026-11-10T17:00:00Z");
    ollama.stop();

    longrun.call("summarise-week");

    assertThat(weekly("2026-W45")).content().contains("is not reachable; is it running?");
    assertThat(weekly("2026-W46")).content().contains("is not reachable; is it running?");
  }

  @Test
  void theNumbersAreThereWhileTheModelIsStillThinking() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    ollama.answers(Ollama.chat("One run of 10 km.", "stop").withFixedDelay(3_000));
    Thread asking = new Thread(() -> longrun.call("summarise-week"));
    asking.start();
    Awaitility.await()
        .untilAsserted(() -> assertThat(weekly("2026-W46")).content().contains("words will follow", "| 10.0 km").doesNotContain("One run"));
    asking.join();
    assertThat(weekly("2026-W46")).content().contains("One run of 10 km.").doesNotContain("will follow");
  }

  @Test
  void whatCannotBeWrittenKeepsNothingElseFromBeingDelivered() throws Exception {
    start(MONDAY);
    run("1", "2026-11-05T17:00:00Z");
    run("2", "2026-11-12T17:00:00Z");
    ollama.says("A run.");
    Files.createDirectories(weekly("2026-W45").resolve("in the way"));
    for (Week week : longrun.bean("summaries", Summaries.class).due()) {
      longrun.bean("summaries", Summaries.class).sumUp(week);
    }
    assertThatThrownBy(() -> longrun.bean("delivery", Delivery.class).deliver()).hasMessageContaining("2026-W45");
    assertThat(weekly("2026-W46")).content().contains("A run.");
  }

  @Test
  void nothingChangedMeansNoFileIsTouchedAndTheModelIsNotAsked() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    ollama.says("One run of 10 km.");
    longrun.call("summarise-week");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(weekly("2026-W46"), longAgo);

    longrun.call("summarise-week");
    longrun.call("finish-summaries");

    assertThat(ollama.calls()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(weekly("2026-W46"))).isEqualTo(longAgo);
  }

  @Test
  void aRunThatArrivesLateChangesTheSummaryOfItsWeek() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    ollama.says("One run of 10 km.");
    longrun.call("summarise-week");
    run("2", "2026-11-14T17:00:00Z");
    ollama.says("Two runs, 20 km.");

    longrun.call("finish-summaries");

    assertThat(weekly("2026-W46")).content().contains("Two runs, 20 km.", "20.0 km (2 runs)");
    assertThat(longrun.value("select short_answer from conversation where kind = 'week'").toString()).contains("Two runs");
  }

  @Test
  void aSilentSourceIsWaitedForUntilNoonAndThenThereIsNoVerdictOnLoad() throws Exception {
    connectGarmin();
    ollama.says("One run of 10 km.");
    start("2026-11-15T18:00:00Z");
    run("1", "2026-11-12T17:00:00Z");
    longrun.bean("syncStates", SyncStates.class).succeeded(Source.GARMIN);
    longrun.bean("syncStates", SyncStates.class).backfillCompleted(Source.GARMIN);

    start("2026-11-16T10:58:00Z");
    longrun.bean("syncStates", SyncStates.class).failed(Source.GARMIN, "Garmin did not answer.");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).doesNotExist();

    start("2026-11-16T11:00:00Z");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().contains("**Incomplete:** Garmin has not answered").doesNotContain("| training load", "| form");
    assertThat(ollama.lastPrompt()).doesNotContain("training load", "fitness (42", "load 2").contains("week is incomplete");

    longrun.bean("syncStates", SyncStates.class).succeeded(Source.GARMIN);
    longrun.call("finish-summaries");
    assertThat(weekly("2026-W46")).content().contains("| training load").doesNotContain("Incomplete");
  }

  @Test
  void ofAWeekOfWhichASilentSourceHasToldNothingOnlyThatIsSaid() throws Exception {
    connectGarmin();
    ollama.says("Nothing is known.");
    start("2026-11-08T23:30:00Z");
    longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "1", "2026-11-05T17:00:00Z")));
    longrun.bean("syncStates", SyncStates.class).succeeded(Source.GARMIN);
    longrun.bean("syncStates", SyncStates.class).backfillCompleted(Source.GARMIN);
    longrun.call("derive-metrics");

    start("2026-11-23T12:00:00Z");
    longrun.bean("syncStates", SyncStates.class).failed(Source.GARMIN, "Garmin did not answer.");
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    for (String week : new String[] {"2026-W46", "2026-W47"}) {
      assertThat(weekly(week))
          .content()
          .contains("**Incomplete:** Garmin has not answered", "No run of the week is known", "not known (the log is known up to 2026-11-08)")
          .doesNotContain("0 runs", "| 0.0 km", "| 0 |", "No runs.", "fitness", "training load");
    }
  }

  @Test
  void whoImportsFilesNowAndThenReadsOfNoWeekOfWhichNothingIsKnown() throws Exception {
    ollama.says("One run of 10 km.");
    start("2026-11-12T18:00:00Z");
    run("1", "2026-11-12T17:00:00Z");
    start("2026-11-30T12:00:00Z");
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    assertThat(longrun.rows("select period, incomplete from summary").toString()).isEqualTo("[{period=2026-W46, incomplete=1}]");
    assertThat(weekly("2026-W46")).content().contains("**Incomplete:** no file has been imported since the week ended", "10.0 km");
  }

  @Test
  void aSourceThatWantsToBeLeftAloneOrIsOnlyShownHoldsNoSummaryPastNoon() throws Exception {
    ollama.says("One run of 10 km.");
    Map<String, String> shown =
        Map.of(
            "STRAVA_CLIENT_ID", "1", "STRAVA_CLIENT_SECRET", "x", "STRAVA_REFRESH_TOKEN", "y", "STRAVA_DATA_USE", "seven-days",
            "STRAVA_API_URL", "http://127.0.0.1:9");
    start("2026-11-16T11:00:00Z", shown);
    run("1", "2026-11-12T17:00:00Z");
    longrun.bean("summaries", Summaries.class).sumUp(Week.parse("2026-W46"));
    assertThat(longrun.value("select incomplete from summary")).as("seven days are never read for the first time").isEqualTo(1);

    connectGarmin();
    start("2026-11-16T11:00:00Z");
    SyncStates states = longrun.bean("syncStates", SyncStates.class);
    states.attempted(Source.GARMIN);
    longrun.bean("summaries", Summaries.class).sumUp(Week.parse("2026-W45"));
    assertThat(longrun.value("select count(*) from summary")).as("the first reading is waited for").isEqualTo(1);
    states.block(Source.GARMIN, Instant.parse("2026-11-17T11:00:00Z"), "Garmin asks for patience.");
    longrun.bean("summaries", Summaries.class).sumUp(Week.parse("2026-W45"));
    assertThat(longrun.value("select count(*) from summary")).isEqualTo(2);
  }

  @Test
  void aFolderForTokensWithoutAnyIsNoSourceToWaitFor() throws Exception {
    ollama.says("One run of 10 km.");
    Files.createDirectories(home.resolve("elsewhere"));
    start(MONDAY, Map.of("GARMIN_TOKENS", home.resolve("elsewhere").toString()));
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().contains("Garmin is not connected");
  }

  @Test
  void anEmptyLogHasNoSummaries() throws Exception {
    start(MONDAY);
    longrun.call("summarise-week");
    assertThat(longrun.rows("select * from summary")).isEmpty();
  }

  @Test
  void aWeekThatIsNotOverOrNoWeekIsRefusedWithASentence() throws Exception {
    start(MONDAY);
    Summaries summaries = longrun.bean("summaries", Summaries.class);
    assertThatThrownBy(() -> summaries.summarise("week", "2026-W47")).hasMessageContaining("2026-W47").hasMessageContaining("not over");
    assertThatThrownBy(() -> summaries.summarise("week", "W46")).hasMessageContaining("\"W46\" is no week");
    assertThatThrownBy(() -> summaries.summarise("week", "2026-W54")).hasMessageContaining("no week");
  }

  @Test
  void aFileThatWasNotWrittenBeforeACrashIsWrittenAtTheNextStart() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    ollama.says("One run of 10 km.");
    longrun.bean("summaries", Summaries.class).sumUp(Week.parse("2026-W46"));
    assertThat(weekly("2026-W46")).content().doesNotContain("One run of 10 km.");

    start(MONDAY);
    longrun.call("summarise-week");

    assertThat(weekly("2026-W46")).content().contains("One run of 10 km.");
    assertThat(ollama.calls()).isEqualTo(1);
  }
}
