package dev.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.LongrunUnderTest;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.runner.Truths;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import dev.longrun.settings.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of the synthetic runner's two years against what was planted in them. */
class AnalysisTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final SyntheticRunner RUNNER = SyntheticRunner.ofTheDemo(LAST_DAY);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "LONGRUN_CLOCK", "2026-11-23T06:00:00Z", "RUNNER_MAX_HR", "188", "RUNNER_RESTING_HR", "48", "RUNNER_LTHR", "170", "RUNNER_SEX",
          "female", "GOAL_RACE_DATE", RUNNER.season().goalRace().toString(), "GOAL_TIME", "2:59:59", "STRAVA_DATA_USE", "seven-days");

  private static final Map<AnalysisQuestion, Page> PAGES = new EnumMap<>(AnalysisQuestion.class);

  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void fill() throws Exception {
    longrun = LongrunUnderTest.start(home, SETTINGS);
    SyntheticLog.fill(longrun, RUNNER, RUNNER.runs(), AnalysisTest::raceThatOnlyStravaHas);
    for (LocalDate week = LAST_DAY.minusWeeks(9); !week.isAfter(LAST_DAY); week = week.plusWeeks(1)) {
      Map<String, String> then = new TreeMap<>(SETTINGS);
      then.put("LONGRUN_CLOCK", week + "T12:00:00Z");
      new GoalLedger(LongrunUnderTest.settings(home, then), longrun.service().database()).record();
    }
    longrun.service().database().writing()
        .useHandle(
            handle -> {
              block(handle, "**bold** `spring`\u001b[31m\u202e block", "2026-03-02", "2026-05-24");
              block(handle, "autumn", "2026-08-24", "2026-11-15");
              handle.execute("delete from due_day");
            });
  }

  private static void block(Handle handle, String name, String from, String to) {
    handle.execute(
        "insert into annotation (kind, name, from_date, to_date, created_at, updated_at) values ('block', ?, ?, ?, '', '')", name, from, to);
  }

  /** The run that was never on Garmin becomes a race that nobody could overlook. */
  private static Activity raceThatOnlyStravaHas(Activity run) {
    return run.source() != Source.STRAVA
        ? run
        : new Activity(
            run.source(), run.externalId(), run.startedAt(), run.utcOffsetS(), run.timezone(), run.sport(), "Shown only", run.comment(),
            run.place(), 10_010.0, 1_799.0, 1_799.0, run.avgHrBpm(), run.maxHrBpm(), null, null, null, null, run.latitude(), run.longitude(),
            true, run.effort(), run.feel(), run.gear(), List.of(), List.of());
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  private static Page page(AnalysisQuestion question) {
    return PAGES.computeIfAbsent(question, asked -> new Analysis(longrun.settings(), longrun.service().database().reading()).page(asked));
  }

  /** On one line, so that a sentence may be broken anywhere. */
  private static String said(AnalysisQuestion question) {
    return page(question).text().replaceAll("\\s+", " ");
  }

  private static void assertHolds(String text, String what, double truth) {
    Matcher found =
        Pattern.compile(Pattern.quote(what) + "[^.]*?: [+−]?[\\d.]+ %[^(]*\\(95 % interval ([+−]?[\\d.]+) to ([+−]?[\\d.]+)\\)").matcher(text);
    assertThat(found.find()).as(what + " in " + text).isTrue();
    double middle = (number(found.group(1)) + number(found.group(2))) / 2;
    double reach = (number(found.group(2)) - number(found.group(1))) / 2;
    // One runner's interval may miss, one in twenty does; how many do is counted over fifty runners elsewhere.
    assertThat(truth).as(found.group()).isCloseTo(middle, within(1.5 * reach + 0.05));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace('−', '-'));
  }

  @Test
  void theTrendThatWasPlantedIsFoundWithItsSign() {
    String text = said(AnalysisQuestion.PERFORMANCE);
    assertHolds(text, "Speed at", 100 * Math.expm1(Truths.ofTheDemo().fitnessTrendPerYear()));
    assertThat(text).containsPattern("Speed at 14\\d bpm: \\+[345]\\.\\d % a year").contains("faster is up");
  }

  @Test
  void theCostOfHeatThatWasPlantedIsFound() {
    String text = said(AnalysisQuestion.CONDITIONS);
    assertHolds(text, "Slower for each degree", 100 * Truths.ofTheDemo().heatCostPerDegree());
    assertThat(text).contains("these runs agree with it", "up to 5", "above 20");
  }

  @Test
  void theShoesThatWerePlantedAreFound() {
    String text = said(AnalysisQuestion.CONDITIONS);
    assertHolds(text, "Speed in Brisk Carbon Racer against Brisk Daily 4", 2.53);
    assertHolds(text, "Speed in Brisk Soft 2 against Brisk Daily 4", -0.8);
    assertThat(text).contains("That is no clear difference").contains("the limit is reached");
  }

  @Test
  void theForecastShowsEveryModelAndTheChanceOfTheGoal() {
    assertThat(said(AnalysisQuestion.PERFORMANCE))
        .containsPattern("On a good day now: [23]:\\d\\d:\\d\\d, with 80 % of outcomes expected between")
        .containsPattern("Probability of 2:59:59 or better: about \\d+ %")
        .contains("Daniels and Gilbert 1979", "Riegel 1981", "Tanda 2011", "Vickers and Vertosick 2016", "Readiness for a marathon");
  }

  @Test
  void theBlocksThatAreNotedAreCompared() {
    assertThat(said(AnalysisQuestion.PERFORMANCE))
        .contains("The latest two blocks that are noted: 'autumn' (2026-08-24 to 2026-11-15)")
        .contains("Which difference led to which, two blocks cannot say");
  }

  @Test
  void namesFromOutsideAreNeitherMarkupNorControlCharacters() {
    Page page = page(AnalysisQuestion.PERFORMANCE);
    assertThat(page.text()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]").contains("**bold** `spring` [31m block");
    assertThat(page.markdown()).contains("\\*\\*bold\\*\\* \\`spring\\` \\[31m block").doesNotContain(" **bold**");
  }

  @Test
  void keptForecastsAreScoredByTheRaceThatFollowed() {
    assertThat(said(AnalysisQuestion.HISTORY))
        .contains("The last forecast before each of 1 race")
        .contains("None of them was the goal race")
        .contains("Fewer than ten races say little about how good forecasts are");
  }

  @Test
  void theEveOfAPastRaceKnowsOnlyWhatWasKnownThen() {
    String text = said(AnalysisQuestion.HISTORY);
    assertThat(text).contains(RUNNER.season().tenKilometres() + " 10 km too little").contains("Of 1 race with enough known");
    assertThat(text).contains("The weeks before the best races").contains(RUNNER.season().half() + ", half marathon, index 5");
  }

  @Test
  void whatIsMissingIsSaidWithWhatToDo() {
    assertThat(said(AnalysisQuestion.HISTORY))
        .contains("without a noted shoe: set a default shoe")
        .contains("No injury or illness is noted, which need not mean that there was none")
        .doesNotContain("RUNNER_LTHR is not set");
  }

  @Test
  void formIsDescribedAndNotJudged() {
    assertThat(said(AnalysisQuestion.FATIGUE))
        .contains("descriptive, no verdict", "No verdict follows from them", "see a physician")
        .contains("Of 3 known signals of accumulated fatigue")
        .doesNotContain("Warming up");
  }

  @Test
  void thresholdsAndIntensityNameTheirMethod() {
    assertThat(said(AnalysisQuestion.BODY))
        .contains("LT1 at 90 % of LTHR, LT2 at LTHR", "set by the runner", "pyramidal", "Median of the latest 6 long runs")
        .contains("Efficiency factor: +0.0");
  }

  @ParameterizedTest
  @EnumSource(AnalysisQuestion.class)
  void aRunThatMayOnlyBeShownIsOnNoPage(AnalysisQuestion question) {
    long counted = RUNNER.runs().stream().filter(run -> run.garminId() != null).count();
    assertThat(page(question).text())
        .contains("From " + counted + " runs that are counted")
        .doesNotContain("Shown only", "29:59", RUNNER.season().onlyOnStravaOn() + " ");
  }

  @ParameterizedTest
  @EnumSource(AnalysisQuestion.class)
  void noLineIsWiderThanATerminal(AnalysisQuestion question) {
    assertThat(page(question).text().lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @EnumSource(AnalysisQuestion.class)
  void noPageSaysWhatNumbersCannotSay(AnalysisQuestion question) {
    assertThat(page(question).text().toLowerCase(Locale.ROOT))
        .doesNotContainPattern("\\b(vdot|tss|vo2max|vo2|training stress|sweet spot|significant|proves?|caused|injury risk|overtrained|acwr)\\b")
        .doesNotContain("nan", "infinity", "null");
  }

  @ParameterizedTest
  @EnumSource(AnalysisQuestion.class)
  void theFileOfAPageIsMarkdownWithWholeDrawings(AnalysisQuestion question) {
    List<String> lines = page(question).markdown().lines().toList();
    assertThat(lines.get(0)).isEqualTo("# " + question.title());
    assertThat(lines.stream().filter(line -> line.startsWith("```")).count()).isEven().isPositive();
    assertThat(Stream.of("## ", "- ").allMatch(start -> lines.stream().anyMatch(line -> line.startsWith(start)))).isTrue();
  }

  @Test
  void anAnswerSaysWhenItsNumbersAreOutOfDate() {
    Settings later = LongrunUnderTest.settings(home, Map.of("LONGRUN_CLOCK", "2026-12-01T06:00:00Z"));
    assertThat(new Analysis(later, longrun.service().database().reading()).page(AnalysisQuestion.FATIGUE).scope())
        .contains("The derived numbers go up to 2026-11-23, those of later days are missing: \"longrun once\"");
    assertThat(page(AnalysisQuestion.FATIGUE).scope()).doesNotContain("derive");
  }
}
