package dev.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.log.Activity;
import dev.longrun.log.Gear;
import dev.longrun.log.Split;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages about too little. */
class ThinLogTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final SyntheticRunner RUNNER = SyntheticRunner.ofTheDemo(LAST_DAY);

  @TempDir Path home;

  private LongrunUnderTest start(Map<String, String> more) throws Exception {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("LONGRUN_CLOCK", "2026-11-23T06:00:00Z");
    return LongrunUnderTest.start(home, settings);
  }

  private static String all(LongrunUnderTest longrun) {
    Analysis analysis = new Analysis(longrun.settings(), longrun.service().database().reading());
    String text =
        String.join("\n", Stream.of(AnalysisQuestion.values()).map(question -> analysis.page(question).text()).toList());
    assertThat(text).doesNotContainIgnoringCase("nan ").doesNotContain("null", "Infinity");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(100));
    return text.replaceAll("\\s+", " ");
  }

  private static List<SyntheticRun> lastWeeks(int weeks) {
    return RUNNER.runs().stream().filter(run -> run.garminId() != null && run.date().isAfter(LAST_DAY.minusWeeks(weeks))).toList();
  }

  @Test
  void anEmptyLogHasNothingToSayAndSaysSo() throws Exception {
    try (LongrunUnderTest longrun = start(Map.of())) {
      assertThat(all(longrun)).contains("There are no runs in the log yet").doesNotContain("Forecast");
    }
  }

  @Test
  void threeWeeksAreTooFewForEstimatesAndAreStillWarmingUp() throws Exception {
    try (LongrunUnderTest longrun = start(Map.of("RUNNER_MAX_HR", "188", "RUNNER_RESTING_HR", "48"))) {
      SyntheticLog.fill(longrun, RUNNER, lastWeeks(3), run -> run);
      assertThat(all(longrun))
          .contains("Warming up: the log is younger than 42 days")
          .contains("too few to say")
          .contains("marathon: no forecast yet. It takes")
          .contains("They take a race of the last 12 weeks; there is none")
          .contains("RUNNER_LTHR is not set")
          .contains("GOAL_TIME is not set", "GOAL_RACE_DATE is not set")
          .contains("It is judged by a marathon goal, and there is none")
          .doesNotContain("2:59:59", "Probability of")
          .contains("nothing to draw");
    }
  }

  @Test
  void aLogWithoutHeartRateHasNoAnswersThatTakeOneAndKeepsTheOthers() throws Exception {
    try (LongrunUnderTest longrun = start(Map.of())) {
      SyntheticLog.fill(longrun, RUNNER, lastWeeks(16), ThinLogTest::withoutHeartRate);
      assertThat(all(longrun))
          .contains("Efficiency factor: too few to say")
          .contains("No long run of the last year could be judged")
          .contains("No run of the last 12 months has time in zones")
          .contains("without heart rate: a chest strap")
          .contains("Best pace index of the last 12 weeks")
          .contains("Kilometres by shoe")
          .doesNotContain("Speed for one more beat a minute: +");
    }
  }

  @Test
  void hostileNamesOfShoesAndRacesStayWordsOnOneLine() throws Exception {
    String name = "```\n# A\u0007B\u202e | <b>" + "x".repeat(3000);
    try (LongrunUnderTest longrun = start(Map.of())) {
      SyntheticLog.fill(
          longrun, RUNNER, lastWeeks(8), run -> changed(run, name, run.gear() == null ? null : new Gear(run.gear().gearId(), name, null, null)));
      Analysis analysis = new Analysis(longrun.settings(), longrun.service().database().reading());
      for (AnalysisQuestion question : AnalysisQuestion.values()) {
        Page page = analysis.page(question);
        assertThat(page.text()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]").doesNotContain("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        assertThat(page.markdown().lines()).noneMatch(line -> line.startsWith("# A")).noneMatch(line -> line.contains(" <b>x") && !line.startsWith("  "));
        assertThat(fencesClose(page.markdown())).isTrue();
      }
      assertThat(analysis.page(AnalysisQuestion.CONDITIONS).text()).contains("``` # A B | <b>xx");
    }
  }

  /** As CommonMark reads it: a fence ends with a line of at least as many backticks. */
  private static boolean fencesClose(String markdown) {
    String open = null;
    for (String line : markdown.lines().toList()) {
      if (open == null && line.startsWith("```")) {
        open = line.replace("text", "");
      } else if (open != null && line.strip().matches("`+") && line.strip().length() >= open.length()) {
        open = null;
      }
    }
    return open == null;
  }

  private static Activity withoutHeartRate(Activity run) {
    List<Split> splits =
        run.splits().stream()
            .map(
                km ->
                    new Split(
                        km.km(), km.distanceM(), km.movingS(), km.elapsedS(), null, km.avgPowerW(), km.avgCadenceSpm(), km.elevationGainM(),
                        km.elevationLossM()))
            .toList();
    return new Activity(
        run.source(), run.externalId(), run.startedAt(), run.utcOffsetS(), run.timezone(), run.sport(), run.name(), run.comment(), run.place(),
        run.distanceM(), run.movingS(), run.elapsedS(), null, null, run.avgPowerW(), run.avgCadenceSpm(), run.elevationGainM(),
        run.elevationLossM(), run.latitude(), run.longitude(), run.race(), run.effort(), run.feel(), run.gear(), splits, List.of());
  }

  private static Activity changed(Activity run, String name, Gear gear) {
    return new Activity(
        run.source(), run.externalId(), run.startedAt(), run.utcOffsetS(), run.timezone(), run.sport(), name, run.comment(), run.place(),
        run.distanceM(), run.movingS(), run.elapsedS(), run.avgHrBpm(), run.maxHrBpm(), run.avgPowerW(), run.avgCadenceSpm(),
        run.elevationGainM(), run.elevationLossM(), run.latitude(), run.longitude(), run.race(), run.effort(), run.feel(), gear, run.splits(),
        run.laps());
  }
}
