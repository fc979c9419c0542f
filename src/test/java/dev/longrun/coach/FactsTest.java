package dev.longrun.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.Gear;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import dev.longrun.report.Freshness;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts about a small log of round numbers. */
class FactsTest {
  private static final Week WEEK = Week.parse("2026-W46");

  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    longrun =
        LongrunUnderTest.start(
            home, Map.of("LONGRUN_CLOCK", "2026-11-18T12:00:00Z", "GOAL_RACE_DATE", "2027-04-11", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "50"));
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  @BeforeEach
  void emptyLog() {
    longrun.forgetEverything();
  }

  private static Activity run(String id, String day, double km, double minutes) {
    return Activities.run(Source.GARMIN, id, day + "T10:00:00Z", km * 1000, minutes * 60);
  }

  private static void load(Activity... activities) {
    for (Activity activity : activities) {
      longrun.call("load-activity", Activities.arrival(activity));
    }
    longrun.allIsKnown();
    longrun.call("derive-metrics");
  }

  private static Facts facts() {
    var database = longrun.service().database();
    return new Facts(longrun.settings(), database, new Freshness(longrun.settings(), new SyncStates(database, longrun.settings().clock())));
  }

  private static Map<String, Fact> week() {
    return byId(facts().ofWeek(WEEK).facts());
  }

  private static Map<String, Fact> byId(List<Fact> facts) {
    return facts.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
  }

  @Test
  void theWeekIsAddedUpFromItsRunsAlone() {
    load(
        run("before", "2026-11-08", 7, 35), run("monday", "2026-11-09", 10, 50), Activities.felt(run("friday", "2026-11-13", 20, 90), 6.0, 4),
        run("after", "2026-11-16", 5, 25));

    Map<String, Fact> week = week();

    assertThat(week.get("week.runs").value()).isEqualTo(2);
    assertThat(week.get("week.distance").shown()).isEqualTo("30.0 km (2 runs)");
    assertThat(week.get("week.time").shown()).isEqualTo("2:20:00 (2 runs)");
    assertThat(week.get("week.longest").shown()).isEqualTo("20.0 km");
    assertThat(week.get("week.pace").shown()).as("140 minutes over 30 km").isEqualTo("4:40 /km (2 runs)");
    assertThat(week.get("week.effort").shown()).isEqualTo("6.0 of 10 (1 run)");
    assertThat(week.get("week.feel").shown()).isEqualTo("4.0 of 5 (1 run)");
    assertThat(week.get("week.load").note()).contains("by ");
    assertThat(week.get("previous.distance").shown()).isEqualTo("7.0 km (1 run)");
    assertThat(week.get("week.fitness").note()).contains("warming up");
  }

  @Test
  void whatIsMissingIsSaidToBeMissing() {
    load(Activities.withHeartRate(run("1", "2026-11-10", 10, 50), null, null));

    Map<String, Fact> week = week();

    assertThat(week.get("week.effort").shown()).isEqualTo("not known (no effort was noted)");
    assertThat(week.get("week.heart-rate").shown()).isEqualTo("not known (no run has a heart rate)");
    assertThat(week.get("week.load").shown()).isEqualTo("not known (no run has a load: no heart rate and no effort)");
    assertThat(week.get("week.fitness").value()).isNull();
    assertThat(week.get("week.coldest").shown()).isEqualTo("not known (no weather is known)");
    assertThat(week.get("before.distance").shown()).isEqualTo("not known (the log is not that old)");
  }

  @Test
  void aWeekWithoutRunsHasZeroRunsButNoPace() {
    load(run("1", "2026-10-01", 10, 50));
    Map<String, Fact> week = week();
    assertThat(week.get("week.runs").value()).isZero();
    assertThat(week.get("week.distance").value()).isZero();
    assertThat(week.get("week.pace").value()).isNull();
    assertThat(week.get("week.longest").shown()).isEqualTo("not known (no run)");
  }

  @Test
  void theMeanOfTheFourWeeksBeforeCountsWeeksWithoutRuns() {
    load(run("first", "2026-10-12", 40, 200), run("second", "2026-11-08", 20, 100), run("old", "2026-10-11", 99, 500));
    assertThat(week().get("before.distance").shown()).isEqualTo("15.0 km");
  }

  @Test
  void aShoeIsShownWithWhatIsLeftOfIt() {
    load(Activities.withGear(run("1", "2026-11-10", 40, 200), new Gear("g1", "Daily 4", null, null)));
    Jdbi.create(longrun.service().database().writer()).useHandle(handle -> handle.execute("update shoe set start_km = 530"));
    FactSheet sheet = facts().ofWeek(WEEK);
    assertThat(sheet.facts())
        .filteredOn(fact -> fact.id().startsWith("log.shoe"))
        .extracting(Fact::line)
        .containsExactly(
            "shoe Daily 4, run so far [end of the week]: 570.0 km (1 run; near its limit of 600 km)",
            "shoe Daily 4, left until its limit [end of the week]: 30.0 km (limit 600 km)");
    assertThat(sheet.runs()).extracting(RunLine::shoe).containsExactly("Daily 4");
  }

  @Test
  void aRunThatMayOnlyBeShownIsInNoFactAndListedApart() {
    load(run("1", "2026-11-10", 10, 50), run("2", "2026-11-11", 30, 150));
    Jdbi.create(longrun.service().database().writer())
        .useHandle(handle -> handle.execute("update main_log set counted = 0 where run_date = '2026-11-11'"));
    FactSheet sheet = facts().ofWeek(WEEK);
    assertThat(byId(sheet.facts()).get("week.distance").shown()).isEqualTo("10.0 km (1 run)");
    assertThat(sheet.runs()).hasSize(1);
    assertThat(sheet.notCounted()).extracting(RunLine::km).containsExactly(30.0);
  }

  @Test
  void aQuestionIsGivenTheWholeWeeksBeforeItsDay() {
    load(run("1", "2026-11-10", 10, 50), run("2", "2026-11-17", 30, 150), run("3", "2026-10-28", 20, 100));
    Map<String, Fact> day = byId(facts().ofDay(LocalDate.parse("2026-11-18")).facts());
    assertThat(day.get("weeks.week-of-2026-11-09.distance").value()).isEqualTo(10);
    assertThat(day.get("weeks.week-of-2026-11-02.distance").value()).isZero();
    assertThat(day.get("weeks.week-of-2026-10-26.distance").value()).isEqualTo(20);
    assertThat(day).doesNotContainKeys("weeks.week-of-2026-11-16.distance", "weeks.week-of-2026-10-19.distance");
    assertThat(day.get("last-7-days.distance").value()).isEqualTo(30);
    assertThat(day.get("last-28-days.distance").value()).isEqualTo(60);
    assertThat(day.get("goal.race.days").shown()).isEqualTo("144 (on 2027-04-11)");
    assertThat(day.get("goal.race.pace").shown()).isEqualTo("4:16 /km");
  }

  @Test
  void theNextRaceOfALogNoteWithAGoalWinsOverTheSettings() {
    Jdbi.create(longrun.service().database().writer())
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into annotation (kind, from_date, name, distance_m, goal_time_s, created_at, updated_at) values
                        ('race', '2026-11-15', 'over', 10000, 2400, 'x', 'x'), ('race', '2026-11-21', 'without a goal', 10000, null, 'x', 'x'),
                        ('race', '2027-03-07', 'half', 21097.5, 5100, 'x', 'x'), ('race', '2027-05-02', 'later', 42195, 10500, 'x', 'x')"""));
    Map<String, Fact> day = byId(facts().ofDay(LocalDate.parse("2026-11-18")).facts());
    assertThat(day.get("goal.race.days").shown()).isEqualTo("109 (on 2027-03-07)");
    assertThat(day.get("goal.race.time").shown()).isEqualTo("1:25:00");
    assertThat(day.get("goal.race.time").query()).isEqualTo("annotation");
    assertThat(byId(facts().ofDay(LocalDate.parse("2027-05-03")).facts()).get("goal.race.time").query()).isEqualTo("GOAL_TIME");
  }

  @Test
  void anEmptyLogSaysThatItIsEmpty() {
    Map<String, Fact> day = byId(facts().ofDay(LocalDate.parse("2026-11-18")).facts());
    assertThat(day.get("log.span").shown()).isEqualTo("0 (the log is empty)");
    assertThat(day.get("today.form").shown()).isEqualTo("not known (no run has a load yet)");
  }
}
