package dev.longrun.coach.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When summaries of weeks and months are written, said again and left alone, without a model. */
class SummariesTest {
  /** Monday, half past six in Berlin. */
  private static final String MONDAY = "2026-11-16T05:30:00Z";

  @TempDir Path home;
  private LongrunUnderTest longrun;

  private void start(String clock) throws Exception {
    start(clock, Map.of());
  }

  private void start(String clock, Map<String, String> more) throws Exception {
    stop();
    Map<String, String> settings = new TreeMap<>(Map.of("OLLAMA_MODEL", "none", "LONGRUN_CLOCK", clock, "INBOX_SETTLE_TIME", "10ms", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "50"));
    settings.putAll(more);
    longrun = LongrunUnderTest.start(home, settings);
  }

  @AfterEach
  void stop() {
    if (longrun != null) {
      longrun.close();
      longrun = null;
    }
  }

  private void run(String id, String startedAt) {
    run(Activities.felt(Activities.run(Source.GARMIN, id, startedAt), 5.0, 3));
  }

  private void run(Activity activity) {
    longrun.call("load-activity", Activities.arrival(activity));
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  /** One run of 10 km a week, on Thursdays, the last one in 2026-W46. */
  private void weeks(int number) {
    for (int week = number - 1; week >= 0; week--) {
      longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "w" + week, Instant.parse("2026-11-12T17:00:00Z").minusSeconds(week * 7 * 86_400L).toString())));
    }
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  private void note(String yaml) throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox/note.yaml"), yaml);
    longrun.call("watch-inbox");
    longrun.call("derive-metrics");
  }

  private void execute(String sql) {
    Jdbi.create(longrun.service().database().writer()).useHandle(handle -> handle.execute(sql));
  }

  private void connectGarmin() throws IOException {
    Files.createDirectories(home.resolve("tokens"));
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), "{}");
  }

  private Path weekly(String week) {
    return home.resolve("outbox/weekly/" + week + ".md");
  }

  private int version(String period) {
    return ((Number) longrun.value("select version from summary where period = ?", period)).intValue();
  }

  @Test
  void theFinishedWeekIsWrittenWithItsRunsAndWhatItRestsOn() throws Exception {
    start(MONDAY);
    run("1", "2026-11-10T17:00:00Z");
    run("2", "2026-11-15T09:00:00Z");
    run("3", "2026-11-16T04:00:00Z");

    longrun.call("summarise-week");

    assertThat(weekly("2026-W46"))
        .content()
        .startsWith("# Week 2026-W46: 9 to 15 November 2026\n\n**20.0 km in this week.**\n2 runs")
        .contains("Tue\u00a010\u00a0Nov", "Sun\u00a015\u00a0Nov")
        .doesNotContain("16\u00a0Nov", "Incomplete");
    assertThat(home.resolve("outbox/latest.md")).hasSameTextualContentAs(weekly("2026-W46"));
    assertThat(home.resolve("outbox/evidence/2026-W46.json")).content().contains("summary.distance");
    assertThat(longrun.value("select count(*) from conversation where kind = 'week'")).isEqualTo(1);
  }

  @Test
  void theFinishedMonthIsWrittenToItsOwnFolderAndIsNotTheLatestWeek() throws Exception {
    start("2026-12-01T05:30:00Z");
    run("1", "2026-11-10T17:00:00Z");
    run("2", "2026-11-25T09:00:00Z");

    longrun.call("summarise-month");

    assertThat(home.resolve("outbox/monthly/2026-11.md")).content().startsWith("# November 2026\n\n**20.0 km in this month.**");
    assertThat(home.resolve("outbox/latest.md")).doesNotExist();
  }

  @Test
  void ofAFirstSynchronisationOnlyTheLastFourWeeksAreSummedUpAndOlderOnesOnRequest() throws Exception {
    start(MONDAY);
    weeks(7);
    longrun.call("summarise-week");
    assertThat(longrun.rows("select period from summary order by period")).extracting(row -> row.get("period"))
        .containsExactly("2026-W43", "2026-W44", "2026-W45", "2026-W46");

    longrun.bean("summaries", Summaries.class).summarise("week", "2026-W41");
    assertThat(weekly("2026-W41")).exists();
    assertThat(home.resolve("outbox/latest.md")).hasSameTextualContentAs(weekly("2026-W46"));
    longrun.call("summarise-week");
    assertThat(longrun.value("select count(*) from summary")).isEqualTo(5);
  }

  @Test
  void everyWeekMissedWhileTheMachineWasOffIsSummedUp() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    start("2027-01-11T05:30:00Z");
    longrun.allIsKnown();
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    assertThat(longrun.value("select count(*) from summary")).isEqualTo(9);
    assertThat(weekly("2026-W53")).content().contains("**A week without a run.**").doesNotContain("## Runs");
    assertThat(weekly("2027-W01")).exists();
  }

  @Test
  void nothingChangedMeansNoFileIsTouched() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(weekly("2026-W46"), longAgo);

    longrun.call("summarise-week");
    longrun.call("finish-summaries");

    assertThat(Files.getLastModifiedTime(weekly("2026-W46"))).isEqualTo(longAgo);
    assertThat(version("2026-W46")).isEqualTo(1);
  }

  @Test
  void aRunThatArrivesLateIsSaidAsTheNextVersion() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    run("2", "2026-11-14T17:00:00Z");

    longrun.call("finish-summaries");

    assertThat(weekly("2026-W46")).content().contains("20.0 km", "Said again: a run was added");
    assertThat(version("2026-W46")).isEqualTo(2);
    assertThat(longrun.value("select short_answer from conversation where kind = 'week'").toString()).contains("20.0 km");
  }

  @Test
  void aRunThatIsTakenAwayIsSaidAsTheNextVersion() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    run("2", "2026-11-14T17:00:00Z");
    longrun.call("summarise-week");
    note("- delete: 2026-11-14\n");

    longrun.call("finish-summaries");

    assertThat(weekly("2026-W46")).content().contains("**10.0 km", "Said again: a run is gone");
    assertThat(version("2026-W46")).isEqualTo(2);
  }

  @Test
  void aLongerRunIsSaidAgainFromAKilometreOn() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    run(Activities.felt(Activities.run(Source.GARMIN, "1", "2026-11-12T17:00:00Z", 10_100, 3_030), 5.0, 3));
    longrun.call("finish-summaries");
    assertThat(version("2026-W46")).as("a hundred metres").isEqualTo(1);
    assertThat(weekly("2026-W46")).content().contains("10.1 km").doesNotContain("Said again");

    run(Activities.felt(Activities.run(Source.GARMIN, "1", "2026-11-12T17:00:00Z", 11_500, 3_450), 5.0, 3));
    longrun.call("finish-summaries");
    assertThat(version("2026-W46")).isEqualTo(2);
    assertThat(weekly("2026-W46")).content().contains("distance is 11.5 km, not 10.0 km");
  }

  @Test
  void smallStepsThatTogetherAreMuchAreSaidAgain() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    for (int hundreds = 101; hundreds <= 112; hundreds++) {
      run(Activities.felt(Activities.run(Source.GARMIN, "1", "2026-11-12T17:00:00Z", hundreds * 100, hundreds * 30), 5.0, 3));
      longrun.call("finish-summaries");
    }
    assertThat(version("2026-W46")).isGreaterThan(1);
  }

  @Test
  void anotherShoeAndARaceAreSaidAgain() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    note("- shoe: Daily\n  start_km: 0\n- run: 2026-11-12\n  shoe: Daily\n");
    longrun.call("finish-summaries");
    assertThat(weekly("2026-W46")).content().contains("the run of 12 November has another shoe");

    note("- run: 2026-11-12\n  race: yes\n");
    longrun.call("finish-summaries");
    assertThat(weekly("2026-W46")).content().contains("the run of 12 November is a race");
    assertThat(version("2026-W46")).isEqualTo(3);
  }

  @Test
  void effortAndFeelThatAreNotedLateOnlyChangeTheTable() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    note("- run: 2026-11-12\n  effort: 9\n  feel: 1\n");
    longrun.call("finish-summaries");

    assertThat(weekly("2026-W46")).content().contains("| 9 |").doesNotContain("Said again");
    assertThat(version("2026-W46")).isEqualTo(1);
  }

  @Test
  void whatEndedMoreThanFiveWeeksAgoIsNotSaidAgainByItself() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    start("2026-12-21T05:30:00Z");
    run("2", "2026-11-14T17:00:00Z");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().contains("**10.0 km");

    longrun.bean("summaries", Summaries.class).summarise("week", "2026-W46");
    assertThat(weekly("2026-W46")).content().contains("**20.0 km", "Said again: a run was added");
  }

  @Test
  void aChangedFormulaIsNoReasonToSayAWeekAgain() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.call("summarise-week");
    execute("update formula set version = version + 1");
    execute("update day_metric set fitness = fitness * 2");
    longrun.call("finish-summaries");
    assertThat(version("2026-W46")).isEqualTo(1);
  }

  @Test
  void aSilentSourceIsWaitedForUntilNoonAndThenThereIsNoVerdictOnLoad() throws Exception {
    connectGarmin();
    start("2026-11-15T18:00:00Z");
    weeks(9);
    longrun.bean("syncStates", SyncStates.class).succeeded(Source.GARMIN);
    longrun.bean("syncStates", SyncStates.class).backfillCompleted(Source.GARMIN);

    start("2026-11-16T10:58:00Z");
    longrun.bean("syncStates", SyncStates.class).failed(Source.GARMIN, "Garmin did not answer.");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).doesNotExist();

    start("2026-11-16T11:00:00Z");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46"))
        .content()
        .contains("**Incomplete:** Garmin has not answered", "10.0 km in this week, as far as is known")
        .doesNotContain("Fitness", "fitness", "Form", "form was", "load of", "Next week");

    longrun.bean("syncStates", SyncStates.class).succeeded(Source.GARMIN);
    longrun.call("derive-metrics");
    longrun.call("finish-summaries");
    assertThat(weekly("2026-W46")).content().contains("Fitness", "Said again: it is complete now").doesNotContain("Incomplete");
  }

  @Test
  void ofAWeekOfWhichASilentSourceHasToldNothingOnlyThatIsSaid() throws Exception {
    connectGarmin();
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
          .contains("**Incomplete:** Garmin has not answered", "No run of the week is known")
          .doesNotContain("0 runs", "0.0 km", "without a run", "itness", "a lighter");
    }
  }

  @Test
  void whoImportsFilesNowAndThenReadsOfNoWeekOfWhichNothingIsKnown() throws Exception {
    start("2026-11-12T18:00:00Z");
    run("1", "2026-11-12T17:00:00Z");
    start("2026-11-30T12:00:00Z");
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    assertThat(longrun.rows("select period, incomplete from summary").toString()).isEqualTo("[{period=2026-W46, incomplete=1}]");
    assertThat(weekly("2026-W46")).content().contains("**Incomplete:** no source is connected and no file has been imported since it ended", "10.0 km");
  }

  @Test
  void whileAHistoryIsReadForTheFirstTimeNothingIsSummedUp() throws Exception {
    connectGarmin();
    start("2026-11-16T11:00:00Z");
    longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "1", "2026-11-12T17:00:00Z")));
    longrun.call("derive-metrics");
    SyncStates states = longrun.bean("syncStates", SyncStates.class);
    states.attempted(Source.GARMIN);
    longrun.call("summarise-week");
    assertThat(longrun.value("select count(*) from summary")).isEqualTo(0);

    states.block(Source.GARMIN, Instant.parse("2026-11-17T11:00:00Z"), "Garmin asks for patience.");
    longrun.call("summarise-week");
    assertThat(longrun.value("select count(*) from summary")).isEqualTo(1);
  }

  @Test
  void anEmptyLogHasNoSummaries() throws Exception {
    start(MONDAY);
    longrun.call("summarise-week");
    longrun.call("summarise-month");
    assertThat(longrun.rows("select * from summary")).isEmpty();
  }

  @Test
  void aPeriodThatIsNotOverOrIsNoneIsRefusedWithASentence() throws Exception {
    start(MONDAY);
    Summaries summaries = longrun.bean("summaries", Summaries.class);
    assertThatThrownBy(() -> summaries.summarise("week", "2026-W47")).hasMessageContaining("2026-W47").hasMessageContaining("not over");
    assertThatThrownBy(() -> summaries.summarise("week", "W46")).hasMessageContaining("\"W46\" is no week");
    assertThatThrownBy(() -> summaries.summarise("week", "2026-W54")).hasMessageContaining("no week");
    assertThatThrownBy(() -> summaries.summarise("month", "2026-13")).hasMessageContaining("no month");
    assertThatThrownBy(() -> summaries.summarise("month", "2026-11")).hasMessageContaining("not over");
  }

  @Test
  void aFileThatWasNotWrittenBeforeACrashIsWrittenAtTheNextStart() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    longrun.bean("summaries", Summaries.class).sumUp(SummaryPeriod.parse(SummaryPeriod.Kind.WEEK, "2026-W46"));
    assertThat(weekly("2026-W46")).doesNotExist();

    start(MONDAY);
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().contains("10.0 km");
  }

  @Test
  void whereAFileGivesNoNameTheTableSaysTheKindOfRun() throws Exception {
    start(MONDAY);
    run("1", "2026-11-12T17:00:00Z");
    execute("update main_log set name = null");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W46")).content().containsPattern("\\| (easy|long|tempo) run \\|");
  }

  @Test
  void aSummaryHasAtMost350Words() throws Exception {
    start(MONDAY);
    weeks(12);
    note("- injury: 2026-11-01..\n  body_part: left calf\n- illness: 2026-11-09..2026-11-11\n");
    longrun.call("summarise-week");
    assertThat(Files.readString(weekly("2026-W46")).replaceAll("(?m)^\\|.*$", "").split("\\s+")).hasSizeLessThanOrEqualTo(350);
  }

  @Test
  void whatWasAdvisedIsHeldAgainstWhatWasRun() throws Exception {
    start(MONDAY);
    weeks(9);
    longrun.call("summarise-week");
    assertThat(longrun.rows("select advice_id, high, holds_from from advice_given where period = '2026-W46'").toString())
        .contains("advice_id=week.range", "advice_id=long-run.limit", "holds_from=2026-11-16");

    start("2026-11-23T05:30:00Z");
    longrun.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "long", "2026-11-19T17:00:00Z", 10_500, 3_150)));
    longrun.allIsKnown();
    longrun.call("derive-metrics");
    longrun.call("summarise-week");

    assertThat(weekly("2026-W47")).content().contains("You were advised 9.0 km to 11.0 km; it became 10.5 km.", "The long run was to be at most 11.0 km; it was 10.5 km.");
    assertThat(longrun.rows("select advice_id, outcome, kept from advice_given where period = '2026-W46' and high is not null order by advice_id").toString())
        .isEqualTo("[{advice_id=long-run.limit, outcome=10.5, kept=1}, {advice_id=week.range, outcome=10.5, kept=1}]");
  }

  @Test
  void adviceThatCameTooLateToBeKeptIsNotHeldAgainstTheRunner() throws Exception {
    start("2026-11-21T05:30:00Z");
    weeks(9);
    longrun.call("summarise-week");
    start("2026-11-23T05:30:00Z");
    run("1", "2026-11-20T17:00:00Z");
    longrun.call("summarise-week");
    assertThat(weekly("2026-W47")).content().doesNotContain("You were advised");
    assertThat(longrun.value("select count(*) from advice_given where kept is not null")).isEqualTo(0);
  }
}
