package dev.longrun.source.garmin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.Rebuild;
import dev.longrun.log.TrainingLog;
import dev.longrun.log.record.PutAsides;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of Garmin's mornings, asked over HTTP and written into a real database. The runner lives in Berlin. */
class GarminDaysTest {
  private static final String SLEEP = "/wellness-service/wellness/dailySleepData/runner";
  private static final String SUMMARY = "/usersummary-service/usersummary/daily/runner";
  private static final String HRV = "/hrv-service/hrv/2026-11-20";
  private static final String READINESS = "/metrics-service/metrics/trainingreadiness/2026-11-20";
  private static final String RESTING_HRS = "/userstats-service/wellness/daily/runner";

  @TempDir static Path home;
  private static GarminSite site;
  private LongrunUnderTest longrun;

  @BeforeAll
  static void open() {
    site = new GarminSite();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void anAccount() {
    site.clear();
    site.answer("/userprofile-service/socialProfile", okJson("{\"displayName\":\"runner\",\"profileId\":42}"));
  }

  /** A program whose clock stands there, on the log that is there. */
  private void at(String time, boolean afresh) throws Exception {
    Map<String, String> settings = new TreeMap<>(site.settings(home));
    settings.put("LONGRUN_CLOCK", time);
    settings.put("BACKFILL_SINCE", "2026-10-01");
    longrun = LongrunUnderTest.start(home, settings);
    if (afresh) {
      longrun.forgetEverything();
    }
  }

  private void pollAt(String time) throws Exception {
    at(time, false);
    longrun.call("poll-garmin-days");
    longrun.close();
  }

  private void firstPollAt(String time) throws Exception {
    at(time, true);
    longrun.call("poll-garmin-days");
    longrun.close();
  }

  private List<Map<String, Object>> rows(String sql) {
    return dev.longrun.log.Database.reading(dev.longrun.log.Database.readOnly(home.resolve("longrun.db")))
        .withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }

  private String row(String columns) {
    return rows("select " + columns + " from day_log order by day").toString();
  }

  /** From 22:30 to 06:00 in Berlin. */
  private static String night(String day, double sleepS, boolean confirmed) {
    Instant end = Instant.parse(day + "T05:00:00Z");
    return """
        {"dailySleepDTO": {"calendarDate": "%s", "sleepTimeSeconds": %s, "sleepWindowConfirmed": %s,
           "sleepStartTimestampGMT": %d, "sleepEndTimestampGMT": %d, "sleepEndTimestampLocal": %d,
           "deepSleepSeconds": 6000, "lightSleepSeconds": 14000, "remSleepSeconds": 6400, "awakeSleepSeconds": 600,
           "sleepScores": {"overall": {"value": 80}}, "nextSleepNeed": {"calendarDate": "2026-11-21", "actual": 470}},
         "avgOvernightHrv": 60.0, "hrvStatus": "BALANCED", "restingHeartRate": 47}"""
        .formatted(day, sleepS, confirmed, end.minusSeconds(27_000).toEpochMilli(), end.toEpochMilli(), end.plusSeconds(3_600).toEpochMilli());
  }

  private static String summary(int restingHr, int stress) {
    return """
        {"calendarDate": "2026-11-20", "restingHeartRate": %d, "averageStressLevel": %d, "bodyBatteryAtWakeTime": 70,
         "bodyBatteryHighestValue": 75, "bodyBatteryLowestValue": 30, "bodyBatteryMostRecentValue": 31, "privacyProtected": false}"""
        .formatted(restingHr, stress);
  }

  @Test
  void aMorningIsWhatWasFirstSeenAfterWakingAndSettlesLater() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-20", 26_400, true)));
    site.answer(SUMMARY, okJson(summary(47, 20)));
    site.answer(HRV, okJson("{\"hrvSummary\":{\"calendarDate\":\"2026-11-20\",\"lastNightAvg\":60,\"baseline\":null,\"status\":\"POOR\"}}"));
    firstPollAt("2026-11-20T06:00:00Z");
    assertThat(row("day, resting_hr_bpm, wake_resting_hr_bpm, hrv_rmssd_ms, hrv_baseline_low_ms, sleep_s, body_battery, stress"))
        .isEqualTo(
            "[{day=2026-11-20, resting_hr_bpm=47.0, wake_resting_hr_bpm=47.0, hrv_rmssd_ms=60.0, hrv_baseline_low_ms=null, sleep_s=26400.0,"
                + " body_battery=70.0, stress=20.0}]");

    site.answer(SLEEP, okJson(night("2026-11-20", 27_000, true).replace("\"restingHeartRate\": 47", "\"restingHeartRate\": 45")));
    site.answer(SUMMARY, okJson(summary(45, 35)));
    pollAt("2026-11-20T18:00:00Z");
    assertThat(row("resting_hr_bpm, wake_resting_hr_bpm, sleep_s, wake_sleep_s, stress, wake_stress"))
        .isEqualTo("[{resting_hr_bpm=45.0, wake_resting_hr_bpm=47.0, sleep_s=27000.0, wake_sleep_s=26400.0, stress=35.0, wake_stress=20.0}]");
    assertThat(row("substr(wake_known_at, 1, 13) as seen, substr(known_at, 1, 13) as settled"))
        .isEqualTo("[{seen=2026-11-20T06, settled=2026-11-20T18}]");
  }

  @Test
  void aNightOlderThanADayIsUnknownAndNotTodays() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-19", 26_400, true)));
    firstPollAt("2026-11-20T08:00:00Z");

    assertThat(row("*")).isEqualTo("[]");
    assertThat(site.requests(SUMMARY)).noneMatch(request -> request.getUrl().contains("2026-11-20"));
  }

  @Test
  void thePlaceholderAfterMidnightAndAnEmptySheetAreNoNights() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-20", 25_200, false)));
    firstPollAt("2026-11-20T05:30:00Z");
    assertThat(row("*")).isEqualTo("[]");

    site.answer(
        SLEEP,
        okJson(
            "{\"dailySleepDTO\":{\"id\":null,\"calendarDate\":\"2026-11-20\",\"sleepTimeSeconds\":null,\"sleepStartTimestampGMT\":null,"
                + "\"sleepEndTimestampGMT\":null},\"sleepMovement\":[],\"restingHeartRate\":51}"));
    pollAt("2026-11-20T06:00:00Z");
    assertThat(row("*")).isEqualTo("[]");
  }

  @Test
  void whoeverIsStillAsleepHasNoMorning() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-20", 26_400, true)));
    site.answer(SUMMARY, okJson(summary(58, 20)));
    firstPollAt("2026-11-20T04:00:00Z");

    assertThat(row("*")).isEqualTo("[]");
  }

  @Test
  void whoeverWearsNoWatchAtNightHasAMorningAtNoon() throws Exception {
    site.answer(SUMMARY, okJson(summary(52, -1)));
    firstPollAt("2026-11-20T11:30:00Z");

    assertThat(row("resting_hr_bpm, wake_resting_hr_bpm, stress, sleep_s"))
        .isEqualTo("[{resting_hr_bpm=52.0, wake_resting_hr_bpm=52.0, stress=null, sleep_s=null}]");
  }

  @Test
  void readinessIsThatAtWakingWithItsRecoveryInMinutes() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-20", 26_400, true)));
    site.answer(
        READINESS,
        okJson(
            """
            [{"calendarDate": "2026-11-20", "timestamp": "2026-11-20T08:00:00.0", "score": 40, "recoveryTime": 2601, "inputContext": "AFTER_POST_EXERCISE_RESET"},
             {"calendarDate": "2026-11-20", "timestamp": "2026-11-20T05:00:00.0", "score": 77, "recoveryTime": 90, "inputContext": "AFTER_WAKEUP_RESET"},
             {"calendarDate": "2026-11-20", "timestamp": "2026-11-20T00:30:00.0", "score": 60, "recoveryTime": 300, "inputContext": "UPDATE_REALTIME_VARIABLES"}]"""));
    firstPollAt("2026-11-20T09:00:00Z");
    assertThat(row("training_readiness, recovery_time_s")).isEqualTo("[{training_readiness=77.0, recovery_time_s=5400.0}]");
  }

  @Test
  void readinessOfAnAccountThatDoesNotSayWhenIsTheEarliestOfTheDay() throws Exception {
    site.answer(SLEEP, okJson(night("2026-11-20", 26_400, true)));
    site.answer(
        READINESS,
        okJson(
            """
            [{"calendarDate": "2026-11-20", "timestamp": "2026-11-20T08:00:00.0", "score": 40, "inputContext": null},
             {"calendarDate": "2026-11-20", "timestamp": "2026-11-20T05:00:00.0", "score": 77, "inputContext": null}]"""));
    firstPollAt("2026-11-20T09:00:00Z");
    assertThat(row("training_readiness, recovery_time_s")).isEqualTo("[{training_readiness=77.0, recovery_time_s=null}]");
  }

  private void history() {
    site.answer(
        RESTING_HRS,
        okJson(
            "{\"allMetrics\":{\"metricsMap\":{\"WELLNESS_RESTING_HEART_RATE\":["
                + "{\"value\":48.0,\"calendarDate\":\"2026-11-10\"},{\"value\":49.0,\"calendarDate\":\"2026-10-12\"},{\"value\":null,\"calendarDate\":\"2026-11-11\"},"
                + "{\"value\":60.0,\"calendarDate\":\"2026-11-20\"}]}}}"));
    site.web.stubFor(
        get(urlPathMatching("/sleep-service/stats/sleep/daily/.*"))
            .atPriority(1)
            .willReturn(
                okJson(
                    """
                    {"overallStats": {}, "individualStats": [{"calendarDate": "2026-11-10", "values": {"totalSleepTimeInSeconds": 25200,
                      "deepTime": 6000, "gmtSleepStartTimeInMillis": 1794261600000, "gmtSleepEndTimeInMillis": 1794286800000}}]}""")));
    site.web.stubFor(
        get(urlPathMatching("/hrv-service/hrv/daily/.*"))
            .atPriority(1)
            .willReturn(
                okJson(
                    "{\"hrvSummaries\":[{\"calendarDate\":\"2026-11-10\",\"lastNightAvg\":61,\"baseline\":{\"balancedLow\":50,\"balancedUpper\":70}}]}")));
    site.web.stubFor(
        get(urlPathMatching("/weight-service/weight/range/.*"))
            .atPriority(1)
            .willReturn(
                okJson(
                    """
                    {"dailyWeightSummaries": [{"summaryDate": "2026-11-10", "allWeightMetrics": [
                       {"samplePk": 2, "calendarDate": "2026-11-10", "weight": 62000.0, "timestampGMT": 1794330000000},
                       {"samplePk": 1, "calendarDate": "2026-11-10", "weight": 61500.0, "timestampGMT": 1794287000000}]}],
                     "totalAverage": {"weight": null}}""")));
    site.web.stubFor(
        get(urlPathMatching("/metrics-service/metrics/maxmet/daily/.*"))
            .atPriority(1)
            .willReturn(okJson("[{\"generic\":{\"calendarDate\":\"2026-11-10\",\"vo2MaxPreciseValue\":54.3,\"vo2MaxValue\":54.0},\"cycling\":null}]")));
  }

  @Test
  void theDaysBeforeComeInAnswersOverManyDaysAndAreAskedOnce() throws Exception {
    history();
    firstPollAt("2026-11-20T05:00:00Z");

    assertThat(row("day, resting_hr_bpm, wake_resting_hr_bpm, sleep_s, hrv_rmssd_ms, hrv_baseline_high_ms, weight_kg, vo2max"))
        .isEqualTo(
            "[{day=2026-10-12, resting_hr_bpm=49.0, wake_resting_hr_bpm=49.0, sleep_s=null, hrv_rmssd_ms=null, hrv_baseline_high_ms=null,"
                + " weight_kg=null, vo2max=null}, {day=2026-11-10, resting_hr_bpm=48.0, wake_resting_hr_bpm=48.0, sleep_s=25200.0,"
                + " hrv_rmssd_ms=61.0, hrv_baseline_high_ms=70.0, weight_kg=61.5, vo2max=54.3}]");
    assertThat(site.requests(RESTING_HRS)).hasSizeBetween(2, 3);

    site.web.resetRequests();
    pollAt("2026-11-20T05:30:00Z");
    assertThat(site.web.getAllServeEvents()).extracting(event -> event.getRequest().getUrl()).allMatch(url -> url.contains("Sleep") || url.contains("Profile"));
  }

  @Test
  void aDeletedWeighingIsForgottenWhenTheDaysAreAskedAgain() throws Exception {
    history();
    firstPollAt("2026-11-20T05:00:00Z");
    site.web.stubFor(
        get(urlPathMatching("/weight-service/weight/range/.*")).atPriority(1).willReturn(okJson("{\"dailyWeightSummaries\":[],\"totalAverage\":{\"weight\":null}}")));
    pollAt("2026-11-21T05:00:00Z");

    assertThat(rows("select weight_kg from day_log where day = '2026-11-10'").toString()).isEqualTo("[{weight_kg=null}]");
  }

  @Test
  void oneSickAnswerHurtsNothingElseAndIsPutAside() throws Exception {
    history();
    site.answer(RESTING_HRS, aResponse().withStatus(403).withBody("{\"message\":\"HTTP 403 Forbidden\"}"));
    firstPollAt("2026-11-20T05:00:00Z");

    assertThat(rows("select sleep_s, hrv_rmssd_ms from day_log where day = '2026-11-10'").toString()).isEqualTo("[{sleep_s=25200.0, hrv_rmssd_ms=61.0}]");
    assertThat(rows("select action_needed, last_error from sync_state where source = 'garmin'").toString()).doesNotContain("log in");
    assertThat(rows("select external_id from put_aside where resolved_at is null").toString()).contains("resting-hr-range");

    history();
    pollAt("2026-11-21T05:00:00Z");
    assertThat(rows("select external_id from put_aside where resolved_at is null")).isEmpty();
    assertThat(rows("select resting_hr_bpm from day_log where day = '2026-11-10'").toString()).isEqualTo("[{resting_hr_bpm=48.0}]");
  }

  @Test
  void aSiteWithoutAnswersOverManyDaysIsAskedDayByDay() throws Exception {
    site.answer(
        RESTING_HRS,
        okJson("{\"allMetrics\":{\"metricsMap\":{\"WELLNESS_RESTING_HEART_RATE\":[{\"value\":48.0,\"calendarDate\":\"2026-11-10\"}]}}}"));
    site.answer(SLEEP, okJson(night("2026-11-10", 26_400, true)));
    firstPollAt("2026-11-20T05:00:00Z");

    assertThat(row("day, sleep_s")).isEqualTo("[{day=2026-11-10, sleep_s=26400.0}]");
  }

  @Test
  void theMorningsAreMadeAgainFromWhatGarminOnceSaid() throws Exception {
    history();
    site.answer(SLEEP, okJson(night("2026-11-20", 26_400, true)));
    firstPollAt("2026-11-20T09:00:00Z");
    List<Map<String, Object>> before = rows("select * from day_log order by day");
    assertThat(before).hasSizeGreaterThan(2);

    at("2026-11-22T09:00:00Z", false);
    longrun.service().database().writing()
        .useHandle(
            handle -> {
              handle.execute("update day_log set resting_hr_bpm = 99, sleep_s = null");
              handle.execute("update day_value set value = 98 where field = 'hrv_rmssd_ms'");
            });
    Rebuild rebuild =
        new Rebuild(
            longrun.service().database(),
            longrun.bean("trainingLog", TrainingLog.class),
            longrun.bean("putAsides", PutAsides.class),
            List.of(new GarminMapper()),
            List.of(new GarminDayMapper(ZoneId.of("Europe/Berlin"))));
    assertThat(rebuild.run(done -> {})).isZero();
    longrun.close();
    assertThat(rows("select * from day_log order by day"))
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*_at")
        .isEqualTo(before);
  }
}
