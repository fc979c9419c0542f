package dev.longrun.log.derived;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Activities.withHeartRate;
import static dev.longrun.log.Source.GARMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncStates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No data is not rest: the numbers of days, weeks and months go as far as the log is known. */
class KnownDaysTest {
  @TempDir Path home;

  private LongrunUnderTest start(String clock) throws Exception {
    return start(clock, Map.of());
  }

  private LongrunUnderTest start(String clock, Map<String, String> more) throws Exception {
    Map<String, String> settings =
        new TreeMap<>(Map.of("LONGRUN_CLOCK", clock, "RUNNER_MAX_HR", "190", "RUNNER_RESTING_HR", "60", "RUNNER_SEX", "male"));
    settings.putAll(more);
    return LongrunUnderTest.start(home, settings);
  }

  private static void load(LongrunUnderTest longrun, Activity... activities) {
    for (Activity activity : activities) {
      longrun.call("load-activity", arrival(activity));
    }
  }

  private static void derive(LongrunUnderTest longrun) {
    longrun.call("derive-metrics");
    assertThat(longrun.bean("metricDerivation", MetricDerivation.class).isDue()).as("derived to its end").isFalse();
  }

  private static void garmin(LongrunUnderTest longrun) {
    SyncStates states = longrun.bean("syncStates", SyncStates.class);
    states.connected(GARMIN, true);
    states.attempted(GARMIN);
    states.succeeded(GARMIN);
  }

  private static List<Object> days(LongrunUnderTest longrun) {
    return longrun.rows("select day from v_fitness order by day").stream().map(row -> row.get("day")).toList();
  }

  @Test
  void threeWeeksOfSilenceAreNoRest() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"), run(GARMIN, "2", "2026-11-05T06:00:00Z"));
      longrun.allIsKnown();
      derive(longrun);
    }
    try (LongrunUnderTest longrun = start("2026-11-26T18:00:00Z")) {
      derive(longrun);

      assertThat(days(longrun)).containsExactly("2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05");
      assertThat(longrun.rows("select week, runs, known from v_week")).extracting("week", "runs", "known").containsExactly(tuple("2026-W45", 2, 0));
      assertThat(longrun.rows("select month, known from v_month")).extracting("month", "known").containsExactly(tuple("2026-11", 0));
      assertThat(longrun.rows("select week, complete from week_metric")).extracting("week", "complete").containsExactly(tuple("2026-W45", 0));
      assertThat(longrun.rows("select known_until, known_day, known_by from v_known_until").get(0))
          .containsEntry("known_day", "2026-11-04").containsEntry("known_by", "file");
    }
  }

  @Test
  void whenTheSourceAnswersAgainTheTimeBetweenWasRest() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"));
      garmin(longrun);
      derive(longrun);
      assertThat(days(longrun)).hasSize(3);
    }
    try (LongrunUnderTest longrun = start("2026-11-26T18:00:00Z")) {
      garmin(longrun);
      derive(longrun);

      assertThat(days(longrun)).hasSize(24);
      assertThat((double) longrun.value("select fitness from v_fitness where day = '2026-11-25'"))
          .isLessThan((double) longrun.value("select fitness from v_fitness where day = '2026-11-04'"));
      assertThat(longrun.rows("select week, runs, km, moving_s, longest_km, load, known from v_week order by week"))
          .extracting("week", "runs", "km", "moving_s", "longest_km", "load", "known")
          .contains(tuple("2026-W46", 0, 0.0, 0.0, null, 0.0, 1), tuple("2026-W47", 0, 0.0, 0.0, null, 0.0, 1))
          .hasSize(3);
    }
  }

  @Test
  void aMonthWithoutARunHasItsRowWhenItIsKnown() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-08-20T06:00:00Z"), run(GARMIN, "2", "2026-11-01T06:00:00Z"));
      longrun.allIsKnown();
      derive(longrun);

      assertThat(longrun.rows("select month, runs, km, load is null as without_load, known from v_month order by month"))
          .extracting("month", "runs", "km", "without_load", "known")
          .containsExactly(
              tuple("2026-08", 1, 10.0, 0, 1), tuple("2026-09", 0, 0.0, 0, 1), tuple("2026-10", 0, 0.0, 0, 1), tuple("2026-11", 1, 10.0, 0, 0));
    }
  }

  @Test
  void todayIsNoRestBeforeMidnightButARunOfTodayCountsAtOnce() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"));
      longrun.allIsKnown();
      derive(longrun);
      assertThat(days(longrun)).containsExactly("2026-11-02", "2026-11-03", "2026-11-04");

      load(longrun, run(GARMIN, "2", "2026-11-05T07:00:00Z"));
      longrun.allIsKnown();
      derive(longrun);
      assertThat(longrun.rows("select day, so_far, load > 0 as loaded, monotony from v_fitness order by day desc limit 1").get(0))
          .containsEntry("day", "2026-11-05").containsEntry("so_far", 1).containsEntry("loaded", 1).containsEntry("monotony", null);
    }
    try (LongrunUnderTest longrun = start("2026-11-06T18:00:00Z")) {
      longrun.allIsKnown();
      derive(longrun);
      assertThat(longrun.rows("select day, so_far from v_fitness order by day desc limit 1").get(0))
          .containsEntry("day", "2026-11-05").containsEntry("so_far", 0);
    }
  }

  @Test
  void whatASilentSourceMayStillTellOfMakesNoRestOfTheDaysBetween() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"));
      garmin(longrun);
      longrun.bean("syncStates", SyncStates.class).connected(Source.STRAVA, true);
      derive(longrun);
    }
    try (LongrunUnderTest longrun = start("2026-11-12T18:00:00Z", strava())) {
      load(longrun, run(GARMIN, "2", "2026-11-12T06:00:00Z"));
      garmin(longrun);
      derive(longrun);

      assertThat(days(longrun)).containsExactly("2026-11-02", "2026-11-03", "2026-11-04");
      assertThat(longrun.value("select load from run_metric where run_date = '2026-11-12'")).as("the run's own load").isNotNull();
    }
  }

  private static Map<String, String> strava() {
    return Map.of(
        "STRAVA_CLIENT_ID", "1", "STRAVA_CLIENT_SECRET", "x", "STRAVA_REFRESH_TOKEN", "y", "STRAVA_DATA_USE", "coach");
  }

  @Test
  void aLogOfWhichNobodyHasSaidUntilWhenItIsKnownHasLoadsButNoCurves() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-05T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"));
      derive(longrun);

      assertThat(days(longrun)).isEmpty();
      assertThat(longrun.value("select load from run_metric")).isNotNull();
      assertThat(longrun.rows("select runs, known from v_week")).extracting("runs", "known").containsExactly(tuple(1, 0));
    }
  }

  @Test
  void lessThatIsKnownTakesDaysBack() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-20T18:00:00Z")) {
      load(longrun, run(GARMIN, "1", "2026-11-02T06:00:00Z"));
      longrun.allIsKnown();
      derive(longrun);
      assertThat(days(longrun)).hasSize(18);

      longrun.service().database().writing()
          .useHandle(handle -> handle.execute("update file_import set started_at = '2026-11-05T18:00:00Z'"));
      derive(longrun);
      assertThat(days(longrun)).containsExactly("2026-11-02", "2026-11-03", "2026-11-04");
      assertThat(longrun.rows("select * from week_metric")).hasSize(1);
    }
  }

  @Test
  void aRunWithoutALoadIsNoRestAndWhatRestsOnItIsNotKnownForAWhile() throws Exception {
    try (LongrunUnderTest longrun = start("2026-11-30T18:00:00Z")) {
      for (int day = 0; day < 100; day++) {
        Activity one = run(GARMIN, "" + day, LocalDate.parse("2026-08-20").plusDays(day) + "T06:00:00Z");
        load(longrun, day == 70 ? withHeartRate(one, null, null) : one);
      }
      longrun.allIsKnown();
      derive(longrun);

      String without = LocalDate.parse("2026-08-20").plusDays(70).toString();
      assertThat(longrun.rows("select load, fitness, fatigue, ramp, missing from v_fitness where day = ?", without).get(0))
          .containsEntry("load", null).containsEntry("fitness", null).containsEntry("fatigue", null).containsEntry("ramp", null)
          .containsEntry("missing", "the run of " + without + " has no load: no heart rate and no effort");
      assertThat(longrun.value("select count(*) from v_fitness where fitness is null")).isEqualTo(13);
      assertThat(longrun.value("select count(*) from v_fitness where fatigue is null")).isEqualTo(14);
      assertThat(longrun.value("select count(*) from v_fitness where missing is not null and day > date(?, '+20 days')", without)).isEqualTo(0);
      double before = (double) longrun.value("select fatigue from v_fitness where day = date(?, '-1 day')", without);
      assertThat((double) longrun.value("select fatigue from v_fitness where day = date(?, '+14 days')", without))
          .as("the same training every day").isBetween(before * 0.999, before * 1.001);
      assertThat(longrun.value("select load from v_week where monday = date(?, 'weekday 1', '-7 days')", without)).isNull();
    }
  }
}
