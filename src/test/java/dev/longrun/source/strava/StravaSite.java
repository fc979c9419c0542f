package dev.longrun.source.strava;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.longrun.source.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small Strava on loopback: runs with round numbers in the shapes of the real site. Its list is oldest first on purpose. */
final class StravaSite implements AutoCloseable {
  static final String LIST = "/api/v3/athlete/activities";
  static final String TOKEN = "/oauth/token";

  final WireMockServer web =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new ListPage()));
  private final List<ObjectNode> listed = new ArrayList<>();

  StravaSite() {
    web.start();
    clear();
  }

  void clear() {
    web.resetAll();
    listed.clear();
    web.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    web.stubFor(get(urlPathEqualTo(LIST)).atPriority(5).willReturn(aResponse().withTransformers("list")));
    answerRefresh(granted("access-1", "refresh-1", "2099-01-01T00:00:00Z"));
  }

  Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "STRAVA_API_URL", web.baseUrl() + "/api/v3",
            "STRAVA_AUTH_URL", web.baseUrl() + "/oauth",
            "STRAVA_CLIENT_ID", "123",
            "STRAVA_CLIENT_SECRET", "hush",
            "STRAVA_REFRESH_TOKEN", "refresh-0",
            "STRAVA_DATA_USE", "coach",
            "LONGRUN_CLOCK", "2026-11-20T12:00:00Z",
            "source.longest-silence", "500"));
  }

  static ResponseDefinitionBuilder granted(String token, String refreshToken, String end) {
    return okJson(
        "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":%d,\"expires_in\":21600}"
            .formatted(token, refreshToken, Instant.parse(end).getEpochSecond()));
  }

  /** 10 km in 50 minutes, in winter time of Berlin. Change what is returned, then call {@link #publish}. */
  static ObjectNode run(long id, String startDate) {
    return object(
        """
        {"id": %d, "name": "Morning run", "type": "Run", "sport_type": "Run", "distance": 10000, "moving_time": 3000,
         "elapsed_time": 3060, "total_elevation_gain": 40, "elev_high": 60.0, "elev_low": 20.0,
         "start_date": "%s", "start_date_local": "%s", "timezone": "(GMT+01:00) Europe/Berlin", "utc_offset": 3600.0,
         "trainer": false, "start_latlng": [53.55, 9.99], "average_cadence": 88.0, "average_watts": 250.0, "device_watts": true,
         "average_heartrate": 150.0, "max_heartrate": 170.0, "workout_type": null, "gear_id": null, "description": null,
         "perceived_exertion": null,
         "splits_metric": [
           {"split": 1, "distance": 1000.4, "moving_time": 300, "elapsed_time": 306, "elevation_difference": 4.0, "average_heartrate": 141.5},
           {"split": 2, "distance": 1000.1, "moving_time": 301, "elapsed_time": 301, "elevation_difference": -3.0}]}"""
            .formatted(id, startDate, startDate.replace("T0", "T1")));
  }

  StravaSite publish(ObjectNode run) {
    listed.removeIf(item -> item.path("id").equals(run.path("id")));
    listed.add(run.deepCopy());
    answer("/api/v3/activities/" + run.path("id").asText(), okJson(run.toString()));
    return this;
  }

  /** The list skips the activity, although the site still has it. */
  void unlist(long id) {
    listed.removeIf(item -> item.path("id").asLong() == id);
  }

  void delete(long id) {
    unlist(id);
    answer("/api/v3/activities/" + id, aResponse().withStatus(404));
  }

  void answer(String path, ResponseDefinitionBuilder answer) {
    web.stubFor(get(urlPathEqualTo(path)).atPriority(1).willReturn(answer));
  }

  void answerRefresh(ResponseDefinitionBuilder answer) {
    web.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(answer));
  }

  List<LoggedRequest> requests(String path) {
    return web.findAll(anyRequestedFor(urlPathEqualTo(path)));
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    web.stop();
  }

  /** Answers the list by its parameters: after and before in seconds, exclusive; pages from 1. */
  private final class ListPage implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      long after = number(event, "after", Long.MIN_VALUE);
      long before = number(event, "before", Long.MAX_VALUE);
      long perPage = number(event, "per_page", 30);
      ArrayNode page = Json.MAPPER.createArrayNode();
      listed.stream()
          .filter(item -> start(item) > after && start(item) < before)
          .sorted((one, other) -> Long.compare(start(one), start(other)))
          .skip((number(event, "page", 1) - 1) * perPage)
          .limit(perPage)
          .forEach(page::add);
      return okJson(page.toString()).build();
    }

    private long start(ObjectNode item) {
      return Instant.parse(item.path("start_date").asText()).getEpochSecond();
    }

    private long number(ServeEvent event, String name, long otherwise) {
      var parameter = event.getRequest().queryParameter(name);
      return parameter.isPresent() ? Long.parseLong(parameter.firstValue()) : otherwise;
    }

    @Override
    public String getName() {
      return "list";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }
}
