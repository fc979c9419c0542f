package dev.longrun.demo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulatedSitesTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
  private static final SyntheticRunner RUNNER = SyntheticRunner.ofTheDemo(LAST_DAY);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static SimulatedGarmin garmin;
  private static SimulatedStrava strava;
  private static SimulatedOpenMeteo openMeteo;
  private static String garminAccess;
  private static String stravaAccess;

  @BeforeAll
  static void start() throws Exception {
    garmin = new SimulatedGarmin(RUNNER.runs(), NOW);
    strava = SimulatedStrava.generous(RUNNER.runs(), NOW);
    openMeteo = new SimulatedOpenMeteo(RUNNER.weather(), RUNNER.hoursWithoutWeather(), NOW);
    String refresh = JSON.readTree(garmin.tokenFile()).get("di_refresh_token").asText();
    garminAccess = json(refreshGarmin(refresh)).get("access_token").asText();
    stravaAccess = json(refreshStrava(strava, strava.refreshToken())).get("access_token").asText();
  }

  @AfterAll
  static void stop() {
    garmin.close();
    strava.close();
    openMeteo.close();
  }

  @Test
  void aRefreshTokenIsUsedUpByItsRefresh() throws Exception {
    try (SimulatedStrava other = SimulatedStrava.generous(RUNNER.runs(), NOW)) {
      String first = other.refreshToken();
      assertThat(refreshStrava(other, first).statusCode()).isEqualTo(200);
      assertThat(refreshStrava(other, first).statusCode()).isEqualTo(400);
    }
    String used = JSON.readTree(garmin.tokenFile()).get("di_refresh_token").asText().replaceAll("\\d+$", "0");
    assertThat(refreshGarmin(used).body()).contains("invalid_grant");
  }

  @Test
  void whoHasNoTokenIsRefusedAndAnUnknownPathIsNotFound() throws Exception {
    assertThat(get(garmin.address("/userprofile-service/socialProfile"), "nonsense").statusCode()).isEqualTo(401);
    assertThat(get(strava.address("/api/v3/athlete/activities"), "nonsense").statusCode()).isEqualTo(401);
    assertThat(get(garmin.address("/nonsense"), garminAccess).statusCode()).isEqualTo(404);
    assertThat(get(strava.address("/api/v3/nonsense"), stravaAccess).statusCode()).isEqualTo(404);
  }

  @Test
  void garminListsNewestFirstPageByPageWithRidesAmongTheRuns() throws Exception {
    JsonNode page = garminJson("/activitylist-service/activities/search/activities?start=0&limit=100");
    assertThat(page).hasSize(100);
    assertThat(page.get(0).get("startTimeLocal").asText()).startsWith("2026-11-22 ");
    assertThat(page.findValuesAsText("typeKey")).contains("running", "cycling");
    assertThat(page.get(0).has("directWorkoutFeel")).isFalse();
    assertThat(garminJson("/activitylist-service/activities/search/activities?start=5000&limit=100")).isEmpty();
    JsonNode day =
        garminJson("/activitylist-service/activities/search/activities?start=0&limit=9&startDate=2026-11-04&endDate=2026-11-04");
    assertThat(day).hasSize(2);
  }

  @Test
  void garminDetailHasWhatTheRunnerAnswered() throws Exception {
    SyntheticRun run = answered();
    JsonNode summary = garminJson("/activity-service/activity/" + run.garminId()).get("summaryDTO");
    assertThat(summary.get("directWorkoutRpe").asDouble()).isEqualTo(run.effort() * 10.0);
    assertThat(summary.get("directWorkoutFeel").asDouble()).isEqualTo((run.feel() - 1) * 25.0);
    assertThat(summary.get("duration").asDouble()).isEqualTo(run.movingS());
    assertThat(summary.get("startTimeGMT").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.0");
  }

  @Test
  void garminLapsAreKilometresExceptOfIntervalsWhoseStreamHasThem() throws Exception {
    SyntheticRun intervals = last(true);
    JsonNode laps = garminJson("/activity-service/activity/" + intervals.garminId() + "/splits").get("lapDTOs");
    assertThat(laps.findValuesAsText("intensityType")).contains("WARMUP", "INTERVAL", "RECOVERY", "COOLDOWN");
    JsonNode stream = garminJson("/activity-service/activity/" + intervals.garminId() + "/details?maxChartSize=20000");
    int column = -1;
    for (JsonNode descriptor : stream.get("metricDescriptors")) {
      column = descriptor.get("key").asText().equals("sumDistance") ? descriptor.get("metricsIndex").asInt() : column;
    }
    JsonNode rows = stream.get("activityDetailMetrics");
    assertThat(rows.get(rows.size() - 1).get("metrics").get(column).asDouble()).isCloseTo(intervals.distanceM(), within(0.05));
    JsonNode kilometres = garminJson("/activity-service/activity/" + last(false).garminId() + "/splits").get("lapDTOs");
    assertThat(kilometres.get(0).get("distance").asDouble()).isEqualTo(1000.0);
  }

  @Test
  void garminKnowsTheShoeOfARun() throws Exception {
    SyntheticRun run = RUNNER.runs().stream().filter(each -> each.shoe() != null && each.garminId() != null).findFirst().orElseThrow();
    JsonNode gear = garminJson("/gear-service/gear/filterGear?activityId=" + run.garminId());
    assertThat(gear.get(0).get("displayName").asText()).isEqualTo(run.shoe().title());
    assertThat(gear.get(0).get("uuid").asText()).matches("[0-9a-f]{32}");
    assertThat(garminJson("/gear-service/gear/filterGear?activityId=" + RUNNER.runs().get(0).garminId())).isEmpty();
  }

  @Test
  void stravaHasTheLastMonthsWithItsOwnTraps() throws Exception {
    JsonNode list = json(get(strava.address("/api/v3/athlete/activities?page=1&per_page=200"), stravaAccess));
    SyntheticRun newest = RUNNER.runs().get(RUNNER.runs().size() - 1);
    assertThat(list.get(0).get("id").asLong()).isEqualTo(newest.stravaId());
    assertThat(list.get(0).get("start_date_local").asText()).endsWith("Z").isNotEqualTo(list.get(0).get("start_date").asText());
    assertThat(list.get(0).get("average_cadence").asDouble()).isLessThan(100);
    assertThat(list).hasSizeBetween(80, 140);
    JsonNode detail = json(get(strava.address("/api/v3/activities/" + newest.stravaId()), stravaAccess));
    assertThat(detail.get("splits_metric")).hasSize(newest.kilometres().size());
    String later = "/api/v3/athlete/activities?after=" + newest.startedAt().minus(Duration.ofDays(3)).getEpochSecond();
    JsonNode oldestFirst = json(get(strava.address(later), stravaAccess));
    assertThat(oldestFirst.get(0).get("start_date").asText()).isLessThan(oldestFirst.get(1).get("start_date").asText());
  }

  @Test
  void strictStravaRefusesTheHundredAndFirstReadOfAQuarterOfAnHour() throws Exception {
    try (SimulatedStrava strict = SimulatedStrava.strict(RUNNER.runs(), NOW)) {
      String access = json(refreshStrava(strict, strict.refreshToken())).get("access_token").asText();
      URI address = strict.address("/api/v3/athlete");
      for (int i = 1; i <= 100; i++) {
        assertThat(get(address, access).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused = get(address, access);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("Rate Limit Exceeded");
      assertThat(refused.headers().firstValue("X-ReadRateLimit-Usage")).contains("101,101");
      assertThat(strict.calls()).containsEntry("over quota", 1);
    }
  }

  @Test
  void openMeteoAnswersHoursInUnixTimeWithNullsWhereThereAreNone() throws Exception {
    Instant without = RUNNER.hoursWithoutWeather().iterator().next();
    String date = LocalDate.ofInstant(without, ZoneOffset.UTC).toString();
    JsonNode hourly = weather("/v1/archive", date, "temperature_2m,dew_point_2m,wind_gusts_10m,precipitation").get("hourly");
    assertThat(hourly.get("time")).hasSize(24);
    int hour = without.atOffset(ZoneOffset.UTC).getHour();
    assertThat(hourly.get("time").get(hour).asLong()).isEqualTo(without.getEpochSecond());
    assertThat(hourly.get("temperature_2m").get(hour).isNull()).isTrue();
    assertThat(hourly.get("temperature_2m").get((hour + 1) % 24).isNumber()).isTrue();
  }

  @Test
  void theForecastIsALittleTooWarm() throws Exception {
    double forecast = weather("/v1/forecast", "2026-11-20", "temperature_2m").at("/hourly/temperature_2m/12").asDouble();
    double archive = weather("/v1/archive", "2026-11-20", "temperature_2m").at("/hourly/temperature_2m/12").asDouble();
    assertThat(forecast - archive).isCloseTo(SimulatedOpenMeteo.FORECAST_ERROR_C, within(0.051));
  }

  @Test
  void openMeteoRefusesWhatTheRealOneRefuses() throws Exception {
    assertThat(weather("/v1/archive", "2026-11-20", "nonsense").get("error").asBoolean()).isTrue();
    assertThat(weather("/v1/archive", "2026-12-20", "temperature_2m").get("reason").asText()).contains("out of allowed range");
    assertThat(weather("/v1/forecast", "2026-01-20", "temperature_2m").get("reason").asText()).contains("out of allowed range");
  }

  private static JsonNode weather(String path, String day, String hourly) throws Exception {
    String query =
        "?latitude=51.3&longitude=12.4&timezone=GMT&timeformat=unixtime&wind_speed_unit=ms&start_date=" + day + "&end_date=" + day
            + "&hourly=" + hourly;
    return json(get(openMeteo.address(path + query), ""));
  }

  private static SyntheticRun last(boolean intervals) {
    return RUNNER.runs().stream()
        .filter(run -> run.hasLapsOfItsOwn() == intervals && run.garminId() != null)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static SyntheticRun answered() {
    return RUNNER.runs().stream().filter(run -> run.effort() != null && run.feel() != null).findFirst().orElseThrow();
  }

  private static JsonNode garminJson(String path) throws Exception {
    return json(get(garmin.address(path), garminAccess));
  }

  private static HttpResponse<String> refreshGarmin(String token) throws Exception {
    String basic = Base64.getEncoder().encodeToString((SimulatedGarmin.CLIENT_ID + ":").getBytes());
    return send(
        HttpRequest.newBuilder(garmin.address("/di-oauth2-service/oauth/token"))
            .header("Authorization", "Basic " + basic)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=refresh_token&client_id=" + SimulatedGarmin.CLIENT_ID + "&refresh_token=" + token)));
  }

  private static HttpResponse<String> refreshStrava(SimulatedStrava site, String token) throws Exception {
    return send(
        HttpRequest.newBuilder(site.address("/oauth/token"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "client_id=" + SimulatedStrava.CLIENT_ID + "&client_secret=" + SimulatedStrava.CLIENT_SECRET
                        + "&grant_type=refresh_token&refresh_token=" + token)));
  }

  private static HttpResponse<String> get(URI address, String access) throws Exception {
    return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + access).GET());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }
}
