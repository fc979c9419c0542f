package dev.longrun.source.strava;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longrun.LongrunUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is noon (UTC) of 2026-11-20. */
class PollStravaTest {
  @TempDir static Path home;
  private static StravaSite site;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    site = new StravaSite();
    longrun = LongrunUnderTest.start(home, site.settings());
  }

  @AfterAll
  static void stop() {
    longrun.close();
    site.close();
  }

  @BeforeEach
  void beginAfresh() {
    longrun.forgetEverything();
    site.clear();
  }

  @Test
  void everyRunIsLoadedInTheRightUnits() {
    site.publish(StravaSite.run(17466192740L, "2026-11-10T06:00:00Z"));

    poll();

    assertThat(longrun.rows("select * from main_log").get(0))
        .containsEntry("strava_activity_id", 17466192740L)
        .containsEntry("run_date", "2026-11-10")
        .containsEntry("started_at", "2026-11-10T06:00:00Z")
        .containsEntry("utc_offset_s", 3600)
        .containsEntry("timezone", "Europe/Berlin")
        .containsEntry("sport", "road")
        .containsEntry("distance_m", 10000.0)
        .containsEntry("moving_s", 3000.0)
        .containsEntry("elapsed_s", 3060.0)
        .containsEntry("avg_hr_bpm", 150.0)
        .containsEntry("max_hr_bpm", 170.0)
        .containsEntry("avg_power_w", 250.0)
        .containsEntry("elevation_gain_m", 40.0)
        .containsEntry("latitude", 53.55)
        .containsEntry("longitude", 9.99)
        .containsEntry("effort", null)
        .containsEntry("counted", 1);
    assertThat(longrun.rows("select km, distance_m, moving_s, elapsed_s, avg_hr_bpm, elevation_gain_m, elevation_loss_m from split_log order by km"))
        .extracting(split -> split.values().toString())
        .containsExactly("[1, 1000.4, 300.0, 306.0, 141.5, 4.0, null]", "[2, 1000.1, 301.0, 301.0, null, null, 3.0]");
  }

  @Test
  void theCadenceOfOneLegIsDoubled() {
    site.publish(StravaSite.run(1, "2026-11-10T06:00:00Z"));

    poll();

    assertThat(longrun.value("select avg_cadence_spm from main_log")).isEqualTo(176.0);
  }

  @Test
  void theFalseZOfTheLocalTimeIsNotBelieved() {
    ObjectNode run = StravaSite.run(1, "2026-11-10T23:30:00Z").put("start_date_local", "2026-11-11T00:30:00Z");
    site.publish(run);

    poll();

    assertThat(longrun.rows("select run_date, started_at from main_log"))
        .containsExactly(Map.of("run_date", "2026-11-11", "started_at", "2026-11-10T23:30:00Z"));
  }

  @Test
  void anEmptyPositionIsNoneAndSummerTimeIsInTheOffset() {
    ObjectNode run = StravaSite.run(1, "2026-07-10T06:00:00Z").put("utc_offset", 7200.0).put("trainer", true);
    run.putArray("start_latlng");
    run.remove("elev_high");
    run.put("total_elevation_gain", 0);
    site.publish(run);

    poll();

    assertThat(longrun.rows("select utc_offset_s, sport, latitude, longitude, elevation_gain_m from main_log").get(0))
        .containsEntry("utc_offset_s", 7200)
        .containsEntry("sport", "treadmill")
        .containsEntry("latitude", null)
        .containsEntry("longitude", null)
        .containsEntry("elevation_gain_m", null);
  }

  @Test
  void effortCommentRaceAndShoeComeFromTheDetailAndTheShoeIsAskedForOnce() {
    for (int day = 1; day <= 3; day++) {
      ObjectNode race = StravaSite.run(day, "2026-11-0" + day + "T06:00:00Z").put("workout_type", 1).put("gear_id", "g77");
      site.publish(race.put("perceived_exertion", 7.0).put("description", "windy"));
    }
    site.answer("/api/v3/gear/g77", okJson("{\"id\":\"g77\",\"name\":\"Saucony Ride 15\",\"brand_name\":\"Saucony\",\"model_name\":\"Ride 15\"}"));

    poll();

    assertThat(longrun.rows("select distinct effort, comment, is_race, shoe.name, brand, model, strava_gear_id from main_log join shoe using (shoe_id)"))
        .singleElement()
        .satisfies(row -> assertThat(row.values().toString()).isEqualTo("[7.0, windy, 1, Saucony Ride 15, Saucony, Ride 15, g77]"));
    assertThat(site.requests("/api/v3/gear/g77")).hasSize(1);
  }

  @Test
  void wattsThatTheSiteMadeUpAreNotBelieved() {
    site.publish(StravaSite.run(1, "2026-11-10T06:00:00Z").put("device_watts", false));

    poll();

    assertThat(longrun.value("select avg_power_w from main_log")).isNull();
  }

  @Test
  void onlyRunsEnterTheLog() {
    site.publish(StravaSite.run(1, "2026-11-10T06:00:00Z").put("sport_type", "Ride").put("type", "Ride"))
        .publish(StravaSite.run(2, "2026-11-11T06:00:00Z").put("sport_type", "TrailRun"))
        .publish(StravaSite.run(3, "2026-11-12T06:00:00Z").put("sport_type", "VirtualRun"));

    poll();

    assertThat(longrun.rows("select strava_activity_id as id, sport from main_log order by id"))
        .containsExactly(Map.of("id", 2, "sport", "trail"), Map.of("id", 3, "sport", "virtual"));
  }

  @Test
  void pollingTwiceChangesNothing() {
    site.publish(StravaSite.run(1, "2026-11-19T06:00:00Z")).publish(StravaSite.run(2, "2026-11-10T06:00:00Z"));
    poll();
    var before = longrun.rows("select * from main_log order by started_at");

    poll();

    assertThat(longrun.rows("select * from main_log order by started_at")).isEqualTo(before);
    assertThat(site.requests("/api/v3/activities/2")).hasSize(1);
  }

  @Test
  void aCorrectionALateEffortAndADeletionAreFollowed() {
    ObjectNode late = StravaSite.run(1, "2026-11-19T06:00:00Z");
    ObjectNode corrected = StravaSite.run(2, "2026-11-16T06:00:00Z");
    site.publish(late).publish(corrected).publish(StravaSite.run(3, "2026-11-17T06:00:00Z"));
    poll();
    site.publish(late.put("perceived_exertion", 4)).publish(corrected.put("name", "Hills"));
    site.delete(3);

    poll();

    assertThat(longrun.rows("select strava_activity_id as id, name, effort from main_log order by id"))
        .extracting(row -> row.values().toString())
        .containsExactly("[1, Morning run, 4.0]", "[2, Hills, null]");
  }

  @Test
  void aListThatShowsOnlyAPartDeletesNothing() {
    site.publish(StravaSite.run(1, "2026-11-16T06:00:00Z")).publish(StravaSite.run(2, "2026-11-17T06:00:00Z"));
    poll();
    site.unlist(1);

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
  }

  @Test
  void aListThatIsNotThereDeletesNothingAndIsNoSuccess() {
    site.publish(StravaSite.run(1, "2026-11-16T06:00:00Z"));
    poll();
    site.answer(StravaSite.LIST, com.github.tomakehurst.wiremock.client.WireMock.aResponse().withStatus(404));

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(1);
    assertThat(longrun.value("select last_error from sync_state where source = 'strava'")).asString().contains("with nothing");
  }

  @Test
  void allPagesOfTheFirstPollAreRead() {
    for (int i = 0; i < 401; i++) {
      site.publish(StravaSite.run(1000 + i, java.time.LocalDate.parse("2025-06-01").plusDays(i) + "T06:00:00Z"));
    }
    // A new application's quota would stop the poll: here the site names a larger one with its token answers' neighbours.
    StravaQuota generous = new StravaQuota("2026-11-20T12:00:00Z", 10_000, 0, 10_000, 0);
    longrun.bean("syncStates", dev.longrun.log.record.SyncStates.class).quota(dev.longrun.log.Source.STRAVA, generous.json());

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(401);
    assertThat(longrun.value("select backfill_completed_at from sync_state where source = 'strava'")).isNotNull();
  }

  @Test
  void aFullPollFindsWhatChangedLongAgo() {
    site.publish(StravaSite.run(1, "2026-03-01T06:00:00Z")).publish(StravaSite.run(2, "2026-11-17T06:00:00Z"));
    poll();
    site.publish(StravaSite.run(1, "2026-03-01T06:00:00Z").put("name", "City race"));
    poll();
    assertThat(longrun.value("select name from main_log where strava_activity_id = 1")).isEqualTo("Morning run");

    longrun.call("poll-strava", "full", true);

    assertThat(longrun.value("select name from main_log where strava_activity_id = 1")).isEqualTo("City race");
  }

  @Test
  void underSevenDaysOnlyTheLastWeekIsFetchedAndWhatIsOlderIsErased(@TempDir Path other) throws Exception {
    var settings = site.settings();
    settings.put("STRAVA_DATA_USE", "seven-days");
    site.publish(StravaSite.run(1, "2026-11-12T06:00:00Z")).publish(StravaSite.run(2, "2026-11-14T06:00:00Z"));
    try (LongrunUnderTest now = LongrunUnderTest.start(other, settings)) {
      now.call("poll-strava");
      assertThat(now.rows("select strava_activity_id as id, counted from main_log")).containsExactly(Map.of("id", 2, "counted", 0));
      assertThat(site.requests("/api/v3/activities/1")).isEmpty();
    }
    settings.put("LONGRUN_CLOCK", "2026-11-22T12:00:00Z");
    try (LongrunUnderTest later = LongrunUnderTest.start(other, settings)) {
      later.call("poll-strava");
      assertThat(later.rows("select * from main_log")).isEmpty();
      assertThat(later.rows("select * from source_record")).isEmpty();
    }
  }

  @Test
  void takingBackTheChoiceOfSevenDaysKeepsNothingLonger(@TempDir Path other) throws Exception {
    var settings = site.settings();
    settings.put("STRAVA_DATA_USE", "seven-days");
    site.publish(StravaSite.run(2, "2026-11-14T06:00:00Z"));
    try (LongrunUnderTest now = LongrunUnderTest.start(other, settings)) {
      now.call("poll-strava");
      assertThat(now.rows("select * from main_log")).hasSize(1);
    }
    settings.remove("STRAVA_DATA_USE");
    settings.put("LONGRUN_CLOCK", "2026-11-22T12:00:00Z");
    try (LongrunUnderTest later = LongrunUnderTest.start(other, settings)) {
      later.call("poll-strava");
      assertThat(later.rows("select * from main_log")).isEmpty();
      assertThat(later.rows("select * from source_record")).isEmpty();
    }
  }

  @Test
  void withoutAChoiceAboutItsDataStravaIsNotAsked(@TempDir Path other) throws Exception {
    var settings = site.settings();
    settings.remove("STRAVA_DATA_USE");
    try (LongrunUnderTest undecided = LongrunUnderTest.start(other, settings)) {
      undecided.call("poll-strava");
    }

    assertThat(site.web.getAllServeEvents()).isEmpty();
  }

  private static void poll() {
    longrun.call("poll-strava");
  }
}
