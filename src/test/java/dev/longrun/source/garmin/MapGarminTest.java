package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Garmin says of one activity, as it stands in the log. */
class MapGarminTest extends GarminUnderTest {
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
}
