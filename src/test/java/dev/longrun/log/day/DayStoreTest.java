package dev.longrun.log.day;

import static dev.longrun.log.day.DayField.HRV_RMSSD_MS;
import static dev.longrun.log.day.DayField.RESTING_HR_BPM;
import static dev.longrun.log.day.DayField.WEIGHT_KG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.service.ProgramFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayStoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final Instant MORNING = Instant.parse("2026-11-27T06:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-27T19:00:00Z");

  @TempDir static Path folder;
  private static Database database;
  private static Jdbi jdbi;

  @BeforeAll
  static void open() {
    database = Database.open(folder.resolve("longrun.db"), ProgramFolder.find().schema());
    jdbi = database.writing();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void forget() {
    jdbi.useHandle(handle -> List.of("day_value", "day_log", "put_aside").forEach(table -> handle.execute("delete from " + table)));
  }

  private static boolean say(Source source, String saidBy, Instant at, Map<DayField, Object> values) {
    return jdbi.inTransaction(handle -> DayStore.say(handle, SaidOfDays.of(source, saidBy, DAY, values, at)));
  }

  private static Map<String, Object> row(String columns) {
    return jdbi.withHandle(handle -> handle.createQuery("select " + columns + " from day_log").mapToMap().one());
  }

  private static List<String> texts(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  @Test
  void whatIsFirstSeenStaysTheWakingValueWhileTheSettledOneFollowsItsSource() {
    say(Source.GARMIN, "day/2026-11-27 sleep", MORNING, Map.of(RESTING_HR_BPM, 47.0));
    say(Source.GARMIN, "day/2026-11-27 sleep", EVENING, Map.of(RESTING_HR_BPM, 45.0, HRV_RMSSD_MS, 60.0));
    say(Source.GARMIN, "days/2026-11-05 resting-hr", EVENING.plusSeconds(60), Map.of(RESTING_HR_BPM, 44.0));

    assertThat(row("wake_resting_hr_bpm, resting_hr_bpm, wake_hrv_rmssd_ms, hrv_rmssd_ms, wake_known_at, known_at"))
        .hasToString(
            "{wake_resting_hr_bpm=47.0, resting_hr_bpm=44.0, wake_hrv_rmssd_ms=60.0, hrv_rmssd_ms=60.0,"
                + " wake_known_at=2026-11-27T06:00:00Z, known_at=2026-11-27T19:01:00Z}");
  }

  @Test
  void theRunnersWordGoesBeforeGarminsAndGarminsBeforeAFilesInWhateverOrderTheyCome() {
    say(Source.RUNNER, "note", MORNING, Map.of(RESTING_HR_BPM, 46.0));
    say(Source.GARMIN, "day/2026-11-27 sleep", EVENING, Map.of(RESTING_HR_BPM, 47.0, HRV_RMSSD_MS, 60.0));
    say(Source.FILE, "abc", EVENING, Map.of(RESTING_HR_BPM, 48.0, HRV_RMSSD_MS, 61.0, WEIGHT_KG, 61.0));

    assertThat(row("resting_hr_bpm, wake_resting_hr_bpm, hrv_rmssd_ms, weight_kg, origin"))
        .hasToString(
            "{resting_hr_bpm=46.0, wake_resting_hr_bpm=46.0, hrv_rmssd_ms=60.0, weight_kg=61.0,"
                + " origin={\"hrv_rmssd_ms\":\"garmin\",\"resting_hr_bpm\":\"runner\",\"weight_kg\":\"file\"}}");
  }

  @Test
  void whatOneSourceSaidCanBeErasedAndTheOthersSpeakInstead() {
    say(Source.GARMIN, "day/2026-11-27 sleep", MORNING, Map.of(RESTING_HR_BPM, 47.0, HRV_RMSSD_MS, 60.0));
    say(Source.FILE, "abc", MORNING, Map.of(RESTING_HR_BPM, 48.0));

    jdbi.useTransaction(handle -> DayStore.erase(handle, Source.GARMIN, EVENING));

    assertThat(row("resting_hr_bpm, wake_resting_hr_bpm, hrv_rmssd_ms, wake_hrv_rmssd_ms"))
        .hasToString("{resting_hr_bpm=48.0, wake_resting_hr_bpm=48.0, hrv_rmssd_ms=null, wake_hrv_rmssd_ms=null}");
  }

  @Test
  void aWeighingThatIsTakenBackIsGoneAndADayOfWhichNothingIsKnownHasNoRow() {
    say(Source.GARMIN, "days/2026-11-05 weight", MORNING, Map.of(WEIGHT_KG, 61.0));
    assertThat(say(Source.GARMIN, "days/2026-11-05 weight", EVENING, Map.of())).isTrue();

    assertThat(texts("select day from day_log")).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    assertThat(say(Source.GARMIN, "day/2026-11-27 sleep", MORNING, Map.of(RESTING_HR_BPM, 47.0))).isTrue();
    Map<String, Object> before = row("*");

    assertThat(say(Source.GARMIN, "day/2026-11-27 sleep", EVENING, Map.of(RESTING_HR_BPM, 47.0))).isFalse();
    assertThat(row("*")).isEqualTo(before);
  }

  @Test
  void whatNoBodyCanHaveIsUnknownAndPutAside() {
    say(Source.GARMIN, "day/2026-11-27 sleep", MORNING, Map.of(RESTING_HR_BPM, 0.0, HRV_RMSSD_MS, 60.0));

    assertThat(row("resting_hr_bpm, hrv_rmssd_ms")).hasToString("{resting_hr_bpm=null, hrv_rmssd_ms=60.0}");
    assertThat(texts("select value from put_aside")).containsExactly("0.0");
  }
}
