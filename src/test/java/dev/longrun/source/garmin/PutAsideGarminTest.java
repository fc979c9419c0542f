package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of Garmin's cannot be read, and what becomes of it. */
class PutAsideGarminTest extends GarminUnderTest {
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
  void aRunThatCouldNotBeReadYetKeepsItsDaysUnknownUntilTheNextPoll() {
    poll();
    longrun.service().database().writing()
        .useHandle(handle -> handle.execute("update sync_state set answered_until = '2026-11-09T12:00:00Z' where source = 'garmin'"));
    site.publish(GarminSite.run(1, "2026-11-19T06:00:00"));
    site.answer("/activity-service/activity/1", okJson("{\"activityId\": 1, \"summaryDTO\": {"));
    poll();
    assertThat(answeredUntil()).isEqualTo("2026-11-09T12:00:00Z");

    poll();

    assertThat(answeredUntil()).as("the second time it is the run's own fault").startsWith("2026-11-20");
  }

  private String answeredUntil() {
    return (String) longrun.value("select answered_until from sync_state where source = 'garmin'");
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
  void aFindingIsOverWhenTheSiteSaysAgainWhatTheLogHolds() {
    ObjectNode run = GarminSite.run(1, "2026-11-19T06:00:00");
    site.publish(run);
    poll();
    ObjectNode timeless = run.deepCopy();
    ((ObjectNode) timeless.path("summaryDTO")).put("startTimeGMT", "yesterday");
    site.answer("/activity-service/activity/1", okJson(timeless.toString()));
    poll();
    assertThat(unresolved()).containsExactly("1");
    site.publish(run);

    poll();

    assertThat(unresolved()).isEmpty();
  }

  @Test
  void aFindingThatStaysIsNotedOnceHoweverOftenTheRunIsRead() {
    ObjectNode racing = GarminSite.run(1, "2026-11-19T06:00:00");
    ((ObjectNode) racing.path("summaryDTO")).put("maxHR", 999.0);
    site.publish(racing);
    poll();
    var noted = longrun.rows("select * from put_aside");

    poll();

    assertThat(longrun.rows("select * from put_aside")).isEqualTo(noted);
    assertThat(unresolved()).containsExactly("1");
  }

  @Test
  void activitiesThatNeverGetBetterDoNotMakeTheSiteLookDead() {
    site.publish(GarminSite.run(5, "2026-11-12T06:00:00"));
    poll();
    for (int id = 1; id <= 4; id++) {
      site.publish(GarminSite.run(id, "2026-11-1" + (id + 3) + "T06:00:00"));
      site.answer("/activity-service/activity/" + id, aResponse().withStatus(500));
    }
    site.publish(GarminSite.run(6, "2026-11-13T06:00:00"));
    poll();
    assertThat(state("last_error")).as("so many in a row may be the site's own trouble").isNotNull();

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log order by id")).containsExactly(Map.of("id", 5), Map.of("id", 6));
    assertThat(unresolved()).containsExactly("1", "2", "3", "4");
    assertThat(state("last_error")).isNull();
  }

  @Test
  void whatIsMendedIsReadThoughMoreThatIsHopelessWaitsLonger() {
    site.publish(GarminSite.run(50, "2026-11-12T06:00:00"));
    for (int id = 1; id <= 15; id++) {
      site.publish(GarminSite.run(id, "2026-09-%02dT06:00:00".formatted(id)));
      site.answer("/activity-service/activity/" + id, okJson("{\"activityId\": " + id));
    }
    do {
      poll();
    } while (state("backfill_completed_at") == null);
    assertThat(unresolved()).hasSize(15);
    site.publish(GarminSite.run(5, "2026-09-05T06:00:00"));

    // Ten of fifteen have their turn at each poll: that one is left out of forty is less likely than a fault of the memory.
    for (int i = 0; i < 40 && unresolved().contains("5"); i++) {
      poll();
    }

    assertThat(longrun.rows("select 1 from main_log where garmin_activity_id = 5")).hasSize(1);
  }

  private static List<Object> unresolved() {
    return longrun.rows("select external_id from put_aside where resolved_at is null order by external_id").stream()
        .map(row -> row.get("external_id"))
        .toList();
  }
}
