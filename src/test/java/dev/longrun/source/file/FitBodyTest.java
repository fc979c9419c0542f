package dev.longrun.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.Gender;
import com.garmin.fit.HrvStatusSummaryMesg;
import com.garmin.fit.Mesg;
import com.garmin.fit.MonitoringHrDataMesg;
import com.garmin.fit.SleepLevel;
import com.garmin.fit.SleepLevelMesg;
import com.garmin.fit.UserProfileMesg;
import com.garmin.fit.ZonesTargetMesg;
import dev.longrun.LongrunUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What FIT files say of the runner's body, through the real inbox into a real database. */
class FitBodyTest {
  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    longrun = DroppedFilesTest.start(home);
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  @BeforeEach
  void nothingYet() throws IOException {
    DroppedFilesTest.empty(home, longrun);
  }

  private static void drop(String name, byte[] bytes) throws IOException {
    Files.write(home.resolve("inbox").resolve(name), bytes);
    longrun.call("watch-inbox");
    longrun.call("derive-metrics");
  }

  private static DateTime time(String instant) {
    return new DateTime(Date.from(Instant.parse(instant)));
  }

  private static UserProfileMesg profile(int restingHr, float weightKg) {
    UserProfileMesg profile = new UserProfileMesg();
    profile.setRestingHeartRate((short) restingHr);
    profile.setWeight(weightKg);
    profile.setGender(Gender.FEMALE);
    return profile;
  }

  private static byte[] file(File type, String createdAt, List<Mesg> messages) {
    BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);
    FileIdMesg id = new FileIdMesg();
    id.setType(type);
    id.setTimeCreated(time(createdAt));
    encoder.write(id);
    messages.forEach(encoder::write);
    return encoder.close();
  }

  @Test
  void aRunnerWhoBringsOnlyFilesHasALoadByWhatTheWatchIsSetTo() throws IOException {
    ZonesTargetMesg zones = new ZonesTargetMesg();
    zones.setMaxHeartRate((short) 188);
    zones.setThresholdHeartRate((short) 170);
    drop("run.fit", FitFile.startingAt("2026-11-10T06:00:00Z").seconds(3000).wearer(profile(51, 61.5f), zones).bytes());

    assertThat(longrun.rows("select resting_hr_bpm, max_hr_bpm, lthr_bpm, load is not null as loaded from run_metric"))
        .hasToString("[{resting_hr_bpm=51.0, max_hr_bpm=188.0, lthr_bpm=170.0, loaded=1}]");
    assertThat(longrun.rows("select quantity, day, value from profile_value order by quantity"))
        .hasToString(
            "[{quantity=lthr_bpm, day=2026-11-10, value=170.0}, {quantity=max_hr_bpm, day=2026-11-10, value=188.0},"
                + " {quantity=resting_hr_bpm, day=2026-11-10, value=51.0}, {quantity=sex, day=2026-11-10, value=female},"
                + " {quantity=weight_kg, day=2026-11-10, value=61.5}]");
  }

  @Test
  void filesOfDaysAndNightsGiveMornings() throws IOException {
    MonitoringHrDataMesg monitoring = new MonitoringHrDataMesg();
    monitoring.setTimestamp(time("2026-11-20T20:00:00Z"));
    monitoring.setRestingHeartRate((short) 50);
    monitoring.setCurrentDayRestingHeartRate((short) 47);
    HrvStatusSummaryMesg variability = new HrvStatusSummaryMesg();
    variability.setTimestamp(time("2026-11-20T05:10:00Z"));
    variability.setLastNightAverage(62f);
    variability.setBaselineBalancedLower(50f);
    variability.setBaselineBalancedUpper(70f);
    drop("monitoring.fit", file(File.MONITORING_B, "2026-11-20T00:00:00Z", List.of(monitoring)));
    drop("hrv.fit", file(File.MONITORING_B, "2026-11-20T05:10:00Z", List.of(variability)));

    assertThat(longrun.rows("select day, resting_hr, wake_resting_hr, hrv, hrv_baseline_low, hrv_baseline_high, origin from v_day"))
        .singleElement()
        .hasToString(
            "{day=2026-11-20, resting_hr=47.0, wake_resting_hr=47.0, hrv=62.0, hrv_baseline_low=50.0, hrv_baseline_high=70.0,"
                + " origin={\"hrv_baseline_high_ms\":\"file\",\"hrv_baseline_low_ms\":\"file\",\"hrv_rmssd_ms\":\"file\",\"resting_hr_bpm\":\"file\"}}");
  }

  private static SleepLevelMesg level(String at, SleepLevel level) {
    SleepLevelMesg message = new SleepLevelMesg();
    message.setTimestamp(time(at));
    message.setSleepLevel(level);
    return message;
  }

  @Test
  void aNightIsTheTimeAsleepBetweenItsLevels() throws IOException {
    drop(
        "sleep.fit",
        file(
            File.MONITORING_B,
            "2026-11-19T21:00:00Z",
            List.of(
                level("2026-11-19T21:30:00Z", SleepLevel.AWAKE),
                level("2026-11-19T22:00:00Z", SleepLevel.LIGHT),
                level("2026-11-20T01:00:00Z", SleepLevel.AWAKE),
                level("2026-11-20T01:30:00Z", SleepLevel.DEEP),
                level("2026-11-20T05:00:00Z", SleepLevel.AWAKE))));

    assertThat(longrun.rows("select day, sleep, sleep_started_at, sleep_ended_at from v_day"))
        .hasToString("[{day=2026-11-20, sleep=6:30, sleep_started_at=2026-11-19T22:00:00Z, sleep_ended_at=2026-11-20T05:00:00Z}]");
  }
}
