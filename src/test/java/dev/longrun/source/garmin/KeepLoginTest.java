package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Renewing a login while nothing is polled. */
class KeepLoginTest extends GarminUnderTest {
  @Test
  void aLoginIsRenewedWithoutAPoll() {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T13:00:00Z"), "ending"), "refresh-keep");
    site.answerRefresh(okJson("{\"access_token\":\"%s\",\"refresh_token\":\"kept\",\"expires_in\":65000}".formatted(GarminSite.token(Instant.parse("2026-11-21T06:00:00Z"), "kept"))));

    longrun.call("keep-garmin-login");
    longrun.call("keep-garmin-login");

    assertThat(site.requests(GarminSite.TOKEN)).hasSize(1);
    assertThat(longrun.value("select refreshes from login where source = 'garmin'")).isEqualTo(1);
  }

  @Test
  void aLoginThatDiedMeanwhileIsSaidBeforeTheNextPoll() {
    GarminSite.login(home, GarminSite.token(Instant.parse("2026-11-20T11:00:00Z"), "ended"), "refresh-gone");
    site.answerRefresh(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}"));

    longrun.call("keep-garmin-login");

    assertThat(state("action_needed")).asString().contains("connect again");
  }
}
