package dev.longrun.inbox;

import static dev.longrun.log.Activities.arrival;
import static dev.longrun.log.Activities.run;
import static dev.longrun.log.Source.GARMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.LongrunUnderTest;
import dev.longrun.log.TrainingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runner without a watch that measures mornings notes of them, through the real inbox into a real database. */
class MorningNotesTest {
  @TempDir static Path home;
  private static LongrunUnderTest longrun;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(home.resolve("inbox"));
    longrun =
        LongrunUnderTest.start(home, Map.of("INBOX_SETTLE_TIME", "0s", "LONGRUN_CLOCK", "2026-11-27T06:12:00Z", "RUNNER_MAX_HR", "190"));
  }

  @AfterAll
  static void stop() {
    longrun.close();
  }

  @BeforeEach
  void forget() {
    longrun.forgetEverything();
  }

  private static void note(String text) throws IOException {
    Files.writeString(home.resolve("inbox/note.yaml"), text);
    longrun.call("watch-inbox");
  }

  private static String told() {
    return (String) longrun.value("select state || ': ' || about || ': ' || message from note_entry order by note_entry_id desc limit 1");
  }

  @Test
  void aNotedMorningStandsInTheLogAsTheWakingAndAsTheSettledValue() throws IOException {
    note("morning: 2026-11-27\nresting_hr: 47\nhrv: 62\nsleep: 7:20\nweight_kg: 61.5\n");

    assertThat(longrun.rows("select day, resting_hr, hrv, sleep, sleep_h, weight_kg, wake_resting_hr, wake_hrv, substr(wake_known_at, 1, 16) as seen from v_day"))
        .singleElement()
        .hasToString(
            "{day=2026-11-27, resting_hr=47.0, hrv=62.0, sleep=7:20, sleep_h=7.33, weight_kg=61.5, wake_resting_hr=47.0, wake_hrv=62.0,"
                + " seen=2026-11-27T06:12}");
    assertThat(told())
        .isEqualTo("applied: morning of 2026-11-27: resting heart rate 47, heart rate variability 62 ms, sleep 7:20 h, weight 61.5 kg");
  }

  @Test
  void aLaterNoteCorrectsWhatItNamesAndTakesBackWhatItSays() throws IOException {
    note("morning: 2026-11-27, resting_hr: 47, hrv: 62");
    note("morning: 2026-11-27\nresting_hr: 45\nhrv: none\nsleep: 7h");

    assertThat(longrun.rows("select resting_hr_bpm, wake_resting_hr_bpm, hrv_rmssd_ms, wake_hrv_rmssd_ms, sleep_s from day_log"))
        .singleElement()
        .hasToString("{resting_hr_bpm=45.0, wake_resting_hr_bpm=45.0, hrv_rmssd_ms=null, wake_hrv_rmssd_ms=null, sleep_s=25200.0}");
    note("morning: 2026-11-27\nsleep: 7h");
    assertThat(told()).startsWith("known: ");
  }

  @Test
  void oneNotedMorningGivesTheRunsFromItsDayOnALoad() throws IOException {
    TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
    log.load(arrival(run(GARMIN, "1", "2026-11-20T17:30:00Z")));
    log.load(arrival(run(GARMIN, "2", "2026-11-26T17:30:00Z")));
    note("morning: 2026-11-26\nresting_hr: 47\n");
    longrun.call("derive-metrics");

    assertThat(longrun.rows("select run_date, load is not null as loaded, resting_hr_bpm from run_metric order by run_date"))
        .hasToString(
            "[{run_date=2026-11-20, loaded=0, resting_hr_bpm=null}, {run_date=2026-11-26, loaded=1, resting_hr_bpm=47.0}]");
  }

  @Test
  void enoughMorningsCountForMoreThanWhatWasNotedAndNoneOfThemLooksAhead() throws IOException {
    TrainingLog log = longrun.bean("trainingLog", TrainingLog.class);
    log.load(arrival(run(GARMIN, "1", "2026-11-18T17:30:00Z")));
    log.load(arrival(run(GARMIN, "2", "2026-11-26T17:30:00Z")));
    StringBuilder mornings = new StringBuilder("- runner: 2026-01-01\n  resting_hr: 60\n");
    for (int i = 0; i < 7; i++) {
      mornings.append("- morning: %s%n  resting_hr: %d%n".formatted(LocalDate.of(2026, 11, 20).plusDays(i), 50 - i));
    }
    note(mornings.toString());
    longrun.call("derive-metrics");

    assertThat(longrun.rows("select run_date, resting_hr_bpm from run_metric order by run_date"))
        .hasToString("[{run_date=2026-11-18, resting_hr_bpm=60.0}, {run_date=2026-11-26, resting_hr_bpm=47.0}]");
  }
}
