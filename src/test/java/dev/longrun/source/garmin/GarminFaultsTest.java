package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What Garmin does when it does not do what it should, and what becomes of it. */
class GarminFaultsTest extends GarminUnderTest {
  private static final String DETAIL = "/activity-service/activity/2";

  // The program remembers which tokens were refused, and the tests share one program: each has tokens of its own.
  private final String second = GarminSite.token(Instant.parse("2099-01-01T00:00:00Z"), "second-" + System.nanoTime());

  /** One run is in the log, another one waits at the site. */
  @BeforeEach
  void oneKnownAndOneNewRun() {
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00"));
    poll();
    site.publish(GarminSite.run(2, "2026-11-11T06:00:00"));
    site.web.resetRequests();
  }

  @Test
  void aFileThatHoldsAnotherKindOfLoginIsSaidToBeOne() throws Exception {
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), "{\"oauth_token\": \"x\"}");

    poll();

    assertThat(state("action_needed")).asString().contains("holds no login of python-garminconnect").doesNotContain("no longer accepts");
    assertThat(site.web.getAllServeEvents()).isEmpty();
  }

  @Test
  void aRefusedConnectionIsTriedThreeTimesAndEndsThePollQuietly() {
    site.answer(GarminSite.LIST, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    poll();

    assertThat(site.requests(GarminSite.LIST).size()).as("three tries, each with the second one of Java's own client").isEqualTo(6);
    assertThat(state("last_error")).asString().startsWith("Garmin could not be reached");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void anAnswerThatDoesNotComeInTimeEndsThePollQuietly() {
    site.answer(GarminSite.LIST, okJson("[]").withFixedDelay(800));

    poll();

    assertThat(state("last_error")).isEqualTo("Garmin did not answer in time.");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void troubleThatPassesIsNotNoticed() {
    site.web.stubFor(
        get(urlPathEqualTo(DETAIL)).atPriority(0).inScenario("trouble").whenScenarioStateIs(Scenario.STARTED).willSetStateTo("over")
            .willReturn(aResponse().withStatus(502)));

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
    assertThat(state("last_error")).isNull();
  }

  @Test
  void troubleThatLastsEndsThePollQuietly() {
    site.answer(GarminSite.LIST, aResponse().withStatus(500));

    poll();

    assertThat(site.requests(GarminSite.LIST)).hasSize(3);
    assertThat(state("last_error")).isEqualTo("Garmin has trouble of its own (status 500).");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void aWebPageInsteadOfDataIsExplained() {
    site.answer(GarminSite.LIST, ok("<html>Sign in to the hotel network</html>").withHeader("Content-Type", "text/html"));

    poll();

    assertThat(state("last_error")).asString().contains("web page instead of data");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void anEmptyAnswerIsNoEmptyList() {
    site.answer(GarminSite.LIST, okJson(""));

    poll();

    assertThat(state("last_error")).isEqualTo("Garmin sent an empty answer.");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void aListThatIsNotThereIsNoEmptyList() {
    site.answer(GarminSite.LIST, aResponse().withStatus(404));

    poll();

    assertThat(state("last_error")).asString().contains("list of activities with nothing");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void anAnswerThatIsCutOffIsExplained() {
    site.answer(GarminSite.LIST, okJson("[{\"activityId\": 1, \"activ"));

    poll();

    assertThat(state("last_error")).asString().contains("cut off or not JSON");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void aRequestToWaitIsObeyedByALaterPoll() {
    site.answer(DETAIL, aResponse().withStatus(429).withHeader("Retry-After", "7200"));

    poll();
    poll();

    assertThat(site.requests(DETAIL)).as("neither retried nor asked before the time").hasSize(1);
    assertThat(Instant.parse((String) state("blocked_until"))).isBetween("2026-11-20T14:00:00Z", "2026-11-20T14:05:00Z");
    assertThat(state("blocked_reason")).asString().contains("429");
    assertThat(longrun.rows("select * from put_aside")).isEmpty();
  }

  @Test
  void aNetworkThatGarminRefusesIsExplainedWithoutALoop() {
    site.answer(GarminSite.LIST, aResponse().withStatus(403).withHeader("Content-Type", "text/html").withBody("<html>Cloudflare</html>"));

    poll();

    assertThat(site.requests(GarminSite.LIST)).hasSize(1);
    assertThat(state("action_needed")).asString().contains("refuses this network");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void aRefusedTokenIsRefreshedAndTheRequestRepeatedOnce() {
    GarminSite.login(home, "refused-1", "refresh-1");
    site.answerRefresh(granted(second, "refresh-2"));
    site.web.stubFor(
        get(urlPathEqualTo(GarminSite.LIST)).atPriority(0).withHeader("Authorization", equalTo("Bearer refused-1"))
            .willReturn(aResponse().withStatus(401)));

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
    assertThat(site.requests(GarminSite.TOKEN)).hasSize(1);
    assertThat(state("action_needed")).isNull();
  }

  @Test
  void aTokenThatIsRefusedEvenAfterARefreshNeedsTheRunner() {
    GarminSite.login(home, "refused-2", "refresh-1");
    site.answerRefresh(granted(second, "refresh-2"));
    site.answer(GarminSite.LIST, aResponse().withStatus(401));

    poll();

    assertThat(site.requests(GarminSite.LIST)).hasSize(2);
    assertThat(state("action_needed")).asString().contains("connect again");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void theNewPairIsOnDiskWithModeOwnerOnlyBeforeTheNewTokenIsUsed() throws Exception {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T12:10:00Z"), "ending"), "refresh-1");
    site.answerRefresh(granted(second, "refresh-2"));
    // The first request with the new token dies: by then the new pair must be safe.
    site.answer(GarminSite.LIST, aResponse().withFault(Fault.EMPTY_RESPONSE));

    poll();

    Path file = home.resolve("tokens/garmin_tokens.json");
    assertThat(site.requests(GarminSite.TOKEN)).singleElement().satisfies(request ->
        assertThat(request.getBodyAsString()).isEqualTo("grant_type=refresh_token&client_id=APP_2025Q2&refresh_token=refresh-1"));
    assertThat(Files.readString(file)).contains(second, "refresh-2", "APP_2025Q2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no leftovers").extracting(left -> left.getFileName().toString())
          .containsExactlyInAnyOrder("garmin_tokens.json", ".garmin_tokens.json.lock");
    }
  }

  @Test
  void aNewPairThatTheDiskRefusesIsWrittenAtTheNextPoll() throws Exception {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T11:00:00Z"), "ended"), "refresh-1");
    site.answerRefresh(granted(second, "refresh-2"));
    Path folder = home.resolve("tokens");
    Path away = home.resolve("tokens-away");
    // Between the site's grant and the write, a file takes the folder's place: a disk that refuses, even for root.
    AtomicBoolean refuses = new AtomicBoolean(true);
    site.web.addMockServiceRequestListener(
        (request, response) -> {
          if (request.getUrl().startsWith(GarminSite.TOKEN) && refuses.getAndSet(false)) {
            try {
              Files.move(folder, away);
              Files.createFile(folder);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    poll();
    assertThat(state("action_needed")).isNotNull();
    Files.delete(folder);
    Files.move(away, folder);

    poll();

    assertThat(site.requests(GarminSite.TOKEN)).as("the spent refresh token is not used again").hasSize(1);
    assertThat(Files.readString(folder.resolve("garmin_tokens.json"))).contains(second, "refresh-2");
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
  }

  @Test
  void anAnswerWithoutARefreshTokenKeepsTheOldOne() throws Exception {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T11:00:00Z"), "ended"), "refresh-1");
    site.answerRefresh(okJson("{\"access_token\":\"" + second + "\"}"));

    poll();

    assertThat(Files.readString(home.resolve("tokens/garmin_tokens.json"))).contains(second, "refresh-1");
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
  }

  @Test
  void aDeadLoginIsSaidToTheRunnerAndNotTriedAgain() {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T11:00:00Z"), "ended"), "refresh-dead");
    site.answerRefresh(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}"));

    poll();
    poll();

    assertThat(site.requests(GarminSite.TOKEN)).hasSize(1);
    assertThat(state("action_needed")).asString().contains("connect again").contains("another program").contains("garmin_tokens.json").doesNotContain("refresh-dead");
    nothingIsLostAndTheNextPollGoesOn();
  }

  @Test
  void aTokenServiceThatIsDownCostsNothingWhileTheTokenLasts() {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T12:10:00Z"), "ending"), "refresh-1");
    site.answerRefresh(aResponse().withStatus(503));

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
    assertThat(state("last_error")).isNull();
  }

  @Test
  void aTokenWhoseEndCannotBeReadIsUsedUntilItIsRefused() {
    GarminSite.login(home, "opaque", "refresh-1");

    poll();

    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
    assertThat(site.requests(GarminSite.TOKEN)).isEmpty();
  }

  @Test
  void aTokenFileThatIsNoneIsExplained() throws Exception {
    Files.writeString(home.resolve("tokens/garmin_tokens.json"), "secret, but not JSON", StandardCharsets.UTF_8);

    poll();

    assertThat(state("action_needed")).asString().contains("is not JSON").doesNotContain("secret");
  }

  @Test
  void noTokenReachesTheLogWhateverFails() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    Level before = root.getLevel();
    root.setLevel(Level.INFO);
    GarminSite.login(home, "secret-access", "secret-refresh");
    site.answerRefresh(okJson("{\"access_token\":\"secret-next\",\"refresh_token\":\"secret-later\"}"));
    for (ResponseDefinitionBuilder fault :
        List.of(aResponse().withStatus(401), aResponse().withStatus(500), aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), okJson("[{"))) {
      site.answer(GarminSite.LIST, fault);
      poll();
    }
    root.detachAppender(log);
    root.setLevel(before);

    assertThat(log.list).isNotEmpty().noneMatch(event -> everything(event).contains("secret-"));
    assertThat(longrun.rows("select * from sync_state").toString()).doesNotContain("secret-");
  }

  private static String everything(ILoggingEvent event) {
    return event.getFormattedMessage() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private static void nothingIsLostAndTheNextPollGoesOn() {
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(1);
    site.clear();
    site.publish(GarminSite.run(1, "2026-11-10T06:00:00")).publish(GarminSite.run(2, "2026-11-11T06:00:00"));
    site.settings(home);
    poll();
    assertThat(longrun.value("select count(*) from main_log")).isEqualTo(2);
    assertThat(longrun.rows("select last_error, action_needed from sync_state").get(0).values()).containsOnlyNulls();
  }

  private static ResponseDefinitionBuilder granted(String token, String refreshToken) {
    return okJson("{\"access_token\":\"" + token + "\",\"refresh_token\":\"" + refreshToken + "\",\"token_type\":\"bearer\",\"expires_in\":65000}");
  }

  @Test
  void aDatabaseThatRefusesARunIsNoFaultOfGarminsAndTheRunComesWithTheNextPoll() {
    site.publish(GarminSite.run(20000000001L, "2026-11-10T06:00:00"));
    Jdbi writer = longrun.service().database().writing();
    writer.useHandle(
        handle -> handle.execute("create trigger disk_full before insert on main_log begin select raise(abort, 'database or disk is full'); end"));
    poll();
    assertThat(longrun.rows("select * from put_aside")).isEmpty();
    assertThat(longrun.value("select last_error from sync_state where source = 'garmin'").toString()).contains("The database could not take in");

    writer.useHandle(handle -> handle.execute("drop trigger disk_full"));
    poll();
    assertThat(longrun.rows("select garmin_activity_id as id from main_log")).extracting("id").contains(20000000001L);
  }
}
