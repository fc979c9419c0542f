package dev.longrun.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static Settings read(String... namesAndValues) {
    return new SettingsReader(map(namesAndValues)).read();
  }

  private static Map<String, String> map(String... namesAndValues) {
    Map<String, String> values = new java.util.TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  @Test
  void nothingNeedsToBeSet() {
    Settings settings = read();
    Path home = Path.of(System.getProperty("user.home")).resolve("longrun");
    assertThat(settings.home()).isEqualTo(home);
    assertThat(settings.inbox()).isEqualTo(home.resolve("inbox"));
    assertThat(settings.outbox()).isEqualTo(home.resolve("outbox"));
    assertThat(settings.garmin().tokens()).isEqualTo(home.resolve("tokens/garmin_tokens.json"));
    assertThat(settings.timezone()).isEqualTo(ZoneId.systemDefault());
    assertThat(settings.strava().dataUse()).isEmpty();
    assertThat(settings.memory().chromaUrl()).isEmpty();
    assertThat(settings.goal().time()).isEmpty();
  }

  @Test
  void aNameWithoutAValueMeansItsDefault() {
    assertThat(read("OLLAMA_NUM_CTX", " ", "CHROMA_URL", "")).isNotNull().extracting(s -> s.ollama().numCtx()).isEqualTo(8192);
  }

  @Test
  void theHomeOfTheUserIsUnderstood() {
    String home = System.getProperty("user.home");
    assertThat(read("LONGRUN_HOME", "~").home()).isEqualTo(Path.of(home));
    assertThat(read("LONGRUN_HOME", "~/running/log").home()).isEqualTo(Path.of(home, "running", "log"));
    assertThat(read("LONGRUN_HOME", "/a/b/../c").home()).isEqualTo(Path.of("/a/c"));
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "2s, PT2S", "30m, PT30M", "6h, PT6H", "6 H, PT6H", "1h30m, PT1H30M", "1d, PT24H", "0s, PT0S"})
  void timeSpansAreWrittenAsPeopleDo(String text, Duration expected) {
    assertThat(read("ANSWER_FALLBACK_AFTER", text).answerFallbackAfter()).isEqualTo(expected);
  }

  @Test
  void valuesArriveWithTheirTypes() {
    Settings settings =
        read(
            "LONGRUN_TIMEZONE", "Europe/Berlin",
            "STRAVA_DATA_USE", "Seven-Days",
            "RUNNER_SEX", "F",
            "RUNNER_BIRTH_DATE", "1990-05-31",
            "RUNNER_WEIGHT_KG", "58.5",
            "GOAL_TIME", "0:19:30",
            "CHROMA_URL", "http://127.0.0.1:8000/",
            "GARMIN_TOKENS", "/tokens");
    assertThat(settings.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.strava().dataUse()).contains(StravaDataUse.SEVEN_DAYS);
    assertThat(settings.runner().sex()).contains(Settings.Sex.FEMALE);
    assertThat(settings.runner().birthDate()).contains(LocalDate.of(1990, 5, 31));
    assertThat(settings.runner().weightKg()).hasValue(58.5);
    assertThat(settings.goal().time()).contains(Duration.ofMinutes(19).plusSeconds(30));
    assertThat(settings.memory().chromaUrl()).contains(URI.create("http://127.0.0.1:8000"));
    assertThat(settings.garmin().tokens()).isEqualTo(Path.of("/tokens"));
  }

  @Test
  void theClockStartsAtTheGivenInstantAndRuns() {
    Instant start = Instant.parse("2026-11-23T05:00:00Z");
    Instant now = read("LONGRUN_CLOCK", start.toString()).clock().instant();
    assertThat(now).isBetween(start, start.plus(10, ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INBOX_SETTLE_TIME | 2 | a time span such as",
        "INBOX_SETTLE_TIME | 2w | a time span such as",
        "INBOX_SETTLE_TIME | -2s | a time span such as",
        "INBOX_SETTLE_TIME | 99999h | from 0s to 1h",
        "OLLAMA_TIMEOUT | 0s | from 1s to 2d",
        "OLLAMA_NUM_CTX | 8k | a whole number from 2048 to 1048576",
        "MEMORY_TOP_K | 0 | a whole number from 1 to 20",
        "MEMORY_TOP_K | 21 | a whole number from 1 to 20",
        "MEMORY_MAX_DISTANCE | NaN | a number from 0 to 4",
        "MEMORY_MAX_DISTANCE | 1e1 | a number from 0 to 4",
        "RUNNER_MAX_HR | 99 | from 100 to 240",
        "RUNNER_MAX_HR | 185.5 | a whole number",
        "RUNNER_RESTING_HR | 24 | from 25 to 120",
        "RUNNER_WEIGHT_KG | 700 | from 25 to 300 (kg)",
        "RUNNER_SEX | x | female or male",
        "RUNNER_BIRTH_DATE | 31.5.1990 | a date written year-month-day",
        "RUNNER_BIRTH_DATE | 2999-01-01 | a date written year-month-day",
        "BACKFILL_SINCE | 2023-02-30 | a date written year-month-day",
        "GOAL_TIME | 2:59 | hours:minutes:seconds",
        "GOAL_TIME | 2:60:00 | hours:minutes:seconds",
        "GOAL_TIME | 0:00:00 | hours:minutes:seconds",
        "STRAVA_DATA_USE | yes | coach or seven-days",
        "LONGRUN_TIMEZONE | Berlin | a time zone such as Europe/Berlin",
        "LONGRUN_CLOCK | 2026-11-23 | an instant in UTC",
        "LONGRUN_HOME | ~other/longrun | a path such as",
        "POLL_GARMIN_CRON | 0 0 6 * * MON | a Quartz cron expression",
        "POLL_STRAVA_CRON | every minute | a Quartz cron expression",
        "OLLAMA_URL | 127.0.0.1:11434 | an address such as",
        "OLLAMA_URL | ftp://127.0.0.1 | an address such as",
        "OLLAMA_URL | http:///api | an address such as",
        "CHROMA_URL | http://a b | an address such as",
      })
  void aBadValueIsNamedWithWhatWouldBeRight(String name, String value, String expected) {
    assertThatThrownBy(() -> read(name, value))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith(name + " is \"" + value + "\", but must be ")
        .hasMessageContaining(expected)
        .hasMessageEndingWith(".");
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> read("OLLAMA_URL", "http://me:hunter2@ollama.example"))
        .isInstanceOf(BadSetting.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> read("OLLAMA_TIMEOUT", "x", "MEMORY_TOP_K", "x", "RUNNER_SEX", "x"))
        .isInstanceOfSatisfying(BadSetting.class, bad -> assertThat(bad.findings()).hasSize(3));
  }

  @Test
  void heartRatesMustAscendFromRestToThresholdToMaximum() {
    assertThatThrownBy(() -> read("RUNNER_RESTING_HR", "110", "RUNNER_MAX_HR", "105")).hasMessageContaining("the lower of the two");
    assertThatThrownBy(() -> read("RUNNER_LTHR", "190", "RUNNER_MAX_HR", "185")).hasMessageContaining("the lower of the two");
    assertThat(read("RUNNER_RESTING_HR", "45", "RUNNER_LTHR", "170", "RUNNER_MAX_HR", "185").runner().maxHrBpm()).hasValue(185);
  }

  @Test
  void inboxAndOutboxMustBeTwoFolders() {
    assertThatThrownBy(() -> read("LONGRUN_INBOX", "/same", "LONGRUN_OUTBOX", "/same/")).hasMessageContaining("must be two folders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me/longrun", "/me", "/", "/me/longrun/tokens", "/me/longrun/logs/old", "/me/logins"})
  void theInboxIsNoFolderThatHoldsOtherThingsOfTheProgram(String inbox) {
    assertThatThrownBy(
            () -> read("LONGRUN_HOME", "/me/longrun", "LONGRUN_INBOX", inbox, "GARMIN_TOKENS", "/me/logins/garmin_tokens.json"))
        .hasMessageContaining("LONGRUN_INBOX is " + inbox)
        .hasMessageContaining("a folder of its own");
  }

  @Test
  void aKeyInARefusedAddressIsNotSaidAgain() {
    assertThatThrownBy(() -> read("OPEN_METEO_ARCHIVE_URL", "https://weather.example/v1/archive?apikey=hush"))
        .hasMessageContaining("https://weather.example/v1/archive?…\"")
        .hasMessageNotContaining("hush");
  }

  @Test
  void badValuesCanBeWorkedAroundForThoseWhoMustStart() {
    SettingsReader.Reading reading = new SettingsReader(Map.of("OLLAMA_NUM_CTX", "many", "OLLAMA_MODEL", "tiny")).check();
    assertThat(reading.findings()).hasSize(1);
    assertThat(reading.settings().ollama().numCtx()).isEqualTo(8192);
    assertThat(reading.settings().ollama().model()).isEqualTo("tiny");
  }

  @Test
  void controlCharactersOfAValueReachNoScreen() {
    assertThatThrownBy(() -> read("RUNNER_SEX", "x\u001b[31m\ny")).hasMessageNotContaining("\u001b").hasMessageNotContaining("\n");
  }
}
