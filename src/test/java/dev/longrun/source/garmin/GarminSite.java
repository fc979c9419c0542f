package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small Garmin Connect on loopback: activities with round numbers in the shapes of the real site. */
final class GarminSite implements AutoCloseable {
  static final String LIST = "/activitylist-service/activities/search/activities";
  static final String TOKEN = "/di-oauth2-service/oauth/token";

  final WireMockServer web =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new ListPage()));
  private final List<ObjectNode> listed = new ArrayList<>();

  GarminSite() {
    web.start();
    clear();
  }

  void clear() {
    web.resetAll();
    listed.clear();
    web.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404).withBody("{\"message\":\"HTTP 404 Not Found\"}")));
    web.stubFor(get(urlPathEqualTo(LIST)).atPriority(5).willReturn(aResponse().withTransformers("list")));
  }

  /** The settings of a program that talks to this site, with a login that lasts. */
  Map<String, String> settings(Path home) {
    login(home, token(Instant.parse("2099-01-01T00:00:00Z"), "first"), "refresh-1");
    return new TreeMap<>(Map.of("GARMIN_API_URL", web.baseUrl(), "GARMIN_AUTH_URL", web.baseUrl(), "LONGRUN_CLOCK", "2026-11-20T12:00:00Z"));
  }

  static void login(Path home, String token, String refreshToken) {
    try {
      Files.createDirectories(home.resolve("tokens"));
      Files.writeString(
          home.resolve("tokens/garmin_tokens.json"),
          "{\"di_token\":\"%s\",\"di_refresh_token\":\"%s\",\"di_client_id\":\"APP_2025Q2\"}".formatted(token, refreshToken));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JWT as Garmin's look from outside. */
  static String token(Instant end, String name) {
    String claims = "{\"exp\":" + end.getEpochSecond() + ",\"jti\":\"" + name + "\"}";
    return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
  }

  /** A 10 km run in 50 minutes with ten kilometre laps. Change what is returned, then call {@link #publish}. */
  static ObjectNode run(long id, String startTimeGmt) {
    return object(
        """
        {"activityId": %d, "activityName": "Morning run",
         "activityTypeDTO": {"typeId": 1, "typeKey": "running", "parentTypeId": 17},
         "eventTypeDTO": {"typeId": 9, "typeKey": "uncategorized"},
         "timeZoneUnitDTO": {"unitKey": "Asia/Dubai"},
         "summaryDTO": {"startTimeLocal": "%s", "startTimeGMT": "%s", "distance": 10000.0, "duration": 3000.0,
           "elapsedDuration": 3060.0, "averageHR": 150.0, "maxHR": 170.0, "averageRunCadence": 176.0, "averagePower": 250.0,
           "elevationGain": 40.0, "elevationLoss": 42.0, "startLatitude": 53.55, "startLongitude": 9.99},
         "locationName": "Hamburg"}"""
            .formatted(id, local(startTimeGmt), startTimeGmt + ".0"));
  }

  private static String local(String startTimeGmt) {
    return java.time.LocalDateTime.parse(startTimeGmt).plusHours(1) + ":00.0";
  }

  /** Ten laps of a kilometre in 300 s each. */
  static ObjectNode kilometreLaps() {
    ObjectNode splits = object("{\"lapDTOs\": []}");
    for (int lap = 1; lap <= 10; lap++) {
      splits.withArray("lapDTOs").add(lap(lap, 1000, 300));
    }
    return splits;
  }

  static ObjectNode lap(int index, double distanceM, double durationS) {
    return object(
        """
        {"lapIndex": %d, "distance": %s, "duration": %s, "elapsedDuration": %s, "averageHR": %d.0, "averageRunCadence": 176.0,
         "averagePower": 250.0, "elevationGain": 4.0, "elevationLoss": 4.2, "intensityType": "INTERVAL"}"""
            .formatted(index, distanceM, durationS, durationS + 6, 140 + index));
  }

  GarminSite publish(ObjectNode detail) {
    return publish(detail, kilometreLaps(), "[]");
  }

  /** Puts the activity on the list and answers for it. */
  GarminSite publish(ObjectNode detail, JsonNode splits, String gear) {
    String path = "/activity-service/activity/" + detail.path("activityId").asText();
    answer(path, okJson(detail.toString()));
    if (splits != null) {
      answer(path + "/splits", okJson(splits.toString()));
    }
    web.stubFor(
        get(urlPathEqualTo("/gear-service/gear/filterGear"))
            .withQueryParam("activityId", equalTo(detail.path("activityId").asText()))
            .willReturn(okJson(gear)));
    listed.removeIf(item -> item.path("activityId").equals(detail.path("activityId")));
    listed.add(listItem(detail));
    return this;
  }

  /** The site has forgotten the activity. */
  void delete(long id) {
    answer("/activity-service/activity/" + id, aResponse().withStatus(404));
    unlist(id);
  }

  /** The list skips the activity, although the site still has it. */
  void unlist(long id) {
    listed.removeIf(item -> item.path("activityId").asLong() == id);
  }

  void answer(String path, ResponseDefinitionBuilder answer) {
    web.stubFor(get(urlPathEqualTo(path)).atPriority(1).willReturn(answer));
  }

  void answerRefresh(ResponseDefinitionBuilder answer) {
    web.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(answer));
  }

  private static ObjectNode listItem(ObjectNode detail) {
    JsonNode summary = detail.path("summaryDTO");
    ObjectNode item = Json.MAPPER.createObjectNode();
    item.set("activityId", detail.path("activityId"));
    item.set("activityName", detail.path("activityName"));
    item.put("startTimeLocal", listTime(summary.path("startTimeLocal").asText()));
    item.put("startTimeGMT", listTime(summary.path("startTimeGMT").asText()));
    item.set("activityType", detail.path("activityTypeDTO"));
    item.set("eventType", detail.path("eventTypeDTO"));
    item.set("distance", summary.path("distance"));
    item.set("duration", summary.path("duration"));
    return item;
  }

  private static String listTime(String iso) {
    return iso.replace('T', ' ').replaceFirst("\\.\\d+$", "");
  }

  List<LoggedRequest> requests(String path) {
    return web.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(urlPathEqualTo(path)));
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

  /** Answers the list newest first by its parameters start and limit. */
  private final class ListPage implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      ArrayNode page = Json.MAPPER.createArrayNode();
      listed.stream()
          .sorted((one, other) -> other.path("startTimeGMT").asText().compareTo(one.path("startTimeGMT").asText()))
          .skip(Long.parseLong(event.getRequest().queryParameter("start").firstValue()))
          .limit(Long.parseLong(event.getRequest().queryParameter("limit").firstValue()))
          .forEach(page::add);
      return okJson(page.toString()).build();
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
