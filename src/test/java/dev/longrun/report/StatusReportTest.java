package dev.longrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.Database;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status files on a small log, on the evening of 22 November 2026. */
class StatusReportTest {
  private static final String NOW = "2026-11-22T20:00:00Z";

  @TempDir Path home;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectory(home.resolve("tokens"));
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), "{}");
    database = Database.open(home.resolve("longrun.db"), Path.of("schema"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Settings at(String now, String... more) {
    Map<String, String> values = new HashMap<>(Map.of("LONGRUN_HOME", home.toString(), "LONGRUN_TIMEZONE", "Europe/Berlin", "LONGRUN_CLOCK", now));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new SettingsReader(values).read();
  }

  private SyncStates states(String now) {
    return new SyncStates(database, at(now).clock());
  }

  private String status(Settings settings) throws IOException {
    refresh(settings);
    return Files.readString(home.resolve("outbox/status.md"));
  }

  private void refresh(Settings settings) {
    new StatusReport(settings, database.reader(), new Outbox(settings.outbox())).refresh();
  }

  private Path attention() {
    return home.resolve("outbox/ATTENTION.md");
  }

  private void sql(String sql, Object... values) {
    database.writing().useHandle(handle -> handle.execute(sql, values));
  }

  @Test
  void anEmptyLogNeedsNothing() throws IOException {
    assertThat(status(at(NOW)))
        .contains("- Training log: no runs yet")
        .contains("- Garmin: connected; has not answered yet")
        .contains("- Strava: off: it is not set up")
        .contains("- Service: running (process " + ProcessHandle.current().pid() + ")")
        .contains("## Waiting\n\nNothing.")
        .contains("## Put aside\n\nNothing.");
    assertThat(attention()).doesNotExist();
  }

  @Test
  void saysHowFreshEachSourceIsAndHowFarItsHistoryIsRead() throws IOException {
    states("2026-11-22T18:30:00Z").attempted(Source.GARMIN);
    states("2026-11-22T18:30:10Z").succeeded(Source.GARMIN);
    states(NOW).backfillReached(Source.GARMIN, Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(status(at(NOW))).contains("- Garmin: connected; last answered 2026-11-22 19:30; history read back to 2024-03-01 01:00");
    states(NOW).backfillCompleted(Source.GARMIN);
    assertThat(status(at(NOW))).contains("; history complete");
  }

  @Test
  void saysWhatWaitsAndWhatWasPutAside() throws IOException {
    sql(
        """
        insert into question (taken_as, file_name, sha256, text, asked_at, state, answer_path, last_error, updated_at)
        values ('a', 'a.md', '', '', '2026-11-22T06:12:00Z', 'queued', 'answers/a.md', 'Ollama is away.', ?)""",
        NOW);
    run("2026-11-19", 1, 52.5, 13.4);
    run("2026-11-20", 0, 52.5, 13.4);
    sql("insert into due_day values ('2026-11-20')");
    new PutAsides(database, at(NOW).clock()).note(Source.GARMIN, "17", "avg_hr_bpm", "900", "The heart rate 900 is no heart rate.");
    assertThat(status(at(NOW)))
        .contains("- Training log: 2 runs from 2026-11-19 to 2026-11-20; 1 of them shown only, not counted (Strava API)")
        .contains("- 1 question for the model, asked 2026-11-22 07:12 (last failure: Ollama is away)")
        .contains("- 1 text to be written to the outbox")
        .contains("- 1 run for weather")
        .contains("- the derived numbers from 2026-11-20 on")
        .contains("- Garmin 17: The heart rate 900 is no heart rate (2026-11-22)");
  }

  @Test
  void countsOnlyRunsWhoseWeatherWillBeAskedFor() throws IOException {
    run("2026-11-18", 1, 52.5, 13.4);
    run("2026-11-19", 0, 52.5, 13.4);
    run("2026-11-20", 1, 52.5, null);
    run("2026-11-21", 1, 95.0, 13.4);
    run("2026-11-23", 1, 52.5, 13.4);
    assertThat(status(at(NOW))).contains("- 1 run for weather");
  }

  @Test
  void namesTheSettingThatRunsWithoutLoadLack() throws IOException {
    run("2026-11-18", 1, null, null);
    run("2026-11-19", 1, null, null);
    sql(
        """
        insert into run_metric (run_date, run_no, load_missing, formula_version)
        values ('2026-11-18', 1, 'the resting heart rate is not known: set RUNNER_RESTING_HR', 1),
               ('2026-11-19', 1, 'no heart rate and no effort', 1)""");
    assertThat(status(at(NOW)))
        .contains("- Without load: 1 run, because the resting heart rate is not known: set RUNNER_RESTING_HR (docs/connecting.md, \"Your heart\")");
  }

  private void run(String date, int counted, Double latitude, Double longitude) {
    sql(
        """
        insert into main_log (run_date, run_no, started_at, utc_offset_s, sport, latitude, longitude, counted, created_at, updated_at)
        values (?, 1, ?, 3600, 'road', ?, ?, ?, ?, ?)""",
        date, date + "T06:00:00Z", latitude, longitude, counted, NOW, NOW);
  }

  @Test
  void isOnlyTouchedWhenSomethingChanged() throws IOException {
    status(at(NOW));
    Path file = home.resolve("outbox/status.md");
    FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, before);
    status(at("2026-11-22T21:00:00Z"));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void attentionStandsExactlyWhileASourceNeedsTheRunner() {
    states(NOW).needAction(Source.GARMIN, "Log in to Garmin again.");
    refresh(at(NOW));
    assertThat(attention()).content().contains("- Log in to Garmin again.");
    states(NOW).succeeded(Source.GARMIN);
    refresh(at(NOW));
    assertThat(attention()).doesNotExist();
  }

  @Test
  void aSourceThatIsOffNeedsNobody() throws IOException {
    states(NOW).needAction(Source.GARMIN, "Log in to Garmin again.");
    Files.delete(home.resolve("tokens/garmin_tokens.json"));
    refresh(at(NOW));
    assertThat(attention()).doesNotExist();
  }

  @Test
  void aConnectedSourceThatIsSilentForADayNeedsTheRunner() {
    states("2026-11-21T19:00:00Z").succeeded(Source.GARMIN);
    states("2026-11-21T19:30:00Z").attempted(Source.GARMIN);
    states("2026-11-21T19:30:10Z").failed(Source.GARMIN, "Garmin answers 503.");
    refresh(at("2026-11-22T18:59:00Z"));
    assertThat(attention()).doesNotExist();
    refresh(at("2026-11-22T19:01:00Z"));
    assertThat(attention()).content().contains("Garmin has not answered since 2026-11-21 20:00: Garmin answers 503.");
  }

  @Test
  void aSourceThatAsksToWaitForDaysNeedsTheRunner() {
    states("2026-11-20T19:00:00Z").succeeded(Source.GARMIN);
    states("2026-11-20T19:30:00Z").attempted(Source.GARMIN);
    states("2026-11-20T19:30:10Z").block(Source.GARMIN, Instant.parse("2026-11-23T00:00:00Z"), "Garmin asked to be left alone.");
    refresh(at("2026-11-21T18:59:00Z"));
    assertThat(attention()).doesNotExist();
    refresh(at(NOW));
    assertThat(attention()).content().contains("Garmin has not answered since 2026-11-20 20:00: Garmin asked to be left alone.");
  }

  @Test
  void aSourceThatHasNeverAnsweredNeedsTheRunnerADayAfterItWasFirstAsked() {
    states("2026-11-20T19:00:00Z").attempted(Source.GARMIN);
    states("2026-11-22T19:30:00Z").attempted(Source.GARMIN);
    states("2026-11-22T19:30:10Z").failed(Source.GARMIN, "Garmin answers 503.");
    refresh(at(NOW));
    assertThat(attention()).content().contains("Garmin has not answered since 2026-11-20 20:00: Garmin answers 503.");
  }

  @Test
  void aFirstPollAfterAPauseIsNoSilenceOfTheSource() {
    states("2026-11-01T06:00:00Z").succeeded(Source.GARMIN);
    states("2026-11-22T19:59:00Z").attempted(Source.GARMIN);
    refresh(at(NOW));
    assertThat(attention()).doesNotExist();
  }

  @Test
  void aMachineThatWasOffIsNoSilenceOfTheSource() {
    states("2026-11-01T06:00:00Z").attempted(Source.GARMIN);
    states("2026-11-01T06:00:10Z").succeeded(Source.GARMIN);
    refresh(at(NOW));
    assertThat(attention()).doesNotExist();
  }

  @Test
  void aQuestionThatWaitsForADayNeedsTheRunner() {
    sql(
        """
        insert into question (taken_as, file_name, sha256, text, asked_at, state, answer_path, updated_at)
        values ('a', 'a.md', '', '', '2026-11-21T19:00:00Z', 'provisional', 'answers/a.md', ?)""",
        NOW);
    refresh(at(NOW));
    assertThat(attention()).content().contains("still waits for the model gemma3:12b").contains("ollama pull gemma3:12b");
  }

  @Test
  void aSummaryWhoseWordsWaitForADayNeedsTheRunner() {
    sql(
        """
        insert into summary (kind, period, version, input_hash, text, words_pending, path, created_at, updated_at)
        values ('week', '2026-W46', 2, '', '', 1, 'weekly/2026-W46.md', '2026-11-16T06:00:00Z', '2026-11-21T19:00:00Z')""");
    refresh(at("2026-11-22T18:59:00Z"));
    assertThat(attention()).doesNotExist();
    refresh(at(NOW));
    assertThat(attention()).content().contains("A summary of 2026-11-21 20:00 still waits for its words from the model gemma3:12b");
  }

  @Test
  void refusedFilesNeedTheRunnerForAWeekOrUntilTheyAreGone() throws IOException {
    Path failed = Files.createDirectories(home.resolve("inbox/failed"));
    Path file = Files.writeString(failed.resolve("20261121-080000-photo.jpg"), "x");
    Files.writeString(failed.resolve("20261121-080000-photo.jpg.error.txt"), "A .jpg file is nothing Longrun reads.\u001b[31m\n");
    refresh(at(NOW));
    assertThat(attention()).content().contains("`20261121-080000-photo.jpg` was refused: A .jpg file is nothing Longrun reads.").doesNotContain("\u001b");
    refresh(at("2026-11-29T08:00:00Z"));
    assertThat(attention()).doesNotExist();
    refresh(at(NOW));
    assertThat(attention()).exists();
    Files.delete(file);
    refresh(at(NOW));
    assertThat(attention()).doesNotExist();
  }

  @Test
  void theNameOfARefusedFileCannotSpeakToTheTerminalNorToMarkdown() throws IOException {
    Path failed = Files.createDirectories(home.resolve("inbox/failed"));
    Files.writeString(failed.resolve("20261122-080000-a\u001b[2J\u202e`b\n# c.jpg"), "x");
    assertThat(status(at(NOW))).contains("20261122-080000-a [2J `b # c.jpg").doesNotContain("\u001b", "\u202e", "\n# c");
    assertThat(attention()).content().contains("`20261122-080000-a [2J 'b # c.jpg`").doesNotContain("\u001b", "\u202e", "\n# c");
  }

  @Test
  void aNearlyFullDiskNeedsTheRunner() {
    Settings settings = at(NOW);
    Status status = new StatusReader(settings, database.reader()).read(java.util.OptionalLong.empty());
    Status full =
        new Status(
            status.service(), status.sources(), status.runs(), status.waiting(), status.putAside(), status.putAsideCount(),
            status.refused(), status.doubtful(), status.inPart(), status.doubted(), 100L * 1024 * 1024);
    assertThat(Attention.text(settings, status)).isEmpty();
    assertThat(Attention.text(settings, full)).hasValueSatisfying(text -> assertThat(text).contains("is nearly full"));
  }

  @Test
  void stravaWithoutAChoiceSaysWhatToChoose() throws IOException {
    assertThat(status(at(NOW, "STRAVA_CLIENT_ID", "1", "STRAVA_CLIENT_SECRET", "s", "STRAVA_REFRESH_TOKEN", "r")))
        .contains("- Strava: off: STRAVA_DATA_USE is not set.")
        .contains("STRAVA_DATA_USE=seven-days")
        .contains("STRAVA_DATA_USE=coach");
    assertThat(status(at(NOW, "STRAVA_CLIENT_ID", "1", "STRAVA_REFRESH_TOKEN", "r"))).contains("off: STRAVA_CLIENT_SECRET is not set.");
  }

  @Test
  void aLogThatIsBeingWrittenCanBeRead() {
    database.writing()
        .useTransaction(
            handle -> {
              handle.execute("insert into due_day values ('2026-11-20')");
              // A reader that waited for the writer would wait for ever here, or fail as locked.
              refresh(at(NOW));
            });
  }

  @Test
  void onlyFilesThatWillBeTakenAreSaidToWaitInTheInbox() throws IOException {
    Path inbox = Files.createDirectory(home.resolve("inbox"));
    for (String name : new String[] {"how.md", "how.md.part", "how.md~", ".how.md.swp"}) {
      Files.createFile(inbox.resolve(name));
    }

    assertThat(status(at(NOW))).contains("- 1 file in the inbox");
    Files.delete(inbox.resolve("how.md"));
    assertThat(status(at(NOW))).contains("## Waiting\n\nNothing.");
  }
}
