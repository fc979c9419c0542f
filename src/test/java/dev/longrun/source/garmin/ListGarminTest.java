package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a poll goes through Garmin's list of activities, and what it makes of what is there no more. */
class ListGarminTest extends GarminUnderTest {
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
  void anErrorInTheShapeOfAnObjectIsNoEmptyList() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));
    site.answer(GarminSite.LIST, okJson("{\"message\":\"try later\"}"));

    poll();

    assertThat(state("backfill_completed_at")).isNull();
    assertThat(state("last_error")).asString().contains("something else than the list");
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
