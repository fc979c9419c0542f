package dev.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longrun.LongrunUnderTest;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages and the ledger say when the log is not known to the day. */
class UnknownWeeksTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final SyntheticRunner RUNNER = SyntheticRunner.ofTheDemo(LAST_DAY);

  @TempDir Path home;

  private LongrunUnderTest start(String clock) throws Exception {
    return LongrunUnderTest.start(
        home,
        new TreeMap<>(
            Map.of("LONGRUN_CLOCK", clock, "RUNNER_MAX_HR", "188", "RUNNER_RESTING_HR", "48", "GOAL_TIME", "2:59:59", "GOAL_RACE_DATE", "2027-04-11")));
  }

  private static void fill(LongrunUnderTest longrun, int weeks) {
    List<SyntheticRun> runs =
        RUNNER.runs().stream().filter(run -> run.garminId() != null && run.date().isAfter(LAST_DAY.minusWeeks(weeks))).toList();
    SyntheticLog.fill(longrun, RUNNER, runs, run -> run);
  }

  private static String all(LongrunUnderTest longrun) {
    Analysis analysis = new Analysis(longrun.settings(), longrun.service().database().reading());
    return String.join("\n", Stream.of(AnalysisQuestion.values()).map(question -> analysis.page(question).text()).toList())
        .replaceAll("\\s+", " ");
  }

  @Test
  void afterTheLastAnswerThePagesEndWithItAndNothingIsForecastOrKeptInTheLedger() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-23T06:00:00Z")) {
      fill(longrun, 26);
      assertThat(all(longrun)).contains("On 2026-11-22: fitness", "On a good day now").doesNotContain("The log is known up to");
    }
    try (LongrunUnderTest longrun = start("2026-12-14T06:00:00Z")) {
      longrun.call("derive-metrics");
      assertThat(all(longrun))
          .contains(
              "The log is known up to 2026-11-22: of the days after it nothing is said",
              "No forecast yet. It takes a log that is known to the day; this one is known up to 2026-11-22",
              "On 2026-11-22: fitness",
              "'last 12 weeks' (2026-08-31 to 2026-11-22)")
          .doesNotContain("2026-W49", "2026-W50", "2026-12-1 ", "On a good day now");
    }
    for (String unknown : List.of("2026-12-02T06:00:00Z", "2026-12-06T06:00:00Z")) {
      try (LongrunUnderTest longrun = start(unknown)) {
        longrun.call("derive-metrics");
        assertThat(longrun.rows("select distinct week, known_until from goal_ledger"))
            .extracting("week", "known_until").containsExactly(tuple("2026-W48", "2026-11-22"));
      }
    }
  }

  @Test
  void onSundayTheLedgerIsWrittenWithTheDayItKnewUntil() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-26T06:00:00Z")) {
      fill(longrun, 10);
      longrun.service().database().writing()
          .useHandle(
              handle -> {
                handle.execute("drop trigger goal_ledger_is_never_deleted");
                handle.execute("delete from goal_ledger");
              });
    }
    try (LongrunUnderTest longrun = start("2026-11-28T06:00:00Z")) {
      longrun.call("derive-metrics");
      assertThat(longrun.rows("select * from goal_ledger")).as("Saturday, known up to Wednesday").isEmpty();
    }
    try (LongrunUnderTest longrun = start("2026-11-29T06:00:00Z")) {
      longrun.call("derive-metrics");
      assertThat(longrun.rows("select distinct week, known_until from v_forecast"))
          .extracting("week", "known_until").containsExactly(tuple("2026-W48", "2026-11-25"));
    }
  }

  @Test
  void weeksBeforeTheFirstRunAreNoWeeksWithoutKilometres() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-23T06:00:00Z")) {
      fill(longrun, 18);
      String pages = all(longrun);
      assertThat(pages).contains("'12 weeks before' (2026-07-20 to 2026-08-30)");
    }
  }

  @Test
  void aLogThatIsYoungerThanABlockHasNothingToCompareItWith() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-23T06:00:00Z")) {
      fill(longrun, 8);
      assertThat(all(longrun)).contains("there is no time before 'last 12 weeks' to compare it with");
    }
  }
}
