package dev.longrun.log;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Source.FILE;
import static dev.longrun.log.Source.GARMIN;
import static dev.longrun.log.Source.STRAVA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.report.StatusReader;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which activities are one run, which may be, and that nothing is counted twice in silence. */
class SameRunTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;
  private Database database;
  private TrainingLog log;

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema());
    log = new TrainingLog(database, new DataUse(true), NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTreadmillDistanceCorrectedAtOneSiteIsOneRun() {
    load(run(GARMIN, "1", "2026-11-20T06:00:00Z", 8_000, 2_700), run(STRAVA, "2", "2026-11-20T06:00:00Z", 9_200, 2_690));

    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void aCroppedStartOrEndIsOneRun() {
    load(run(GARMIN, "1", "2026-11-20T06:00:00Z", 10_000, 3_000), run(STRAVA, "2", "2026-11-20T06:08:00Z", 8_400, 2_520));
    load(run(GARMIN, "3", "2026-11-19T06:00:00Z", 10_000, 3_000), run(STRAVA, "4", "2026-11-19T06:00:00Z", 8_000, 2_400));

    assertThat(runs()).isEqualTo(2);
    assertThat(doubtful()).isEmpty();
  }

  @Test
  void aWatchLeftRunningSwallowsNoOtherRun() {
    load(run(GARMIN, "1", "2026-11-20T06:00:00Z", 12_000, 40_000), run(STRAVA, "2", "2026-11-20T16:00:00Z", 10_000, 3_000));

    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void twoThatOverlapAreListedWithTheLineThatSettlesThem() {
    load(run(GARMIN, "1", "2026-11-20T06:00:00Z", 10_000, 3_000), run(STRAVA, "2", "2026-11-20T06:30:00Z", 12_000, 3_600));

    assertThat(runs()).isEqualTo(2);
    assertThat(doubtful()).singleElement().asString()
        .contains("2026-11-20#1 and 2026-11-20#2 overlap in time").contains("- merge: [2026-11-20#1, 2026-11-20#2]").contains("- apart: ");
  }

  @Test
  void aCopyOneHourOffAndAHiddenStartAreListed() {
    load(run(GARMIN, "1", "2026-11-20T06:00:00Z", 10_000, 3_000), run(STRAVA, "2", "2026-11-20T07:00:00Z", 10_010, 3_000));
    load(run(GARMIN, "3", "2026-11-18T17:00:00Z", 10_000, 3_000), run(STRAVA, "4", "2026-11-17T23:00:01Z", 10_000, 3_000));

    assertThat(doubtful()).hasSize(2);
  }

  @Test
  void whateverTheOrderOfArrivalTheRunsAreTheSame() {
    List<Activity> activities =
        List.of(
            run(GARMIN, "1", "2026-11-20T06:00:00Z", 10_000, 3_000), run(STRAVA, "2", "2026-11-20T06:08:00Z", 8_400, 2_520),
            run(FILE, "fit-aaaaaaaaaaaaaaaaaaaaaaaa", "2026-11-20T06:01:00Z", 9_900, 2_960), run(GARMIN, "3", "2026-11-20T06:51:30Z", 2_000, 600),
            run(STRAVA, "4", "2026-11-20T06:52:00Z", 2_000, 600), run(GARMIN, "5", "2026-11-20T16:00:00Z", 5_000, 1_500));
    List<Map<String, Object>> first = null;
    for (int seed = 0; seed < 200; seed++) {
      List<Activity> shuffled = new ArrayList<>(activities);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(activity -> log.load(arrival(activity)));
      List<Map<String, Object>> runs = rows("select run_date, run_no, started_at, distance_m, moving_s, garmin_activity_id, strava_activity_id from main_log order by 1, 2");
      first = first == null ? runs : first;
      assertThat(runs).as("seed %d", seed).isEqualTo(first).hasSize(3);
      activities.forEach(activity -> log.withdraw(activity.source(), activity.externalId()));
      database.writing().useHandle(handle -> handle.execute("delete from source_activity"));
    }
  }

  private void load(Activity... activities) {
    for (Activity activity : activities) {
      log.load(arrival(activity));
    }
  }

  private int runs() {
    return rows("select 1 as one from main_log").size();
  }

  private List<String> doubtful() {
    var settings = new SettingsReader(Map.of("LONGRUN_HOME", home.toString())).read();
    return new StatusReader(settings, database.reader()).read(OptionalLong.empty()).doubtful();
  }

  private List<Map<String, Object>> rows(String sql) {
    return database.reading().withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }
}
