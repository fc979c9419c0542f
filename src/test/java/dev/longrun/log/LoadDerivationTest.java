package dev.longrun.log;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.felt;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Activities.withHeartRate;
import static dev.longrun.log.Source.GARMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.LongrunUnderTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadDerivationTest {
  private static final Map<String, String> RUNNER =
      Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "60", "RUNNER_SEX", "male");

  @TempDir Path home;

  @Test
  void theCurvesRunFromTheFirstRunToTodayAndFormIsTheMorningsValue() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      load(longrun, run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 3_600));

      longrun.call("derive-metrics");

      assertThat((double) longrun.value("select trimp from run_metric")).isCloseTo(100.4403, within(0.0001));
      List<Map<String, Object>> days = longrun.rows("select * from v_fitness order by day");
      assertThat(days).extracting("day").containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
      assertThat((double) days.get(0).get("fitness")).isCloseTo(100.4403 * 0.0235283, within(0.001));
      assertThat(days.get(0)).containsEntry("form", 0.0).containsEntry("warming_up", 1);
      assertThat((double) days.get(1).get("form"))
          .isCloseTo((double) days.get(0).get("fitness") - (double) days.get(0).get("fatigue"), within(1e-9));
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
          .containsEntry("load_missing", "the resting heart rate is not known: set RUNNER_RESTING_HR");
      assertThat(longrun.value("select incomplete from v_fitness where day = '2026-11-20'")).isEqualTo(1);
    }
  }

  @Test
  void withoutAStatedMaximumTheSecondHighestOfTheRunsCounts() throws Exception {
    Map<String, String> settings = Map.of("LONGRUN_CLOCK", "2026-11-22T12:00:00Z", "RUNNER_RESTING_HR", "60");
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, settings)) {
      load(longrun, withHeartRate(run(GARMIN, "1", "2026-11-18T06:00:00Z"), 150.0, 188.0));
      load(longrun, withHeartRate(run(GARMIN, "2", "2026-11-19T06:00:00Z"), 150.0, 203.0));
      load(longrun, withHeartRate(run(GARMIN, "3", "2026-11-20T06:00:00Z"), 150.0, 191.0));

      longrun.call("derive-metrics");

      assertThat(longrun.rows("select max_hr_bpm from run_metric order by run_date")).extracting("max_hr_bpm").containsExactly(null, 188.0, 191.0);
    }
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
          .isCloseTo((double) longrun.value("select trimp from v_run where run_date = '2026-11-01'"), within(1e-6));
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
  void derivingFromTheChangedDayGivesWhatDerivingEverythingGives() throws Exception {
    try (LongrunUnderTest longrun = LongrunUnderTest.start(home, RUNNER)) {
      Random random = new Random(7);
      for (int edit = 0; edit < 40; edit++) {
        LocalDate day = LocalDate.parse("2025-12-01").plusDays(random.nextInt(350));
        String id = Integer.toString(1 + random.nextInt(25));
        if (random.nextInt(5) == 0) {
          longrun.bean("trainingLog", TrainingLog.class).withdraw(GARMIN, id);
        } else {
          Activity activity = run(GARMIN, id, day + "T06:00:00Z", 5_000 + random.nextInt(20_000), 1_500 + random.nextInt(6_000));
          load(longrun, random.nextInt(4) == 0 ? withHeartRate(activity, null, null) : felt(activity, 1.0 + random.nextInt(9), 3));
        }
        longrun.call("derive-metrics");
      }
      List<Map<String, Object>> incremental = derived(longrun);

      Jdbi.create(longrun.service().database().writer())
          .useHandle(handle -> {
            handle.execute("delete from run_metric");
            handle.execute("delete from day_metric");
          });
      longrun.call("derive-metrics");

      assertThat(derived(longrun)).isEqualTo(incremental);
    }
  }

  private static List<Map<String, Object>> derived(LongrunUnderTest longrun) {
    List<Map<String, Object>> rows = new ArrayList<>(longrun.rows("select * from run_metric order by run_date, run_no"));
    rows.addAll(longrun.rows("select * from day_metric order by day"));
    return rows;
  }

  private static void load(LongrunUnderTest longrun, Activity activity) {
    longrun.call("load-activity", arrival(activity));
  }
}
