package dev.longrun.source.openmeteo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Activities;
import dev.longrun.log.Activity;
import dev.longrun.log.Source;
import dev.longrun.log.Sport;
import dev.longrun.log.TrainingLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is noon (UTC) of 2026-11-20. */
class EnrichWeatherTest {
  private static final String OLD = "2026-10-05";
  private static final String YOUNG = "2026-11-19";
  private static final WireMockServer WEB = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    WEB.start();
    longrun = LongrunUnderTest.start(home, settings("2026-11-20T12:00:00Z"));
  }

  private static Map<String, String> settings(String now) {
    return Map.of(
        "OPEN_METEO_FORECAST_URL", WEB.baseUrl() + "/v1/forecast",
        "OPEN_METEO_ARCHIVE_URL", WEB.baseUrl() + "/v1/archive",
        "LONGRUN_CLOCK", now,
        "source.longest-silence", "1000");
  }

  @AfterAll
  static void stop() {
    longrun.close();
    WEB.stop();
  }

  @BeforeEach
  void beginAfresh() {
    longrun.forgetEverything();
    WEB.resetAll();
  }

  @Test
  void everyHourOfTheRunHasItsWeatherWithTheRainOfThatHour() {
    run("1", OLD + "T07:20:00Z");
    archive(OLD);

    enrich();

    // The day's values are 100 + hour for rain and gusts, which are stated for the hour before.
    assertThat(longrun.rows("select hour_utc, temperature_c, precipitation_mm, wind_gust_ms, provisional from weather_log order by hour_utc"))
        .containsExactly(
            Map.of("hour_utc", OLD + "T07:00:00Z", "temperature_c", 7.0, "precipitation_mm", 108.0, "wind_gust_ms", 108.0, "provisional", 0),
            Map.of("hour_utc", OLD + "T08:00:00Z", "temperature_c", 8.0, "precipitation_mm", 109.0, "wind_gust_ms", 109.0, "provisional", 0));
  }

  @Test
  void theRainOfARunsLastHourBeforeMidnightComesFromTheNextDay() {
    run("1", OLD + "T22:30:00Z");
    archive(OLD);

    enrich();

    assertThat(requests("/v1/archive").get(0).queryParameter("end_date").firstValue()).isEqualTo("2026-10-06");
    assertThat(longrun.value("select precipitation_mm from weather_log where hour_utc = ?", OLD + "T23:00:00Z")).isEqualTo(124.0);
  }

  @Test
  void onlyCoordinatesRoundedToATenthOfADegreeLeaveTheMachine() {
    run("1", OLD + "T07:20:00Z", 53.5511, -9.9937, Sport.ROAD);
    archive(OLD);

    enrich();

    assertThat(requests("/v1/archive").get(0).getUrl()).contains("latitude=53.6&longitude=-10.0&").doesNotContain("53.55", "9.99");
    assertThat(longrun.value("select count(*) from source_record where source = 'open-meteo' and external_id like '53.6,-10.0,%'")).isEqualTo(1);
  }

  @Test
  void runsNearEachOtherInPlaceAndTimeShareOneRequest() {
    run("1", "2026-10-05T07:20:00Z", 53.55, 9.99, Sport.ROAD);
    run("2", "2026-10-20T07:20:00Z", 53.58, 10.02, Sport.TRAIL);
    run("3", "2026-10-21T07:20:00Z", 48.10, 11.50, Sport.ROAD);
    run("4", "2026-09-21T07:20:00Z", 53.55, 9.99, Sport.ROAD);
    archive("2026-10-05");

    enrich();

    assertThat(requests("/v1/archive")).extracting(request -> request.queryParameter("start_date").firstValue())
        .containsExactlyInAnyOrder("2026-09-21", "2026-10-05", "2026-10-21");
  }

  @Test
  void runsUnderARoofOrWithoutAPlaceAreNotAskedFor() {
    run("1", OLD + "T07:20:00Z", 53.55, 9.99, Sport.TREADMILL);
    run("2", OLD + "T09:20:00Z", 53.55, 9.99, Sport.VIRTUAL);
    run("3", OLD + "T11:20:00Z", null, null, Sport.ROAD);

    enrich();

    assertThat(WEB.getAllServeEvents()).isEmpty();
  }

  @Test
  void askingAgainChangesNothingAndAsksNothing() {
    run("1", OLD + "T07:20:00Z");
    archive(OLD);
    enrich();
    WEB.resetRequests();

    enrich();

    assertThat(WEB.getAllServeEvents()).isEmpty();
  }

  @Test
  void aYoungRunGetsTheForecastAndOnceTheArchive(@TempDir Path other) throws Exception {
    forecast(YOUNG, hour -> hour);
    try (LongrunUnderTest before = LongrunUnderTest.start(other, settings("2026-11-20T12:00:00Z"))) {
      before.call("load-activity", Activities.arrival(Activities.run(Source.GARMIN, "1", YOUNG + "T07:20:00Z")));
      before.call("enrich-weather");
      before.call("enrich-weather");
      assertThat(before.rows("select temperature_c, provisional from weather_log order by hour_utc"))
          .containsExactly(Map.of("temperature_c", 7.0, "provisional", 1), Map.of("temperature_c", 8.0, "provisional", 1));
      assertThat(requests("/v1/forecast")).hasSize(1);
    }
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson(answer(YOUNG, 2, hour -> hour + 0.5, "m/s"))));
    try (LongrunUnderTest later = LongrunUnderTest.start(other, settings("2026-11-25T12:00:00Z"))) {
      later.call("enrich-weather");
      assertThat(later.rows("select temperature_c, provisional from weather_log order by hour_utc"))
          .containsExactly(Map.of("temperature_c", 7.5, "provisional", 0), Map.of("temperature_c", 8.5, "provisional", 0));
      later.call("enrich-weather");
      assertThat(requests("/v1/archive")).hasSize(1);
      assertThat(requests("/v1/forecast")).hasSize(1);
    }
  }

  @Test
  void anHourThatTheArchiveLeavesEmptyIsAskedForAgainUntilItIsTwoWeeksOld() {
    run("1", "2026-11-10T07:20:00Z");
    run("2", OLD + "T07:20:00Z");
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson(answer("2026-11-10", 1, hour -> null, "m/s"))));

    enrich();

    assertThat(longrun.rows("select run_date, temperature_c, provisional from weather_log where hour_utc like '%T07:%' order by run_date"))
        .extracting(row -> row.get("provisional")).containsExactly(0, 1);
    WEB.resetRequests();
    enrich();
    assertThat(requests("/v1/archive")).singleElement()
        .satisfies(request -> assertThat(request.queryParameter("start_date").firstValue()).isEqualTo("2026-11-10"));
  }

  @Test
  void windInAnotherUnitIsConvertedAndAnUnknownUnitRefused() {
    run("1", OLD + "T07:20:00Z");
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson("[" + answer(OLD, 1, hour -> (double) hour, "km/h") + "]")));
    enrich();
    assertThat(longrun.value("select wind_speed_ms from weather_log where hour_utc like '%T07:%'")).isEqualTo(10.0);

    run("2", "2026-08-05T07:20:00Z");
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson(answer("2026-08-05", 1, hour -> (double) hour, "furlong/h"))));
    enrich();
    assertThat(longrun.rows("select reason from put_aside")).singleElement().asString().contains("furlong/h");
  }

  @Test
  void timesWithAnOffsetAreRefused() {
    run("1", OLD + "T07:20:00Z");
    String shifted = answer(OLD, 1, hour -> (double) hour, "m/s").replace("unixtime", "iso8601").replace("\"utc_offset_seconds\":0", "\"utc_offset_seconds\":34200");
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson(shifted)));

    enrich();

    assertThat(longrun.rows("select * from weather_log")).isEmpty();
    assertThat(longrun.rows("select reason from put_aside")).singleElement().asString().contains("neither unixtime nor GMT");
  }

  @Test
  void aRefusedPlaceDoesNotStopTheNextOne() {
    run("1", OLD + "T07:20:00Z", 53.55, 9.99, Sport.ROAD);
    run("2", "2026-10-20T07:20:00Z", 48.10, 11.50, Sport.ROAD);
    archive("2026-10-20");
    WEB.stubFor(
        get(urlPathEqualTo("/v1/archive")).withQueryParam("latitude", equalTo("53.6"))
            .willReturn(aResponse().withStatus(400).withBody("{\"error\":true,\"reason\":\"Parameter 'end_date' is out of range\"}")));

    enrich();

    assertThat(longrun.rows("select distinct run_date from weather_log")).containsExactly(Map.of("run_date", "2026-10-20"));
    assertThat(longrun.rows("select reason from put_aside")).singleElement().asString().contains("'end_date' is out of range");
    archive(OLD);
    enrich();
    assertThat(longrun.rows("select * from put_aside where resolved_at is null")).isEmpty();
  }

  @Test
  void theDailyLimitIsWaitedForUntilMidnight() {
    run("1", OLD + "T07:20:00Z");
    everything(aResponse().withStatus(429).withBody("{\"error\":true,\"reason\":\"Daily API request limit exceeded. Please try again tomorrow.\"}"));

    enrich();
    enrich();

    assertThat(WEB.getAllServeEvents()).hasSize(1);
    assertThat(state("blocked_until")).isEqualTo("2026-11-21T00:00:00Z");
  }

  @Test
  void aMinutelyLimitIsWaitedForAMinute() {
    run("1", OLD + "T07:20:00Z");
    everything(aResponse().withStatus(429).withBody("{\"error\":true,\"reason\":\"Minutely API request limit exceeded. Please try again in one minute.\"}"));

    enrich();

    assertThat(Instant.parse((String) state("blocked_until"))).isBetween("2026-11-20T12:01:00Z", "2026-11-20T12:06:00Z");
  }

  @Test
  void aServiceThatIsDownSlowOrWrongLeavesTheRunWithoutWeatherUntilTheNextTime() {
    for (ResponseDefinitionBuilder fault :
        List.of(
            aResponse().withStatus(503),
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            okJson(answer(OLD, 1, hour -> (double) hour, "m/s")).withFixedDelay(1500),
            ok("<html>portal</html>"),
            ok(""),
            okJson("{\"hourly\":{\"time\":[1,2"))) {
      longrun.forgetEverything();
      run("1", OLD + "T07:20:00Z");
      everything(fault);
      enrich();
      assertThat(longrun.rows("select * from weather_log")).isEmpty();
      assertThat(longrun.rows("select * from put_aside")).hasSize(1);
      assertThat(state("last_success_at")).as("it only failed").isNull();
      assertThat(state("last_error")).isNotNull();

      archive(OLD);
      enrich();

      assertThat(longrun.rows("select * from weather_log")).hasSize(2);
      assertThat(longrun.rows("select * from put_aside where resolved_at is null")).isEmpty();
      assertThat(state("last_success_at")).isNotNull();
      assertThat(state("last_error")).isNull();
    }
  }

  @Test
  void aServiceThatIsDownForEverybodyIsNotAskedForEveryPlace() {
    for (int place = 0; place < 6; place++) {
      run("" + place, OLD + "T0" + place + ":20:00Z", 40.0 + place, 10.0, Sport.ROAD);
    }
    everything(aResponse().withStatus(500));

    enrich();

    assertThat(WEB.getAllServeEvents()).hasSize(9);
    assertThat(state("last_error")).isEqualTo("Open-Meteo has trouble of its own (status 500).");
  }

  @Test
  void aSiteThatThereWasNothingToAskHasNotAnswered() throws Exception {
    enrich();
    assertThat(longrun.rows("select last_attempt_at, last_success_at from sync_state where source = 'open-meteo'")).isEmpty();
    run("1", OLD + "T07:20:00Z");
    archive(OLD);
    enrich();
    Object answered = state("last_success_at");

    try (LongrunUnderTest later = LongrunUnderTest.start(home, settings("2026-11-21T12:00:00Z"))) {
      later.call("enrich-weather");
    }

    assertThat(state("last_success_at")).isEqualTo(answered);
    assertThat(state("last_attempt_at")).asString().startsWith("2026-11-20");
  }

  @Test
  void whatWasWrongIsOverWhenTheRunIsGoneThatWasAskedAbout() {
    run("1", OLD + "T07:20:00Z");
    everything(aResponse().withStatus(500));
    for (int i = 0; i < 3; i++) {
      run("in another place " + i, OLD + "T09:20:00Z", 40.0 + i, 9.99, Sport.ROAD);
    }
    enrich();
    assertThat(state("last_error")).isNotNull();
    longrun.rows("select external_id from source_activity").forEach(
        run -> longrun.bean("trainingLog", TrainingLog.class).withdraw(Source.GARMIN, (String) run.get("external_id")));

    enrich();

    assertThat(state("last_error")).isNull();
    assertThat(state("last_success_at")).isNull();
  }

  private static void run(String id, String startedAt) {
    run(id, startedAt, 53.55, 9.99, Sport.ROAD);
  }

  private static void run(String id, String startedAt, Double latitude, Double longitude, Sport sport) {
    Activity run = Activities.run(Source.GARMIN, id, startedAt);
    Activity elsewhere =
        new Activity(
            run.source(), run.externalId(), run.startedAt(), 3600, null, sport, run.name(), null, null, 10_000.0, 3000.0, 3060.0, null, null,
            null, null, null, null, latitude, longitude, null, null, null, null, List.of(), List.of());
    longrun.call("load-activity", Activities.arrival(elsewhere));
  }

  private static void enrich() {
    longrun.call("enrich-weather");
  }

  private static Object state(String column) {
    return longrun.value("select " + column + " from sync_state where source = 'open-meteo'");
  }

  private static List<LoggedRequest> requests(String path) {
    return WEB.findAll(getRequestedFor(urlPathEqualTo(path)));
  }

  private static void everything(ResponseDefinitionBuilder answer) {
    WEB.stubFor(get(anyUrl()).willReturn(answer));
  }

  private static void archive(String day) {
    WEB.stubFor(get(urlPathEqualTo("/v1/archive")).willReturn(okJson(answer(day, 2, hour -> (double) hour, "m/s"))));
  }

  private static void forecast(String day, IntFunction<Integer> value) {
    WEB.stubFor(get(urlPathEqualTo("/v1/forecast")).willReturn(okJson(answer(day, 2, hour -> (double) value.apply(hour), "m/s"))));
  }

  /** Days from 00 UTC on, whose temperature is the hour, and rain and gusts 100 + the hour; the wind is 36 throughout. */
  private static String answer(String firstDay, int days, IntFunction<Double> temperature, String windUnit) {
    long start = Instant.parse(firstDay + "T00:00:00Z").getEpochSecond();
    IntFunction<Double> later = hour -> temperature.apply(hour) == null ? null : 100.0 + hour;
    return """
        {"latitude":53.6,"longitude":10.0,"utc_offset_seconds":0,"timezone":"GMT",
         "hourly_units":{"time":"unixtime","temperature_2m":"°C","dew_point_2m":"°C","relative_humidity_2m":"%%",
           "apparent_temperature":"°C","wind_speed_10m":"%1$s","wind_gusts_10m":"m/s","wind_direction_10m":"°",
           "precipitation":"mm","cloud_cover":"undefined"},
         "hourly":{"time":[%2$s],"temperature_2m":[%3$s],"precipitation":[%4$s],"wind_gusts_10m":[%4$s],"wind_speed_10m":[%5$s]}}"""
        .formatted(
            windUnit,
            numbers(days, hour -> start + 3600L * hour),
            numbers(days, temperature::apply),
            numbers(days, later::apply),
            numbers(days, hour -> 36.0));
  }

  private static String numbers(int days, IntFunction<Object> value) {
    return IntStream.range(0, days * 24).mapToObj(value).map(String::valueOf).collect(Collectors.joining(","));
  }
}
