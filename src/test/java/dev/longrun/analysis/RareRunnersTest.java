package dev.longrun.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activity;
import dev.longrun.log.Arrival;
import dev.longrun.log.Source;
import dev.longrun.log.Split;
import dev.longrun.log.Sport;
import dev.longrun.log.TrainingLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say of runners whose log is not the usual one: nothing that a physiologist would object to. */
class RareRunnersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path home;

  private final Random chance = new Random(7);

  @Test
  void ofFiveEasyRunsNothingIsJudged() throws Exception {
    List<Activity> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runs.add(easy(TODAY.minusDays(2 + 2 * i), 8, 140.0, Sport.ROAD));
    }
    String text = pages(runs, Map.of("RUNNER_RESTING_HR", "52"));
    check(text);
    assertThat(flat(text)).contains("that is no all-clear", "set RUNNER_MAX_HR", "set RUNNER_LTHR").doesNotContain("run as planned.", "Probability of");
  }

  @Test
  void ofARunnerWithoutHeartRateNoHeartIsSpokenOf() throws Exception {
    check(pages(season(TODAY.minusWeeks(40), TODAY, null, Sport.ROAD), Map.of()));
  }

  @Test
  void ofATreadmillRunner() throws Exception {
    check(pages(season(TODAY.minusWeeks(40), TODAY, 140.0, Sport.TREADMILL), Map.of("RUNNER_RESTING_HR", "52")));
  }

  @Test
  void ofAnUltraRunner() throws Exception {
    List<Activity> runs = season(TODAY.minusWeeks(60), TODAY.minusDays(12), 140.0, Sport.TRAIL);
    addRace(runs, race(TODAY.minusDays(12), 100, 12 * 3600, 138.0, Sport.TRAIL));
    addRace(runs, race(TODAY.minusDays(120), 80, 9 * 3600, 138.0, Sport.TRAIL));
    String text = pages(runs, Map.of("RUNNER_RESTING_HR", "52"));
    check(text);
    assertThat(flat(text)).contains("Maximum heart rate: not known", "For four weeks after a marathon or longer");
  }

  @Test
  void ofAYearsGap() throws Exception {
    List<Activity> runs = season(TODAY.minusWeeks(100), TODAY.minusWeeks(65), 140.0, Sport.ROAD);
    runs.addAll(season(TODAY.minusWeeks(12), TODAY, 148.0, Sport.ROAD));
    String text = pages(runs, Map.of("RUNNER_RESTING_HR", "52", "RUNNER_MAX_HR", "188"));
    check(text);
    assertThat(flat(text)).contains("over 12 weeks (95 % interval", "before a gap of more than 8 weeks").doesNotContain("s/km a year");
  }

  @Test
  void fiveDaysAfterAMarathon() throws Exception {
    List<Activity> runs = season(TODAY.minusWeeks(60), TODAY.minusDays(6), 140.0, Sport.ROAD);
    addRace(runs, race(TODAY.minusDays(40), 21.2, 5200, 168.0, Sport.ROAD));
    addRace(runs, race(TODAY.minusDays(60), 10.1, 2300, 174.0, Sport.ROAD));
    addRace(runs, race(TODAY.minusDays(5), 42.4, 11000, 160.0, Sport.ROAD));
    String text =
        pages(runs, Map.of("RUNNER_RESTING_HR", "52", "GOAL_TIME", "2:59:59", "GOAL_RACE_DATE", TODAY.minusDays(5).toString()));
    check(text);
    assertThat(flat(text))
        .contains("The latest race: marathon in 3:03:20", "It is for a rested runner", "For four weeks after a marathon or longer")
        .contains("whatever these signs say")
        .doesNotContain("Probability of");
  }

  private static void check(String text) {
    assertThat(text).doesNotContainIgnoringCase("nan ").doesNotContain("null", "Infinity");
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private List<Activity> season(LocalDate from, LocalDate to, Double hrBpm, Sport sport) {
    List<Activity> runs = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      int weekday = day.getDayOfWeek().getValue();
      if (weekday != 1 && weekday != 5) {
        runs.add(easy(day, weekday == 7 ? 22 : 9, hrBpm == null ? null : (Double) (hrBpm + 3 * chance.nextGaussian()), sport));
      }
    }
    return runs;
  }

  private Activity easy(LocalDate day, double km, Double hrBpm, Sport sport) {
    double pace = (320 - (hrBpm == null ? 0 : 1.5 * (hrBpm - 140))) * (1 + 0.02 * chance.nextGaussian());
    return activity(day, km, km * pace, hrBpm, sport, false, 2.0 + chance.nextInt(3), 3 + chance.nextInt(3));
  }

  private static void addRace(List<Activity> runs, Activity race) {
    runs.removeIf(run -> run.startedAt().equals(race.startedAt()));
    runs.add(race);
  }

  private Activity race(LocalDate day, double km, double seconds, Double hrBpm, Sport sport) {
    return activity(day, km, seconds, hrBpm, sport, true, 9.0, 3);
  }

  private static Activity activity(
      LocalDate day, double km, double seconds, Double hrBpm, Sport sport, boolean race, double effort, int feel) {
    List<Split> splits = new ArrayList<>();
    int count = (int) Math.ceil(km);
    for (int i = 1; i <= count; i++) {
      double metres = Math.min(1000, (km - i + 1) * 1000);
      double time = seconds * metres / (km * 1000);
      splits.add(new Split(i, metres, time, time, hrBpm, null, 170.0, sport == Sport.TREADMILL ? null : (Double) 4.0, sport == Sport.TREADMILL ? null : (Double) 4.0));
    }
    boolean indoors = sport == Sport.TREADMILL;
    return new Activity(
        Source.FILE, day + (race ? "-race" : ""), Instant.parse(day + "T07:00:00Z"), 3600, "Europe/Berlin", sport, race ? "Race" : "Run", null, null,
        km * 1000, seconds, seconds, hrBpm, hrBpm == null ? null : (Double) (hrBpm + 12), null, 170.0, indoors ? null : (Double) (4.0 * count),
        indoors ? null : (Double) (4.0 * count), null, null, race, effort, feel, null, splits, List.of());
  }

  private String pages(List<Activity> runs, Map<String, String> settings) throws Exception {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("LONGRUN_CLOCK", TODAY + "T12:00:00Z");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, all)) {
      TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
      longrun.allIsKnown();
      runs.forEach(run -> log.load(new Arrival(run, List.of(), null)));
      longrun.call("derive-metrics");
      Analysis analysis = new Analysis(longrun.settings(), longrun.service().database().reading());
      return String.join("\n\n", Stream.of(AnalysisQuestion.values()).map(question -> analysis.page(question).text()).toList());
    }
  }
}
