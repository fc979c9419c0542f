package dev.longrun.source.strava;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.longrun.LongrunUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Strava does when it does not do what it should, what it is spared, and what becomes of its tokens. Noon of 2026-11-20. */
class StravaFaultsTest {
  private static final String LAST = "/api/v3/activities/2";

  @TempDir Path home;
  private final StravaSite site = new StravaSite();
  private LongrunUnderTest longrun;

  @BeforeEach
  void start() throws Exception {
    site.publish(StravaSite.run(1, "2026-11-10T06:00:00Z")).publish(StravaSite.run(2, "2026-11-11T06:00:00Z"));
    longrun = LongrunUnderTest.start(home, site.settings());
  }

  @AfterEach
  void stop() {
    longrun.close();
    site.close();
  }

  @Test
  void everyFaultOfTheListEndsThePollQuietlyAndTheNextOneGoesOn() {
    for (ResponseDefinitionBuilder fault :
        List.of(
            aResponse().withStatus(500),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            okJson("[]").withFixedDelay(800),
            ok("<html>portal</html>").withHeader("Content-Type", "text/html"),
            ok(""),
            okJson("[{\"id\": 1, \"na"))) {
      longrun.forgetEverything();
      site.answer(StravaSite.LIST, fault);
      poll();
      assertThat(state("last_error")).asString().startsWith("Strava ");
      assertThat(longrun.rows("select * from main_log")).isEmpty();

      site.answer(StravaSite.LIST, aResponse().withTransformers("list"));
      poll();

      assertThat(longrun.rows("select * from main_log")).hasSize(2);
      assertThat(state("last_error")).isNull();
    }
  }

  @Test
  void theQuotaIsRespectedAheadOfTimeAndTheBackfillGoesOnLaterSayingWhenItWillBeDone() throws Exception {
    for (int day = 1; day <= 9; day++) {
      site.publish(StravaSite.run(10 + day, "2026-10-0" + day + "T06:00:00Z"));
    }
    // The fourth answer says that the quarter of an hour is used up: after two pages of the list and two activities.
    site.web.stubFor(
        get(urlPathEqualTo("/api/v3/activities/1")).atPriority(0)
            .willReturn(
                okJson(StravaSite.run(1, "2026-11-10T06:00:00Z").toString())
                    .withHeader("X-RateLimit-Limit", "200,2000").withHeader("X-RateLimit-Usage", "101,160")
                    .withHeader("X-ReadRateLimit-Limit", "100,1000").withHeader("X-ReadRateLimit-Usage", "100,150")));

    poll();
    poll();

    assertThat(longrun.rows("select strava_activity_id as id from main_log order by id")).extracting(row -> row.get("id")).containsExactly(1, 2);
    assertThat(site.requests("/api/v3/activities/19")).as("asked after the limit").isEmpty();
    assertThat(state("blocked_until")).isEqualTo("2026-11-20T12:15:00Z");
    assertThat(state("blocked_reason")).asString().contains("quota").contains("9 activities are still to be read").contains("goes on at 2026-11-20 13:15 and is done by about 2026-11-20 13:15");
    assertThat(state("last_error")).isNull();
    longrun.close();
    var later = site.settings();
    later.put("LONGRUN_CLOCK", "2026-11-20T12:16:00Z");
    longrun = LongrunUnderTest.start(home, later);

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(11);
    assertThat(state("backfill_completed_at")).isNotNull();
    assertThat(state("blocked_until")).isNull();
    assertThat(site.requests("/api/v3/activities/1")).as("what was read is not read again").hasSize(1);
  }

  @Test
  void theDaysQuotaIsWaitedForUntilMidnightUtc() {
    site.answer(
        LAST,
        okJson(StravaSite.run(2, "2026-11-11T06:00:00Z").toString())
            .withHeader("X-RateLimit-Limit", "200,2000").withHeader("X-RateLimit-Usage", "5,1200")
            .withHeader("X-ReadRateLimit-Limit", "100,1000").withHeader("X-ReadRateLimit-Usage", "5,1000"));

    poll();

    assertThat(state("blocked_until")).isEqualTo("2026-11-21T00:00:00Z");
  }

  @Test
  void aRequestToWaitIsNeitherRetriedNorForgotten() {
    site.answer(
        LAST,
        aResponse().withStatus(429).withBody("{\"errors\":\"Rate Limit Exceeded\",\"status\":429,\"message\":\"Too Many Requests\"}")
            .withHeader("X-RateLimit-Limit", "200,2000").withHeader("X-RateLimit-Usage", "200,300"));

    poll();
    poll();

    assertThat(site.requests(LAST)).hasSize(1);
    assertThat(state("blocked_until")).isEqualTo("2026-11-20T12:15:00Z");
  }

  @Test
  void anApplicationWithoutSubscriptionIsExplained() {
    site.answer(
        StravaSite.LIST,
        aResponse().withStatus(403).withBody(
            "{\"message\":\"Forbidden\",\"errors\":[{\"resource\":\"Application\",\"field\":\"Status\",\"code\":\"Inactive\"}]}"));

    poll();

    assertThat(site.requests(StravaSite.LIST)).hasSize(1);
    assertThat(state("action_needed")).asString().contains("subscription");
  }

  @Test
  void aRefusedTokenIsRefreshedOnceAndThenTheRunnerIsTold() {
    site.web.stubFor(
        get(urlPathEqualTo(StravaSite.LIST)).atPriority(0).withHeader("Authorization", equalTo("Bearer access-1")).willReturn(aResponse().withStatus(401)));
    poll();
    assertThat(site.requests(StravaSite.LIST)).hasSize(2);
    assertThat(state("action_needed")).asString().contains("STRAVA_REFRESH_TOKEN");

    site.answerRefresh(StravaSite.granted("access-2", "refresh-2", "2099-01-01T00:00:00Z"));
    poll();

    assertThat(longrun.rows("select * from main_log")).hasSize(2);
    assertThat(state("action_needed")).isNull();
  }

  @Test
  void aLoginWithoutTheRightToReadIsExplained() {
    site.answer(
        StravaSite.LIST,
        aResponse().withStatus(401).withBody(
            "{\"message\":\"Authorization Error\",\"errors\":[{\"resource\":\"AccessToken\",\"field\":\"activity:read_permission\",\"code\":\"missing\"}]}"));

    poll();

    assertThat(state("action_needed")).asString().contains("activity:read_all");
  }

  @Test
  void theNewPairIsOnDiskWithModeOwnerOnlyBeforeTheNewTokenIsUsed() throws Exception {
    site.answerRefresh(StravaSite.granted("access-1", "refresh-1", "2026-11-20T18:00:00Z"));
    site.answer(StravaSite.LIST, aResponse().withFault(Fault.EMPTY_RESPONSE));

    poll();

    Path file = home.resolve("tokens/strava_tokens.json");
    assertThat(Files.readString(file)).contains("access-1", "refresh-1").doesNotContain("refresh-0", "hush");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
    assertThat(site.requests(StravaSite.TOKEN)).singleElement().satisfies(request ->
        assertThat(request.getBodyAsString()).contains("client_id=123", "client_secret=hush", "refresh_token=refresh-0"));
  }

  @Test
  void laterRefreshesUseTheStoredTokenUntilTheSettingChanges() throws Exception {
    site.answerRefresh(StravaSite.granted("access-1", "refresh-1", "2026-11-20T12:05:00Z"));
    poll();
    assertThat(site.requests(StravaSite.TOKEN)).as("one refresh for the life of a token, however short").hasSize(1);
    longrun.close();
    site.web.resetRequests();
    var later = site.settings();
    later.put("LONGRUN_CLOCK", "2026-11-20T12:10:00Z");
    longrun = LongrunUnderTest.start(home, later);
    poll();
    assertThat(site.requests(StravaSite.TOKEN)).isNotEmpty().allSatisfy(request ->
        assertThat(request.getBodyAsString()).contains("refresh_token=refresh-1"));
    longrun.close();
    site.web.resetRequests();
    var changed = site.settings();
    changed.put("STRAVA_REFRESH_TOKEN", "refresh-of-a-new-login");
    longrun = LongrunUnderTest.start(home, changed);

    poll();

    assertThat(site.requests(StravaSite.TOKEN).get(0).getBodyAsString()).contains("refresh_token=refresh-of-a-new-login");
  }

  @Test
  void aDeadLoginIsSaidToTheRunnerAndNotTriedAgain() {
    site.answerRefresh(
        aResponse().withStatus(400).withBody("{\"message\":\"Bad Request\",\"errors\":[{\"resource\":\"RefreshToken\",\"field\":\"refresh_token\",\"code\":\"invalid\"}]}"));

    poll();
    poll();

    assertThat(site.requests(StravaSite.TOKEN)).hasSize(1);
    assertThat(state("action_needed")).asString().contains("STRAVA_REFRESH_TOKEN").doesNotContain("refresh-0", "hush");
  }

  @Test
  void anUnknownApplicationIsExplained() {
    site.answerRefresh(
        aResponse().withStatus(400).withBody("{\"message\":\"Bad Request\",\"errors\":[{\"resource\":\"Application\",\"field\":\"client_id\",\"code\":\"invalid\"}]}"));

    poll();

    assertThat(state("action_needed")).asString().contains("STRAVA_CLIENT_ID");
  }

  @Test
  void oneActivityThatCannotBeReadIsPutAsideAndTheOthersGoOn() {
    site.answer(LAST, okJson(StravaSite.run(2, "2026-11-11T06:00:00Z").put("start_date", "soon").toString()));

    poll();

    assertThat(longrun.rows("select strava_activity_id as id from main_log")).extracting(row -> row.get("id")).containsExactly(1);
    assertThat(longrun.rows("select external_id || ' ' || field || ' ' || value as noted from put_aside")).extracting(row -> row.get("noted"))
        .containsExactly("2 start_date soon");
    assertThat(state("last_success_at")).isNotNull();
  }

  @Test
  void theQuotaOfTheNextQuarterIsNotThatOfTheLast() {
    StravaQuota full = new StravaQuota("2026-11-20T12:14:59Z", 100, 100, 1000, 400);

    assertThat(full.fullUntil(Instant.parse("2026-11-20T12:14:59Z"))).contains(Instant.parse("2026-11-20T12:15:00Z"));
    assertThat(full.fullUntil(Instant.parse("2026-11-20T12:15:00Z"))).isEmpty();
    assertThat(full.through(1000, Instant.parse("2026-11-20T12:15:00Z"))).isEqualTo("2026-11-20T16:45:00Z");
    assertThat(full.through(3000, Instant.parse("2026-11-20T12:15:00Z"))).isEqualTo("2026-11-22T12:15:00Z");
  }

  private void poll() {
    longrun.call("poll-strava");
  }

  private Object state(String column) {
    return longrun.value("select " + column + " from sync_state where source = 'strava'");
  }
}
