package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an activity can do without, what one activity is refused, and whose activities these are. */
class SideCallsTest extends GarminUnderTest {
  private static final String SPLITS = "/activity-service/activity/1/splits";

  @Test
  void aSideCallThatFailsKeepsNoRunOutAndIsAskedAgainButNotForEver() {
    for (int status : List.of(400, 403, 500)) {
      beginAfresh();
      site.publish(GarminSite.run(1, "2026-10-10T06:00:00"));
      site.answer(SPLITS, aResponse().withStatus(status));
      for (int poll = 0; poll < 8; poll++) {
        poll();
      }
      assertThat(longrun.rows("select distance_m from main_log")).as("status %d", status).hasSize(1);
      assertThat(longrun.rows("select * from put_aside where resolved_at is null")).isEmpty();
      assertThat(state("action_needed")).isNull();
      assertThat(site.requests(SPLITS)).hasSizeBetween(2, 5);
    }
  }

  @Test
  void whatASideCallSaysLaterIsTakenIn() {
    site.publish(GarminSite.run(1, "2026-10-10T06:00:00"));
    site.answer(SPLITS, aResponse().withStatus(500));
    poll();
    assertThat(longrun.rows("select * from split_log")).isEmpty();

    site.answer(SPLITS, okJson(GarminSite.kilometreLaps().toString()));
    poll();

    assertThat(longrun.rows("select * from split_log")).hasSize(10);
  }

  @Test
  void aTokenThatEndsWhileASideCallIsMadeIsRenewedAndNobodyIsToldToConnect() {
    String fresh = "side-" + System.nanoTime();
    GarminSite.login(home, fresh, "refresh-side");
    site.publish(GarminSite.run(1, "2026-10-10T06:00:00"));
    site.web.stubFor(get(urlPathEqualTo(SPLITS)).atPriority(0).withHeader("Authorization", equalTo("Bearer " + fresh)).willReturn(aResponse().withStatus(401)));
    site.answerRefresh(okJson("{\"access_token\":\"%s-next\",\"refresh_token\":\"r\",\"expires_in\":65000}".formatted(fresh)));

    poll();

    assertThat(state("action_needed")).isNull();
    assertThat(longrun.rows("select * from split_log")).hasSize(10);
  }

  @Test
  void oneActivityThatIsRefusedIsPutAsideAndTheOthersGoOn() {
    site.publish(GarminSite.run(1, "2026-10-10T06:00:00")).publish(GarminSite.run(2, "2026-10-11T06:00:00"));
    site.answer("/activity-service/activity/2", aResponse().withStatus(403).withBody("{\"message\":\"forbidden\"}"));

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).extracting("id").containsExactly(1);
    assertThat(longrun.rows("select external_id, reason from put_aside")).singleElement()
        .satisfies(row -> assertThat(row.get("reason").toString()).contains("403").doesNotContain("connect"));
    assertThat(state("action_needed")).isNull();
  }

  @Test
  void theRunsOfStrangersAreNotTakenIn() {
    site.answer("/userprofile-service/socialProfile", okJson("{\"profileId\": 42, \"fullName\": \"Me\"}"));
    site.publish(GarminSite.run(1, "2026-10-10T06:00:00").put("userProfileId", 42));
    site.publish(GarminSite.run(2, "2026-10-11T06:00:00").put("userProfileId", 43));

    poll();

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).extracting("id").containsExactly(1);
    assertThat(longrun.rows("select field, value from put_aside").toString()).contains("owner").contains("43");
  }

  @Test
  void theLoginOfAnotherAccountIsRefusedBeforeAnythingIsLoadedOrTakenOut() {
    site.answer("/userprofile-service/socialProfile", okJson("{\"profileId\": 42}"));
    site.publish(GarminSite.run(1, "2026-10-10T06:00:00"));
    poll();
    site.clear();
    GarminSite.login(home, "other-account", "refresh-other-account");
    site.answer("/userprofile-service/socialProfile", okJson("{\"profileId\": 77, \"fullName\": \"Somebody Else\"}"));
    site.publish(GarminSite.run(9, "2026-10-12T06:00:00"));

    longrun.call("poll-garmin", "full", true);

    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).extracting("id").containsExactly(1);
    assertThat(state("action_needed")).asString().contains("another Garmin account").contains("Somebody Else");
    assertThat(site.requests(GarminSite.LIST)).isEmpty();
  }

  @Test
  void aKnownRunIsReadAgainDailyForTwoWeeksWithoutItsKilometres() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));
    poll();
    poll();
    assertThat(site.requests("/activity-service/activity/1")).hasSize(1);
    longrun.service().database().writing()
        .useHandle(handle -> handle.execute("update source_activity set read_at = '2026-11-19T06:00:00Z'"));

    poll();
    poll();

    assertThat(site.requests("/activity-service/activity/1")).hasSize(2);
    assertThat(site.requests(SPLITS)).hasSize(1);
  }

  @Test
  void aRunDatedInTheFutureIsPutAside() {
    site.publish(GarminSite.run(1, "2036-01-01T06:00:00"));

    poll();

    assertThat(longrun.rows("select * from main_log")).isEmpty();
    assertThat(longrun.rows("select reason from put_aside").toString()).contains("dated in the future");
  }

  @Test
  void aNumberSentAsTextIsReadAndNoTimeIsNotKnown() {
    var run = GarminSite.run(1, "2026-10-10T06:00:00");
    ((com.fasterxml.jackson.databind.node.ObjectNode) run.path("summaryDTO")).put("distance", "10000.0").put("averageHR", "151").put("duration", 0);
    site.publish(run);

    poll();

    assertThat(longrun.rows("select distance_m, avg_hr_bpm, moving_s from main_log").toString()).contains("10000.0").contains("151.0").contains("moving_s=null");
  }
}
