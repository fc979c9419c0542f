package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dropped question on its way to a page that stands without any model. */
class AnswersTest {
  private static final String SUNDAY = "2026-11-22T06:12:00Z";

  @TempDir Path home;
  private LongrunUnderTest longrun;

  @BeforeEach
  void startWithoutAModel() throws Exception {
    start(SUNDAY, "none");
  }

  private void start(String clock, String model) throws Exception {
    start(clock, Map.of("OLLAMA_MODEL", model));
  }

  private void start(String clock, Map<String, String> more) throws Exception {
    stop();
    Map<String, String> settings = new TreeMap<>(Map.of("INBOX_SETTLE_TIME", "10ms", "LONGRUN_CLOCK", clock));
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

  private void load(Activity... activities) {
    for (Activity activity : activities) {
      longrun.call("load-activity", Activities.arrival(activity));
    }
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  private void twoRuns() {
    load(
        Activities.run(Source.GARMIN, "1", "2026-11-21T08:00:00Z"),
        Activities.felt(Activities.run(Source.GARMIN, "2", "2026-11-19T08:00:00Z", 20_000, 6_000), 7.0, 4));
  }

  private void drop(String name, String text) throws IOException {
    Files.createDirectories(home.resolve("inbox"));
    Files.writeString(home.resolve("inbox").resolve(name), text);
    longrun.call("watch-inbox");
  }

  private String ask(String text) throws IOException {
    drop("how-was-it.md", text);
    longrun.call("draft-answers");
    return answer();
  }

  private String answer() throws IOException {
    String path = (String) longrun.value("select answer_path from question order by question_id desc limit 1");
    return Files.readString(home.resolve("outbox").resolve(path));
  }

  private static List<String> lines(String page) {
    return page.lines().filter(line -> !line.isBlank()).toList();
  }

  @Test
  void withoutAModelTheAnswerIsFinalAtOnce() throws Exception {
    twoRuns();
    String page = ask("How many km did I run this week?");
    assertThat(lines(page).get(0)).isEqualTo("# How many km did I run this week?");
    assertThat(lines(page).get(1)).startsWith("**30.0 km");
    assertThat(page).doesNotContain("waits for the model", "words", "follow");
    assertThat(longrun.rows("select state, attempts, delivered_at is not null as delivered from question"))
        .containsExactly(Map.of("state", "answered", "attempts", 0, "delivered", 1));
    assertThat(longrun.value("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void withAModelThePageStandsAndOnlyItsLastLineSaysThatWordsMayFollow() throws Exception {
    twoRuns();
    start(SUNDAY, "gemma3:12b");
    String page = ask("How many km did I run this week?");
    List<String> lines = lines(page);
    assertThat(lines.get(1)).startsWith("**30.0 km");
    assertThat(lines.get(lines.size() - 1)).startsWith("*gemma3:12b may put this into other words");
    assertThat(longrun.value("select state from question")).isEqualTo("provisional");
  }

  @Test
  void aModelThatStaysAwayTooLongIsWaitedForNoLonger() throws Exception {
    twoRuns();
    start(SUNDAY, Map.of("OLLAMA_MODEL", "gemma3:12b", "ANSWER_FALLBACK_AFTER", "2h"));
    ask("How many km did I run this week?");
    longrun.call("answer-questions");
    assertThat(longrun.value("select state from question")).isEqualTo("provisional");

    start("2026-11-22T08:12:00Z", Map.of("OLLAMA_MODEL", "gemma3:12b", "ANSWER_FALLBACK_AFTER", "2h"));
    longrun.call("answer-questions");
    assertThat(longrun.value("select state from question")).isEqualTo("answered");
    assertThat(answer()).contains("**30.0 km").doesNotContain("other words");
  }

  @Test
  void theSameBytesTwiceAreTwoQuestions() throws Exception {
    twoRuns();
    ask("How was my week?");
    ask("How was my week?");
    assertThat(longrun.rows("select distinct answer_path from question")).hasSize(2);
    assertThat(longrun.value("select count(*) from question where state = 'answered'")).isEqualTo(2);
  }

  @Test
  void aStopBetweenAskingAndAnsweringMakesNeitherTwoAnswersNorNone() throws Exception {
    twoRuns();
    drop("how-was-it.md", "How was my week?");
    start(SUNDAY, "none");
    longrun.call("draft-answers");
    start(SUNDAY, "none");
    longrun.call("draft-answers");
    longrun.call("answer-questions");
    assertThat(longrun.rows("select state from question")).containsExactly(Map.of("state", "answered"));
    try (var files = Files.list(home.resolve("outbox/answers"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void anAnswerThatWasStoredButNotWrittenIsWrittenAfterTheNextStart() throws Exception {
    twoRuns();
    drop("how-was-it.md", "How was my week?");
    longrun.bean("answerDrafts", AnswerDrafts.class).draft(((Number) longrun.value("select question_id from question")).longValue());
    start(SUNDAY, "none");
    longrun.call("answer-questions");
    assertThat(answer()).contains("# How was my week?").doesNotContain("on its way");
  }

  @Test
  void anUnexpectedFailureCountsWaitsLongerAndIsGivenUpVisibly() throws Exception {
    twoRuns();
    Jdbi writer = Jdbi.create(longrun.service().database().writer());
    writer.useHandle(handle -> handle.execute("create trigger no_room before insert on conversation begin select raise(abort, 'made up'); end"));
    ask("How was my week?");
    longrun.call("draft-answers");
    assertThat(longrun.value("select attempts from question")).as("it is left alone for a while").isEqualTo(1);
    for (int restart = 0; restart < 2; restart++) {
      start(SUNDAY, "none");
      longrun.call("draft-answers");
    }
    longrun.call("answer-questions");
    assertThat(longrun.value("select state from question")).isEqualTo("failed");
    assertThat(answer()).contains("Something unexpected went wrong", "3 times").doesNotContain("made up", "Exception");
  }

  @Test
  void anEmptyLogIsSaidToBeEmpty() throws Exception {
    for (String question : List.of("How was my week?", "Am I on track for sub 3?", "Should I run tomorrow?", "Which shoes for the marathon?")) {
      String page = ask(question);
      assertThat(lines(page).get(1)).as(page).startsWith("**");
      assertThat(page).doesNotContain("0.0 km", "null", "NaN");
    }
  }

  @Test
  void aLogWithoutHeartRateSaysNothingOfBeats() throws Exception {
    load(
        Activities.withHeartRate(Activities.run(Source.GARMIN, "1", "2026-11-21T08:00:00Z"), null, null),
        Activities.withHeartRate(Activities.run(Source.GARMIN, "2", "2026-11-19T08:00:00Z"), null, null));
    assertThat(ask("What was my heart rate on Saturday?")).contains("has no heart rate").doesNotContain("null", "NaN", "0 beats");
    assertThat(ask("How was my run on Saturday?")).contains("10.00 km").doesNotContain("null", "beats");
  }

  @Test
  void fiveEasyRunsAreNoReasonForAForecastOrARange() throws Exception {
    for (int day = 1; day <= 5; day++) {
      load(Activities.run(Source.GARMIN, "d" + day, "2026-11-1" + (2 * day - 1 > 9 ? 9 : 2 * day - 1) + "T08:00:00Z"));
    }
    assertThat(ask("What should next week look like?")).contains("four whole weeks").doesNotContain("null", "NaN");
    assertThat(ask("What could I run in a marathon?")).doesNotContain("null", "NaN");
  }

  @Test
  void namesAndCommentsFromOutsideCannotBecomeMarkup() throws Exception {
    String order = "![x](http://evil.example/q) <script>alert(1)</script> [a](http://evil.example)\n# Big";
    Activity run = Activities.run(Source.GARMIN, "9", "2026-11-21T08:00:00Z");
    load(
        new Activity(
            run.source(), run.externalId(), run.startedAt(), run.utcOffsetS(), null, run.sport(), order, order, null, run.distanceM(), run.movingS(),
            run.elapsedS(), null, null, null, null, null, null, null, null, null, 5.0, 3, null, List.of(), List.of()));
    String page = ask("How was my last run? " + order);
    assertThat(page).doesNotContainPattern("(?<!\\\\)<script").doesNotContainPattern("(?m)^# Big").doesNotContainPattern("(?<!\\\\)\\]\\(http://evil");
  }

  @Test
  void whatMayOnlyBeShownIsInNoPageNorEvidence() throws Exception {
    twoRuns();
    Jdbi.create(longrun.service().database().writer())
        .useHandle(handle -> handle.execute("update main_log set counted = 0, name = 'Only Strava knows' where run_date = '2026-11-21'"));
    for (String question : List.of("How was my week?", "How was my last run?", "What is my longest run?", "How was my run on Saturday?", "Up to when is the log known?")) {
      String page = ask(question);
      assertThat(page).doesNotContain("Only Strava knows", "30.0 km");
      assertThat((String) longrun.value("select evidence from question order by question_id desc limit 1")).doesNotContain("Only Strava knows");
    }
    assertThat(longrun.rows("select * from conversation").toString()).doesNotContain("Only Strava knows");
  }
}
