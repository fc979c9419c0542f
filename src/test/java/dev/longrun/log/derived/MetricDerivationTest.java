package dev.longrun.log.derived;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.felt;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Activities.withHeartRate;
import static dev.longrun.log.Source.GARMIN;
import static dev.longrun.log.Source.STRAVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activity;
import dev.longrun.log.TrainingLog;
import dev.longrun.metrics.load.BanisterTrimp;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricDerivationTest {
  private static final Map<String, String> RUNNER =
      Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "60", "RUNNER_SEX", "male");

  private static final Map<String, String> UNKNOWN_MAXIMUM = Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_RESTING_HR", "60");

  @TempDir Path home;

  @Test
  void theCurvesRunFromTheFirstRunToYesterdayAndFormIsThatOfTheMorningAfter() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-19T06:00:00Z", 12_000, 3_600));

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
      double load = 100 * 100.4403 / new BanisterTrimp(60, 190, false).of(3600, 0.92 * 190);
      List<Map<String, Object>> days = longrun.rows("select * from v_fitness order by day");
      assertThat(days).extracting("day").containsExactly("2026-11-19", "2026-11-20", "2026-11-21");
      assertThat((double) days.get(0).get("fitness")).isCloseTo(load * 0.0235283, within(0.001));
      assertThat(days.get(0)).containsEntry("warming_up", 1);
      assertThat(days)
          .allSatisfy(
              day -> assertThat((double) day.get("form")).isCloseTo((double) day.get("fitness") - (double) day.get("fatigue"), within(1e-9)));
      assertThat(longrun.value("select form from day_metric where day = '2026-11-19'")).isEqualTo(0.0);
      assertThat(days.get(2)).containsEntry("ramp", null);
    }
  }

  @Test
  void aRunWithoutKnownRestingHeartRateHasNoLoadAndSaysWhatToSet() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z"))) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z"));

      longrun.call("derive-metrics");

      assertThat(longrun.rows("select load, load_missing from run_metric").get(0))
          .containsEntry("load", null)
          .containsEntry("load_missing", ThresholdRules.RESTING_HR_UNKNOWN);
      for (Map<String, Object> day : longrun.rows("select * from v_fitness")) {
        assertThat(day).containsEntry("fitness", null).containsEntry("fatigue", null).containsEntry("ramp", null);
        assertThat(day)
            .containsEntry("missing", "the run of 2026-11-20 has no load: " + ThresholdRules.RESTING_HR_UNKNOWN);
      }
      assertThat(longrun.rows("select load, incomplete, form from v_fitness"))
          .extracting("load", "incomplete", "form")
          .containsExactly(tuple(null, 1, null), tuple(0.0, 0, null));
      assertThat(longrun.rows("select load, load_missing, runs_without_load from v_week"))
          .containsExactly(longrun.rows("select null as load, load_missing, 1 as runs_without_load from run_metric").get(0));
    }
  }

  @Test
  void withoutAStatedMaximumTheSecondHighestOfTheHardRunsCountsForItsWholeWindow() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, UNKNOWN_MAXIMUM)) {
      load(longrun, withHeartRate(run(GARMIN, "0", "2024-11-01T06:00:00Z"), 140.0, 150.0));
      load(longrun, hard(withHeartRate(run(GARMIN, "1", "2026-11-18T06:00:00Z"), 180.0, 188.0)));
      load(longrun, hard(withHeartRate(run(GARMIN, "2", "2026-11-19T06:00:00Z"), 190.0, 203.0)));
      load(longrun, withHeartRate(run(GARMIN, "3", "2026-11-20T06:00:00Z"), 180.0, 191.0));
      longrun.call("derive-metrics");
      assertThat(maxima(longrun)).containsExactly(null, 188.0, 188.0, 188.0);

      load(longrun, hard(withHeartRate(run(GARMIN, "4", "2026-11-21T06:00:00Z"), 185.0, 192.0)));
      longrun.call("derive-metrics");
      assertThat(maxima(longrun)).containsExactly(null, 192.0, 192.0, 192.0, 192.0);
    }
  }

  @Test
  void easyRunsSayNothingOfTheMaximumAndWhatRestsOnItSaysHowToSetIt() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, UNKNOWN_MAXIMUM)) {
      for (int day = 10; day < 20; day++) {
        load(longrun, withHeartRate(run(GARMIN, "" + day, "2026-11-%dT06:00:00Z".formatted(day)), 140.0, 150.0));
      }
      longrun.call("derive-metrics");
      assertThat(longrun.rows("select distinct max_hr_bpm, lthr_bpm, z1_s, load, load_missing, zones_missing from run_metric"))
          .singleElement()
          .asString()
          .contains("max_hr_bpm=null, lthr_bpm=null, z1_s=null, load=null", "set RUNNER_MAX_HR", "set RUNNER_LTHR");
      assertThat(longrun.value("select method from threshold where quantity = 'max_hr_bpm'").toString()).endsWith("set RUNNER_MAX_HR");
    }
  }

  @Test
  void aHardRunWhoseRecordingIsOddSaysNothingOfTheMaximum() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, UNKNOWN_MAXIMUM)) {
      load(longrun, hard(withHeartRate(run(GARMIN, "1", "2026-11-18T06:00:00Z"), 174.0, 188.0)));
      load(longrun, hard(withHeartRate(run(GARMIN, "2", "2026-11-19T06:00:00Z"), 174.0, 186.0)));
      write(longrun, "update split_log set avg_cadence_spm = 174");
      longrun.call("derive-metrics");
      assertThat(maxima(longrun)).containsExactly(null, null);
    }
  }

  @Test
  void aStrapThatWasSilentForMoreThanATenthLeavesTheAverageAndSaysSo() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));
      write(longrun, "update split_log set avg_hr_bpm = null where km > 9");

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
      assertThat(longrun.value("select load_method from run_metric")).isEqualTo("load100-average-max-hr");
      assertThat(longrun.value("select quality from run_metric"))
          .isEqualTo("heart rate for 75 % of the time only: load by heart rate takes its average for the whole run");
      assertThat(longrun.value("select incomplete from v_fitness where day = '2026-11-20'")).isEqualTo(0);
    }
  }

  private static List<Object> maxima(LongrunUnderTest longrun) {
    return longrun.rows("select max_hr_bpm from run_metric order by run_date").stream().map(row -> row.get("max_hr_bpm")).toList();
  }

  private static Activity hard(Activity activity) {
    return felt(activity, 9.0, null);
  }

  @Test
  void aRunWithoutHeartRateIsConvertedFromEffortOnceFifteenRunsHaveBoth() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      for (int day = 1; day <= 15; day++) {
        load(longrun, felt(run(GARMIN, "" + day, "2026-11-%02dT06:00:00Z".formatted(day)), 5.0, null));
      }
      load(longrun, felt(withHeartRate(run(GARMIN, "20", "2026-11-16T06:00:00Z"), null, null), 5.0, null));

      longrun.call("derive-metrics");

      Map<String, Object> converted = longrun.rows("select * from v_run where run_date = '2026-11-16'").get(0);
      assertThat(converted).containsEntry("load_method", "effort-scaled").containsEntry("trimp", null);
      assertThat((double) converted.get("load"))
          .isCloseTo((double) longrun.value("select load100 from v_run where run_date = '2026-11-01'"), within(1e-6));
    }
  }

  @Test
  void changingThresholdsRecomputesEverything() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));
      longrun.call("derive-metrics");
    }
    Map<String, String> other = Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "60", "RUNNER_SEX", "female");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, other)) {
      longrun.call("derive-metrics");
      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(113.5168, within(0.0001));
    }
  }

  @Test
  void everyLoadIsInHundredthsOfAnHourAtThresholdAndItsMethodIsNamed() throws Exception {
    Map<String, String> settings = with(RUNNER, "RUNNER_LTHR", "170");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, settings)) {
      load(longrun, withHeartRate(run(GARMIN, "1", "2026-11-19T06:00:00Z", 14_000, 3_600), 170.0, 180.0));

      longrun.call("derive-metrics");

      assertThat(longrun.rows("select load, load_method from v_run").get(0)).containsEntry("load_method", "load100");
      assertThat((double) longrun.value("select load from v_run")).isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void aRunIsJudgedByTheThresholdsOfItsDay() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, with(RUNNER, "RUNNER_LTHR", "170"))) {
      load(longrun, run(GARMIN, "1", "2026-11-10T06:00:00Z"));
      load(longrun, run(GARMIN, "2", "2026-11-20T06:00:00Z"));
      longrun.call("derive-metrics");

      note(longrun, "2026-11-15", "lthr_bpm", 160);
      longrun.call("derive-metrics");

      assertThat(longrun.rows("select lthr_bpm from run_metric order by run_date")).extracting("lthr_bpm").containsExactly(170.0, 160.0);
      assertThat(longrun.rows("select valid_from, valid_to, value, origin from v_threshold where quantity = 'lthr_bpm' order by valid_from"))
          .extracting(row -> row.get("valid_from") + " " + row.get("valid_to") + " " + row.get("value") + " " + row.get("origin"))
          .containsExactly("2026-11-10 2026-11-14 170.0 setting", "2026-11-15 null 160.0 note");
    }
  }

  @Test
  void aChangedThresholdChangesNothingBeforeItsDay() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-10T06:00:00Z"));
      load(longrun, run(GARMIN, "2", "2026-11-20T06:00:00Z"));
      longrun.call("derive-metrics");
      Object before = longrun.rows("select * from run_metric where run_date = '2026-11-10'");

      note(longrun, "2026-11-15", "max_hr_bpm", 180);

      assertThat(longrun.value("select min(day) from due_day")).isEqualTo("2026-11-15");
      longrun.call("derive-metrics");
      assertThat((Object) longrun.rows("select * from run_metric where run_date = '2026-11-10'")).isEqualTo(before);
      assertThat(longrun.value("select max_hr_bpm from run_metric where run_date = '2026-11-20'")).isEqualTo(180.0);
    }
  }

  @Test
  void aHardEffortSetsLthrForTwoYearsHoweverLongNobodyHasRunSince() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, felt(run(GARMIN, "1", "2024-06-01T06:00:00Z", 10_000, 2_400), 9.0, null));
      load(longrun, felt(run(GARMIN, "2", "2024-06-02T06:00:00Z"), 3.0, null));

      longrun.call("derive-metrics");

      assertThat(longrun.rows("select valid_from, value from threshold where quantity = 'lthr_bpm' order by valid_from"))
          .extracting("valid_from", "value")
          .containsExactly(tuple("2024-06-01", 150.0), tuple("2026-06-02", null));
    }
  }

  @Test
  void aMorningOfZeroBeatsIsNoMorning() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_MAX_HR", "190"))) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z"));
      for (int day = 1; day <= 14; day++) {
        morning(longrun, LocalDate.parse("2026-11-01").plusDays(day), day % 2 == 0 ? 50 : 0, new Random(day));
      }

      longrun.call("derive-metrics");

      assertThat(longrun.value("select resting_hr_bpm from run_metric")).isEqualTo(50.0);
    }
  }

  @Test
  void aRunThatLacksHalfItsKilometresIsJudgedByItsAverageHeartRate() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));
      write(longrun, "delete from split_log where km > 6");

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
      assertThat(longrun.value("select load_method from run_metric")).isEqualTo("load100-average-max-hr");
    }
  }

  @Test
  void aKilometreThatIsMissingCountsLikeTheRestOfTheRun() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));
      write(longrun, "delete from split_log where km = 6");

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
      assertThat(longrun.value("select load_method from run_metric")).isEqualTo("load100-max-hr");
    }
  }

  @Test
  void aHeartRateThatNobodyHasIsNoLoad() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));
      write(longrun, "update split_log set avg_hr_bpm = 255 where km = 6");

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
    }
  }

  @Test
  void aBestEffortNeverLeapsOverAMissingKilometre() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z"));
      write(longrun, "update split_log set moving_s = null where km = 5");

      longrun.call("derive-metrics");

      assertThat(longrun.rows("select distance_m from best_effort")).extracting("distance_m").containsExactly(1000.0);
    }
  }

  @Test
  void weatherThatComesLaterReachesTheRun() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-07-20T15:30:00Z"));
      longrun.call("derive-metrics");
      assertThat(longrun.value("select heat_pct from v_run")).isNull();

      weather(longrun, "2026-07-20", "2026-07-20T15:00:00Z", 30.0, 20.0);
      weather(longrun, "2026-07-20", "2026-07-20T16:00:00Z", 24.0, 20.0);
      longrun.call("derive-metrics");

      // 30 minutes of 30 degrees, 21 of 24.
      assertThat((double) longrun.value("select temperature_c from run_metric")).isCloseTo((30 * 30.0 + 21 * 24.0) / 51, within(1e-9));
      assertThat((double) longrun.value("select heat_pct from v_run")).isGreaterThan(1);
      assertThat((double) longrun.value("select cool_pace_s_per_km from v_run")).isLessThan(300);
    }
  }

  @Test
  void whatOnlyMayBeShownHasNoNumbers() throws Exception {
    Map<String, String> shown = with(RUNNER, "STRAVA_DATA_USE", "seven-days");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, shown)) {
      load(longrun, run(GARMIN, "1", "2026-11-19T06:00:00Z"));
      load(longrun, run(STRAVA, "2", "2026-11-20T06:00:00Z"));

      longrun.call("derive-metrics");

      for (String table : List.of("run_metric", "split_metric", "best_effort")) {
        assertThat(longrun.rows("select distinct run_date from " + table)).extracting("run_date").containsExactly("2026-11-19");
      }
      assertThat(longrun.value("select load from day_metric where day = '2026-11-20'")).isEqualTo(0.0);
    }
  }

  @Test
  void aWeekIsCompleteWhenItIsOver() throws Exception {
    for (Map.Entry<String, Integer> then : Map.of("2026-11-22T12:00:00Z", 0, "2026-11-23T12:00:00Z", 1).entrySet()) {
      Path homeThen = home.resolve(then.getKey().substring(0, 10));
      try (LongrunUnderTest longrun = LongrunUnderTest.start(homeThen, with(RUNNER, "LONGRUN_CLOCK", then.getKey()))) {
        load(longrun, run(GARMIN, "1", "2026-11-16T06:00:00Z"));
        longrun.call("derive-metrics");
        assertThat(longrun.value("select complete from week_metric where week = '2026-W47'")).isEqualTo(then.getValue());
      }
    }
  }

  @Test
  void everyDerivedNumberIsListedWithItsSource() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      assertThat(longrun.rows("select * from formula where source = '' or description = '' or version < 1")).isEmpty();
      assertThat((Number) longrun.value("select count(*) from formula")).satisfies(count -> assertThat(count.intValue()).isGreaterThan(25));
      for (Map<String, Object> row : longrun.rows("select metric from formula")) {
        String[] names = row.get("metric").toString().split("\\.");
        assertThat(longrun.rows("select name from pragma_table_info(?)", names[0])).extracting("name").contains(names[1]);
      }
    }
  }

  /** Random edits of everything numbers rest on, one after the other. */
  @Test
  void derivingFromTheChangedDayGivesWhatDerivingEverythingGives() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      Random random = new Random(7);
      for (int edit = 0; edit < 60; edit++) {
        edit(longrun, random);
        longrun.call("derive-metrics");
      }
      List<Map<String, Object>> incremental = derived(longrun);

      longrun.service().database().writing()
          .useHandle(handle -> List.of("run_metric", "day_metric", "week_metric", "threshold", "day_readiness", "split_metric", "best_effort")
              .forEach(table -> handle.execute("delete from " + table)));
      longrun.call("derive-metrics");

      assertThat(derived(longrun)).isEqualTo(incremental);
    }
  }

  private static void edit(LongrunUnderTest longrun, Random random) {
    LocalDate day = LocalDate.parse("2025-12-01").plusDays(random.nextInt(350));
    String id = Integer.toString(1 + random.nextInt(25));
    switch (random.nextInt(10)) {
      case 0, 1 -> longrun.bean("trainingLog", TrainingLog.class).withdraw(GARMIN, id);
      case 2 -> note(longrun, day.toString(), random.nextBoolean() ? "max_hr_bpm" : "lthr_bpm", 165 + random.nextInt(30));
      case 3 -> morning(longrun, day, 44 + random.nextInt(12), random);
      case 4 -> {
        List<Map<String, Object>> runs = longrun.rows("select run_date, started_at from main_log order by run_date limit 1");
        if (!runs.isEmpty()) {
          String start = runs.get(0).get("started_at").toString();
          weather(longrun, runs.get(0).get("run_date").toString(), start.substring(0, 13) + ":00:00Z", 10.0 + random.nextInt(20), 12.0);
        }
      }
      default -> {
        Activity activity = run(GARMIN, id, day + "T06:00:00Z", 5_000 + random.nextInt(20_000), 1_500 + random.nextInt(6_000));
        load(longrun, random.nextInt(4) == 0 ? withHeartRate(activity, null, null) : felt(activity, 1.0 + random.nextInt(9), 3));
      }
    }
  }

  private static List<Map<String, Object>> derived(LongrunUnderTest longrun) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String table : List.of("run_metric", "split_metric", "best_effort", "day_metric", "week_metric", "threshold", "day_readiness")) {
      rows.addAll(longrun.rows("select * from " + table + " order by 1, 2, 3"));
    }
    return rows;
  }

  private static void load(LongrunUnderTest longrun, Activity activity) {
    longrun.call("load-activity", arrival(activity));
    longrun.allIsKnown();
  }

  private static Map<String, String> with(Map<String, String> settings, String name, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(name, value);
    return more;
  }

  private static void note(LongrunUnderTest longrun, String day, String quantity, double value) {
    write(
        longrun,
        "insert into annotation (kind, from_date, quantity, value, created_at, updated_at) values ('threshold', ?, ?, ?, '', '')",
        day, quantity, value);
  }

  private static void morning(LongrunUnderTest longrun, LocalDate day, double restingHrBpm, Random random) {
    write(
        longrun,
        """
        insert into day_log (day, resting_hr_bpm, hrv_rmssd_ms, sleep_s, created_at, updated_at) values (?, ?, ?, ?, '', '')
        on conflict (day) do update set resting_hr_bpm = excluded.resting_hr_bpm""",
        day.toString(), restingHrBpm, 50.0 + random.nextInt(20), 20_000.0 + random.nextInt(10_000));
  }

  private static void weather(LongrunUnderTest longrun, String day, String hour, double temperatureC, double dewPointC) {
    write(
        longrun,
        """
        insert into weather_log (run_date, run_no, hour_utc, temperature_c, dew_point_c, provisional, created_at, updated_at)
        values (?, 1, ?, ?, ?, 0, '', '')
        on conflict (run_date, run_no, hour_utc) do update set temperature_c = excluded.temperature_c""",
        day, hour, temperatureC, dewPointC);
  }

  private static void write(LongrunUnderTest longrun, String sql, Object... arguments) {
    longrun.service().database().writing().useHandle(handle -> handle.execute(sql, arguments));
  }
}
