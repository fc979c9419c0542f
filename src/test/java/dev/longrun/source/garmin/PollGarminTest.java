package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollGarminTest extends GarminUnderTest {
  @Test
  void everyRunOfTheListIsLoadedInTheRightUnits() {
    site.publish(GarminSite.run(20000000001L, "2026-11-10T06:00:00"));

    poll();

    Map<String, Object> run = longrun.rows("select * from main_log").get(0);
    assertThat(run)
        .containsEntry("run_date", "2026-11-10")
        .containsEntry("started_at", "2026-11-10T06:00:00Z")
        .containsEntry("utc_offset_s", 3600)
        .containsEntry("garmin_activity_id", 20000000001L)
        .containsEntry("sport", "road")
        .containsEntry("distance_m", 10000.0)
        .containsEntry("moving_s", 3000.0)
        .containsEntry("elapsed_s", 3060.0)
        .containsEntry("avg_hr_bpm", 150.0)
        .containsEntry("avg_power_w", 250.0)
        .containsEntry("elevation_gain_m", 40.0)
        .containsEntry("elevation_loss_m", 42.0)
        .containsEntry("latitude", 53.55)
        .containsEntry("place", "Hamburg");
    assertThat(longrun.rows("select km, distance_m, moving_s, elapsed_s, avg_hr_bpm from split_log order by km"))
        .hasSize(10)
        .first()
        .isEqualTo(Map.of("km", 1, "distance_m", 1000.0, "moving_s", 300.0, "elapsed_s", 306.0, "avg_hr_bpm", 141.0));
  }

  @Test
  void aListThatDoesNotSayWhatTheActivitiesAreTakesNoRunOutOfTheLog() {
    site.publish(GarminSite.run(20000000001L, "2026-11-10T06:00:00"));
    poll();

    site.answer(GarminSite.LIST, okJson("[{\"activityId\": 20000000001}]"));
    poll();

    assertThat(longrun.rows("select distance_m from main_log")).containsExactly(Map.of("distance_m", 10000.0));
  }

  @Test
  void anActivityThatIsListedWithoutADetailIsLoadedAsItIsListed() {
    site.publish(GarminSite.run(20000000001L, "2026-11-10T06:00:00"));
    site.answer("/activity-service/activity/20000000001", aResponse().withStatus(404));

    poll();

    assertThat(longrun.rows("select distance_m, moving_s, garmin_activity_id from main_log"))
        .containsExactly(Map.of("distance_m", 10000.0, "moving_s", 3000.0, "garmin_activity_id", 20000000001L));
  }

  @Test
  void cadenceOfBothFeetIsNotDoubledAgain() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));

    poll();

    assertThat(longrun.value("select avg_cadence_spm from main_log")).isEqualTo(176.0);
    assertThat(longrun.value("select avg_cadence_spm from split_log where km = 1")).isEqualTo(176.0);
  }

  @Test
  void theZoneIdOfTheSiteIsNotBelieved() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));

    poll();

    assertThat(longrun.value("select timezone from main_log")).isNull();
  }

  @Test
  void absentKeysAreMissingValuesAndNeverZero() {
    ObjectNode treadmill = GarminSite.run(1, "2026-11-10T06:00:00");
    treadmill.putObject("activityTypeDTO").put("typeId", 18).put("typeKey", "treadmill_running").put("parentTypeId", 1);
    ((ObjectNode) treadmill.path("summaryDTO")).remove(List.of("averageHR", "averagePower", "elevationGain", "startLatitude", "startLongitude"));
    treadmill.remove("locationName");
    site.publish(treadmill, null, "[]");

    poll();

    assertThat(longrun.rows("select sport, avg_hr_bpm, avg_power_w, elevation_gain_m, latitude, longitude, place, effort, feel from main_log"))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.get("sport")).isEqualTo("treadmill");
              assertThat(run.values().stream().filter(value -> value != null)).hasSize(1);
            });
  }

  @Test
  void pollingTwiceChangesNothing() {
    site.publish(GarminSite.run(1, "2026-11-19T06:00:00")).publish(GarminSite.run(2, "2026-11-10T06:00:00"));
    poll();
    var before = longrun.rows("select * from main_log order by started_at");

    poll();

    assertThat(longrun.rows("select * from main_log order by started_at")).isEqualTo(before);
    assertThat(site.requests("/activity-service/activity/2")).as("an old run is not read again").hasSize(1);
  }

  @Test
  void aValueCorrectedAtTheSiteLaterIsCorrectedInTheLog() {
    site.publish(GarminSite.run(1, "2026-11-16T06:00:00"));
    poll();
    ObjectNode corrected = GarminSite.run(1, "2026-11-16T06:00:00").put("activityName", "Hill repeats");
    ((ObjectNode) corrected.path("summaryDTO")).put("distance", 10100.0);
    site.publish(corrected);

    poll();

    assertThat(longrun.rows("select name, distance_m from main_log")).containsExactly(Map.of("name", "Hill repeats", "distance_m", 10100.0));
  }

  @Test
  void feelAndEffortEnteredWithinTwoDaysArrive() {
    ObjectNode run = GarminSite.run(1, "2026-11-19T06:00:00");
    site.publish(run);
    poll();
    ((ObjectNode) run.path("summaryDTO")).put("directWorkoutFeel", 75).put("directWorkoutRpe", 60);
    site.publish(run);

    poll();

    assertThat(longrun.rows("select feel, effort from main_log")).containsExactly(Map.of("feel", 4, "effort", 6.0));
  }

  @Test
  void feelingVeryWeakIsAnAnswerAndNoEffortIsNone() {
    ObjectNode run = GarminSite.run(1, "2026-11-19T06:00:00");
    ((ObjectNode) run.path("summaryDTO")).put("directWorkoutFeel", 0).put("directWorkoutRpe", 0);
    site.publish(run);

    poll();

    assertThat(longrun.value("select feel from main_log")).isEqualTo(1);
    assertThat(longrun.value("select effort from main_log")).isNull();
  }

  @Test
  void onlyRunningTypesEnterTheLogWhateverTheirId() {
    ObjectNode ride = GarminSite.run(1, "2026-11-10T06:00:00");
    ride.putObject("activityTypeDTO").put("typeId", 2).put("typeKey", "cycling").put("parentTypeId", 17);
    ObjectNode ultra = GarminSite.run(2, "2026-11-11T06:00:00");
    ultra.putObject("activityTypeDTO").put("typeId", 9999).put("typeKey", "a_new_kind").put("parentTypeId", 1);
    ObjectNode trail = GarminSite.run(3, "2026-11-12T06:00:00");
    trail.putObject("activityTypeDTO").put("typeId", 6).put("typeKey", "trail_running").put("parentTypeId", 1);
    site.publish(ride).publish(ultra).publish(trail);

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id, sport from main_log order by id"))
        .containsExactly(Map.of("id", 2, "sport", "road"), Map.of("id", 3, "sport", "trail"));
  }

  @Test
  void aRunThatBecomesARideLeavesTheLog() {
    ObjectNode run = GarminSite.run(1, "2026-11-16T06:00:00");
    site.publish(run).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    run.putObject("activityTypeDTO").put("typeId", 2).put("typeKey", "cycling").put("parentTypeId", 17);
    site.publish(run);

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).containsExactly(Map.of("id", 2));
  }

  @Test
  void aRunDeletedAtTheSiteLeavesTheLogButAnEmptyListDeletesNothing() {
    site.publish(GarminSite.run(1, "2026-11-16T06:00:00")).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    site.delete(1);
    poll();
    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).containsExactly(Map.of("id", 2));

    site.delete(2);
    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).containsExactly(Map.of("id", 2));
  }

  @Test
  void aListThatShowsOnlyAPartDeletesNothing() {
    site.publish(GarminSite.run(1, "2026-11-16T06:00:00")).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    site.unlist(1);

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
  }

  @Test
  void aRunDatedInTheFutureHidesNoLaterOne() {
    site.publish(GarminSite.run(1, "2027-06-01T06:00:00")).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    site.publish(GarminSite.run(3, "2026-11-18T06:00:00"));

    poll();

    assertThat(longrun.rows("select 1 from main_log where garmin_activity_id = 3")).hasSize(1);
  }

  @Test
  void aDeletedRunThatComesBackIsInTheLogAgain() {
    site.publish(GarminSite.run(1, "2026-11-16T06:00:00")).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    site.delete(1);
    poll();
    site.publish(GarminSite.run(1, "2026-11-16T06:00:00"));

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log order by id")).containsExactly(Map.of("id", 1), Map.of("id", 2));
  }

  @Test
  void whatALongListMayHaveSkippedIsAskedForBeforeItIsTakenForDeleted() {
    for (int day = 0; day < 104; day++) {
      site.publish(GarminSite.run(1000 + day, java.time.LocalDate.parse("2026-07-01").plusDays(day) + "T06:00:00"));
    }
    poll();
    site.delete(1050);
    site.unlist(1060);

    longrun.call("poll-garmin", "full", true);

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(103);
    assertThat(longrun.rows("select 1 from main_log where garmin_activity_id = 1050")).isEmpty();
  }

  @Test
  void lapsThatAreNotKilometresBecomeKilometresFromTheStreamWhateverTheOrderOfItsColumns() {
    ObjectNode laps = GarminSite.object("{\"lapDTOs\": []}");
    laps.withArray("lapDTOs").add(GarminSite.lap(1, 1500, 450)).add(GarminSite.lap(2, 1000, 300));
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"), laps, "[]");
    // 2500 m at 5 m/s for the first kilometre and 2.5 m/s after it, with a pause of 60 s at 1500 m.
    site.answer(
        "/activity-service/activity/1/details",
        okJson(
            """
            {"metricDescriptors": [
               {"metricsIndex": 2, "key": "sumDistance", "unit": {"key": "meter", "factor": 100.0}},
               {"metricsIndex": 0, "key": "sumDuration", "unit": {"key": "second", "factor": 1000.0}},
               {"metricsIndex": 1, "key": "sumElapsedDuration", "unit": {"key": "second", "factor": 1000.0}},
               {"metricsIndex": 3, "key": "directHeartRate", "unit": {"key": "bpm", "factor": 1.0}},
               {"metricsIndex": 4, "key": "directRunCadence", "unit": {"key": "stepsPerMinute", "factor": 1.0}},
               {"metricsIndex": 5, "key": "directFractionalCadence", "unit": {"key": "stepsPerMinute", "factor": 1.0}}],
             "activityDetailMetrics": [
               {"metrics": [null, null, null, 90.0, null, null]},
               {"metrics": [0.0, 0.0, 0.0, 140.0, 84.0, 0.5]},
               {"metrics": [200.0, 200.0, 1000.0, 140.0, 84.0, 0.5]},
               {"metrics": [400.0, 400.0, 1500.0, 140.0, 84.0, 0.5]},
               {"metrics": [400.0, 460.0, 1500.0, 100.0, 84.0, 0.5]},
               {"metrics": [800.0, 860.0, 2500.0, 100.0, 84.0, 0.5]}]}"""));

    poll();

    assertThat(longrun.rows("select km, distance_m, moving_s, elapsed_s, avg_hr_bpm, avg_cadence_spm from split_log order by km"))
        .containsExactly(
            Map.of("km", 1, "distance_m", 1000.0, "moving_s", 200.0, "elapsed_s", 200.0, "avg_hr_bpm", 140.0, "avg_cadence_spm", 169.0),
            Map.of("km", 2, "distance_m", 1000.0, "moving_s", 400.0, "elapsed_s", 460.0, "avg_hr_bpm", 120.0, "avg_cadence_spm", 169.0),
            Map.of("km", 3, "distance_m", 500.0, "moving_s", 200.0, "elapsed_s", 200.0, "avg_hr_bpm", 100.0, "avg_cadence_spm", 169.0));
    assertThat(longrun.rows("select lap_no, distance_m, intensity from lap_log order by lap_no"))
        .containsExactly(
            Map.of("lap_no", 1, "distance_m", 1500.0, "intensity", "interval"),
            Map.of("lap_no", 2, "distance_m", 1000.0, "intensity", "interval"));
  }

  @Test
  void theShoeAndTheRaceArrive() {
    ObjectNode race = GarminSite.run(1, "2026-11-10T06:00:00");
    race.putObject("eventTypeDTO").put("typeId", 1).put("typeKey", "race");
    site.publish(
        race,
        GarminSite.kilometreLaps(),
        """
        [{"uuid": "aa", "gearTypeName": "Bike", "displayName": "Commuter"},
         {"uuid": "0f", "gearTypeName": "Shoes", "displayName": null, "customMakeModel": "Saucony Ride 15", "gearMakeName": "Other"}]""");

    poll();

    assertThat(longrun.rows("select is_race, shoe.name, garmin_gear_id from main_log join shoe using (shoe_id)"))
        .containsExactly(Map.of("is_race", 1, "name", "Saucony Ride 15", "garmin_gear_id", "0f"));
  }

  @Test
  void oneActivityThatCannotBeReadIsPutAsideAndTheOthersGoOn() {
    ObjectNode timeless = GarminSite.run(2, "2026-11-11T06:00:00");
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00")).publish(timeless).publish(GarminSite.run(3, "2026-11-12T06:00:00"));
    ((ObjectNode) timeless.path("summaryDTO")).put("startTimeGMT", "yesterday");
    site.answer("/activity-service/activity/2", okJson(timeless.toString()));

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log order by id")).containsExactly(Map.of("id", 1), Map.of("id", 3));
    assertThat(longrun.rows("select external_id, field, value from put_aside"))
        .containsExactly(Map.of("external_id", "2", "field", "startTimeGMT", "value", "yesterday"));
    assertThat(state("last_success_at")).isNotNull();
  }

  @Test
  void aDetailWithoutValuesIsPutAsideInsteadOfBeingHalfRead() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));
    site.answer("/activity-service/activity/1", okJson("{}"));

    poll();

    assertThat(longrun.rows("select * from main_log")).isEmpty();
    assertThat(longrun.rows("select field from put_aside")).containsExactly(Map.of("field", "summaryDTO"));
  }

  @Test
  void anErrorInTheShapeOfAnObjectIsNoEmptyList() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));
    site.answer(GarminSite.LIST, okJson("{\"message\":\"try later\"}"));

    poll();

    assertThat(state("backfill_completed_at")).isNull();
    assertThat(state("last_error")).asString().contains("something else than the list");
  }

  @Test
  void anActivityPutAsideIsReadWhenTheSiteHasMendedIt() {
    site.publish(GarminSite.run(1, "2026-09-10T06:00:00")).publish(GarminSite.run(2, "2026-11-12T06:00:00"));
    site.answer("/activity-service/activity/1", okJson("{\"activityId\": 1, \"summaryDTO\": {"));
    poll();
    assertThat(longrun.rows("select external_id from put_aside where resolved_at is null")).containsExactly(Map.of("external_id", "1"));
    site.publish(GarminSite.run(1, "2026-09-10T06:00:00"));

    poll();

    assertThat(longrun.rows("select 1 from main_log")).hasSize(2);
    assertThat(longrun.rows("select external_id from put_aside where resolved_at is null")).isEmpty();
  }

  @Test
  void theFirstPollWalksThroughAllPagesAndLaterOnesOnlyThroughTheOverlap() {
    for (int day = 0; day < 201; day++) {
      site.publish(GarminSite.run(1000 + day, java.time.LocalDate.parse("2026-01-01").plusDays(day) + "T06:00:00"));
    }
    poll();
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(201);
    assertThat(state("backfill_completed_at")).isNotNull();
    int pages = site.requests(GarminSite.LIST).size();

    poll();

    assertThat(site.requests(GarminSite.LIST)).hasSize(pages + 1);
  }

  @Test
  void aFirstSynchronisationThatWasInterruptedContinues() {
    for (int day = 1; day <= 9; day++) {
      site.publish(GarminSite.run(day, "2026-10-0" + day + "T06:00:00"));
    }
    for (int day = 1; day <= 4; day++) {
      site.answer("/activity-service/activity/" + day, aResponse().withStatus(503));
    }
    poll();
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(5);
    assertThat(state("backfill_completed_at")).isNull();
    assertThat(state("last_error")).asString().contains("503");
    for (int day = 1; day <= 4; day++) {
      site.publish(GarminSite.run(day, "2026-10-0" + day + "T06:00:00"));
    }

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(9);
    assertThat(state("backfill_completed_at")).isNotNull();
    assertThat(state("last_error")).isNull();
    assertThat(site.requests("/activity-service/activity/9")).as("what was read is not read again").hasSize(1);
  }

  @Test
  void nothingBeforeTheBackfillLimitIsLoaded() throws Exception {
    site.publish(GarminSite.run(1, "1999-12-30T06:00:00")).publish(GarminSite.run(2, "2026-10-01T06:00:00"));

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).containsExactly(Map.of("id", 2));
  }

  @Test
  void aFullPollFindsWhatChangedLongAgo() {
    site.publish(GarminSite.run(1, "2026-03-01T06:00:00")).publish(GarminSite.run(2, "2026-11-17T06:00:00"));
    poll();
    site.publish(GarminSite.run(1, "2026-03-01T06:00:00").put("activityName", "City race"));
    poll();
    assertThat(longrun.value("select name from main_log where garmin_activity_id = 1")).isEqualTo("Morning run");

    longrun.call("poll-garmin", "full", true);

    assertThat(longrun.value("select name from main_log where garmin_activity_id = 1")).isEqualTo("City race");
  }

  @Test
  void withoutALoginTheSourceIsOffAndQuiet() throws Exception {
    Files.delete(home.resolve("tokens/garmin_tokens.json"));

    poll();

    assertThat(site.web.getAllServeEvents()).isEmpty();
    assertThat(longrun.rows("select * from sync_state")).isEmpty();
  }
}
