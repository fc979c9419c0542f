package dev.longrun.log;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.felt;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Activities.withGear;
import static dev.longrun.log.Source.GARMIN;
import static dev.longrun.log.Source.STRAVA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ProgramFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLogTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;
  private Database database;
  private TrainingLog log;

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("longrun.db"), ProgramFolder.find().schema());
    log = log(NOON, true);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSameArrivalTwiceChangesNothing() {
    assertThat(log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")))).isEqualTo(LoadResult.NEW);
    List<List<Map<String, Object>>> before = everything();

    LoadResult second = log(Clock.offset(NOON, java.time.Duration.ofDays(1)), true).load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));

    assertThat(second).isEqualTo(LoadResult.UNCHANGED);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aCorrectedValueIsCorrectedAndNothingElseMoves() {
    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));

    LoadResult result = log(Clock.offset(NOON, java.time.Duration.ofDays(1)), true)
        .load(arrival(felt(run(GARMIN, "1", "2026-11-20T06:00:00Z"), 7.0, 4)));

    assertThat(result).isEqualTo(LoadResult.CHANGED);
    assertThat(rows("select effort, feel, updated_at from main_log"))
        .containsExactly(Map.of("effort", 7.0, "feel", 4, "updated_at", "2026-11-23T12:00:00Z"));
    assertThat(rows("select distinct updated_at from split_log")).containsExactly(Map.of("updated_at", "2026-11-22T12:00:00Z"));
  }

  @Test
  void aRunThatBecomesKnownLateRenumbersItsDayAndEverythingOfTheOtherFollows() {
    log.load(arrival(run(GARMIN, "2", "2026-11-20T16:00:00Z", 5_000, 1_500)));
    execute(
        "insert into weather_log (run_date, run_no, hour_utc, temperature_c, provisional, created_at, updated_at)"
            + " values ('2026-11-20', 1, '2026-11-20T16:00:00Z', 4.5, 0, 'x', 'x')");

    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));

    assertThat(rows("select run_no, garmin_activity_id from main_log order by run_no"))
        .containsExactly(Map.of("run_no", 1, "garmin_activity_id", 1), Map.of("run_no", 2, "garmin_activity_id", 2));
    assertThat(rows("select run_no, count(*) as splits from split_log group by run_no"))
        .containsExactly(Map.of("run_no", 1, "splits", 10), Map.of("run_no", 2, "splits", 5));
    assertThat(rows("select run_no, temperature_c from weather_log")).containsExactly(Map.of("run_no", 2, "temperature_c", 4.5));
    assertThat(rows("select external_id, run_no from source_record order by 1"))
        .containsExactly(Map.of("external_id", "1", "run_no", 1), Map.of("external_id", "2", "run_no", 2));
  }

  @Test
  void whatGarminAndStravaBothKnowIsOneRun() {
    log.load(arrival(felt(run(STRAVA, "900", "2026-11-20T06:00:40Z", 10_100, 2_950), 6.0, null)));
    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));

    assertThat(rows("select garmin_activity_id, strava_activity_id, distance_m, effort, name from main_log"))
        .containsExactly(
            Map.of("garmin_activity_id", 1, "strava_activity_id", 900, "distance_m", 10_000.0, "effort", 6.0, "name", "Garmin 1"));
    assertThat(rows("select source, others from field_origin where field = 'distance_m'"))
        .containsExactly(Map.of("source", "garmin", "others", "{\"strava\":10100.0}"));
    assertThat(rows("select source from field_origin where field = 'effort'")).containsExactly(Map.of("source", "strava"));
  }

  @Test
  void runsThatDifferByMoreThanTenPercentOrTwoMinutesStayTwo() {
    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));
    log.load(arrival(run(STRAVA, "900", "2026-11-20T06:02:01Z")));
    log.load(arrival(run(GARMIN, "2", "2026-11-21T06:00:00Z")));
    log.load(arrival(run(STRAVA, "901", "2026-11-21T06:01:00Z", 11_200, 3_000)));

    assertThat(rows("select count(*) as runs from main_log")).containsExactly(Map.of("runs", 4));
  }

  @Test
  void aDeletedActivityTakesItsRunWithItUnlessAnotherSourceKnowsIt() {
    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));
    log.load(arrival(run(STRAVA, "900", "2026-11-20T06:00:00Z")));

    log.withdraw(GARMIN, "1");
    assertThat(rows("select name, strava_activity_id from main_log"))
        .containsExactly(Map.of("name", "Strava 900", "strava_activity_id", 900));

    log.withdraw(STRAVA, "900");
    assertThat(rows("select * from main_log")).isEmpty();
    assertThat(rows("select * from source_record")).hasSize(2);
  }

  @Test
  void aCorrectedStartMovesTheRunToItsNewDayAndAsksForItsWeatherAgain() {
    log.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));
    log.load(arrival(run(GARMIN, "2", "2026-11-20T16:00:00Z")));
    execute(
        "insert into weather_log (run_date, run_no, hour_utc, provisional, created_at, updated_at)"
            + " values ('2026-11-20', 1, '2026-11-20T06:00:00Z', 0, 'x', 'x')");

    log.load(arrival(run(GARMIN, "1", "2026-11-21T06:00:00Z")));

    assertThat(rows("select run_date, run_no, garmin_activity_id from main_log order by 1, 2"))
        .containsExactly(
            Map.of("run_date", "2026-11-20", "run_no", 1, "garmin_activity_id", 2),
            Map.of("run_date", "2026-11-21", "run_no", 1, "garmin_activity_id", 1));
    assertThat(rows("select * from weather_log")).isEmpty();
    assertThat(rows("select day from due_day order by day"))
        .containsExactly(Map.of("day", "2026-11-20"), Map.of("day", "2026-11-21"));
  }

  @Test
  void theLogDoesNotDependOnTheOrderOfArrival() {
    List<Activity> activities = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      String date = "2026-11-0" + day;
      activities.add(run(GARMIN, "1" + day, date + "T06:00:00Z"));
      activities.add(run(STRAVA, "2" + day, date + "T06:01:30Z", 10_000 + 300 * day, 3_000));
      activities.add(run(STRAVA, "3" + day, date + "T06:02:30Z"));
      activities.add(run(GARMIN, "4" + day, date + "T23:30:00Z"));
    }
    activities.forEach(activity -> log.load(arrival(activity)));
    List<Map<String, Object>> expected = logRows();

    for (int seed = 0; seed < 10; seed++) {
      for (Activity activity : activities) {
        log.withdraw(activity.source(), activity.externalId());
      }
      Collections.shuffle(activities, new Random(seed));
      activities.forEach(activity -> log.load(arrival(activity)));
      assertThat(logRows()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void aValueNoRunnerCanHaveBecomesMissingAndIsPutAsideWithoutLosingTheRun() {
    log.load(arrival(Activities.withHeartRate(run(GARMIN, "1", "2026-11-20T06:00:00Z"), 0.0, 300.0)));

    assertThat(rows("select avg_hr_bpm, max_hr_bpm, distance_m from main_log").get(0))
        .containsEntry("avg_hr_bpm", null)
        .containsEntry("max_hr_bpm", null)
        .containsEntry("distance_m", 10_000.0);
    assertThat(rows("select reason from put_aside where field = 'max_hr_bpm'"))
        .containsExactly(Map.of("reason", "max_hr_bpm is 300.0, which is outside 30 to 230; it is left out"));
  }

  @Test
  void aShoeOfTheSameNameAtBothSourcesIsOneShoe() {
    Gear garmin = new Gear("aaaa", "Pegasus 41", "Nike", "Pegasus 41");
    Gear strava = new Gear("g7", "pegasus 41 ", null, null);
    log.load(arrival(withGear(run(GARMIN, "1", "2026-11-20T06:00:00Z"), garmin)));
    log.load(arrival(withGear(run(STRAVA, "2", "2026-11-21T06:00:00Z"), strava)));

    assertThat(rows("select name, runs, km from v_shoe_mileage")).hasSize(1);
    assertThat(rows("select runs, km from v_shoe_mileage")).containsExactly(Map.of("runs", 2, "km", 20.0));
  }

  @Test
  void aShoeIsCalledWhatTheLatestRunWithItCallsItInWhateverOrderTheyCome() {
    Activity earlier = withGear(run(GARMIN, "1", "2026-11-20T06:00:00Z"), new Gear("aaaa", "Old name", null, null));
    Activity later = withGear(run(GARMIN, "2", "2026-11-21T06:00:00Z"), new Gear("aaaa", "New name", "Nike", null));
    Activity elsewhere = withGear(run(STRAVA, "3", "2026-11-22T06:00:00Z"), new Gear("g7", "NEW NAME", null, null));

    for (Activity activity : List.of(later, earlier, elsewhere)) {
      log.load(arrival(activity));
    }

    assertThat(rows("select name, brand, garmin_gear_id, strava_gear_id from shoe"))
        .containsExactly(Map.of("name", "New name", "brand", "Nike", "garmin_gear_id", "aaaa", "strava_gear_id", "g7"));
  }

  @Test
  void aRunThatMayOnlyBeShownSaysNothingAboutShoes() {
    TrainingLog shy = log(NOON, false);
    shy.load(arrival(withGear(run(GARMIN, "1", "2026-11-20T06:00:00Z"), new Gear("aaaa", "Racer", null, null))));
    shy.load(arrival(withGear(run(STRAVA, "900", "2026-11-21T06:00:00Z"), new Gear("g7", "Racer", "Secret", null))));

    assertThat(rows("select shoe_id from main_log where counted = 0").get(0)).containsEntry("shoe_id", null);
    assertThat(rows("select name, brand, strava_gear_id from shoe").get(0)).containsEntry("brand", null).containsEntry("strava_gear_id", null);
  }

  @Test
  void whatOnlyStravaSaysIsShownButNotCountedUnderSevenDays() {
    TrainingLog shy = log(NOON, false);
    shy.load(arrival(felt(run(STRAVA, "900", "2026-11-20T06:00:00Z"), 9.0, null)));
    assertThat(rows("select counted from main_log")).containsExactly(Map.of("counted", 0));
    assertThat(rows("select * from counted_run")).isEmpty();
    assertThat(rows("select * from counted_split")).isEmpty();

    shy.load(arrival(run(GARMIN, "1", "2026-11-20T06:00:00Z")));
    assertThat(rows("select counted, effort, name from main_log").get(0))
        .containsEntry("counted", 1)
        .containsEntry("effort", null)
        .containsEntry("name", "Garmin 1");
  }

  @Test
  void erasingLeavesNothingOfTheSourceBehind() {
    TrainingLog shy = log(NOON, false);
    shy.load(arrival(withGear(run(STRAVA, "900", "2026-11-10T06:00:00Z"), new Gear("g7", "Racer", null, null))));
    shy.load(arrival(run(STRAVA, "901", "2026-11-21T06:00:00Z")));

    assertThat(shy.eraseOlderThan(STRAVA, Instant.parse("2026-11-15T12:00:00Z"))).isEqualTo(1);

    assertThat(rows("select strava_activity_id from main_log")).containsExactly(Map.of("strava_activity_id", 901));
    assertThat(rows("select external_id from source_record")).containsExactly(Map.of("external_id", "901"));
    assertThat(rows("select * from shoe")).isEmpty();
  }

  private TrainingLog log(Clock clock, boolean stravaCounts) {
    return new TrainingLog(database, new DataUse(stravaCounts), clock);
  }

  private List<Map<String, Object>> logRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.addAll(
        rows(
            "select run_date, run_no, started_at, name, distance_m, garmin_activity_id, strava_activity_id from main_log"
                + " order by run_date, run_no"));
    rows.addAll(rows("select run_date, run_no, km, distance_m, moving_s from split_log order by 1, 2, 3"));
    rows.addAll(rows("select run_date, run_no, field, source, others from field_origin order by 1, 2, 3"));
    return rows;
  }

  private List<List<Map<String, Object>>> everything() {
    return List.of("main_log", "split_log", "field_origin", "source_record", "source_activity", "put_aside", "shoe").stream()
        .map(table -> rows("select * from " + table + " order by 1, 2, 3"))
        .toList();
  }

  private List<Map<String, Object>> rows(String sql) {
    return database.reading()
        .withHandle(handle -> handle.createQuery(sql).mapToMap().list())
        .stream()
        .map(TrainingLogTest::comparable)
        .toList();
  }

  private static Map<String, Object> comparable(Map<String, Object> row) {
    Map<String, Object> comparable = new java.util.HashMap<>(row);
    comparable.replaceAll((column, value) -> value instanceof byte[] bytes ? Sha256.of(bytes) : value);
    return comparable;
  }

  private void execute(String sql) {
    database.writing().useHandle(handle -> handle.execute(sql));
  }
}
