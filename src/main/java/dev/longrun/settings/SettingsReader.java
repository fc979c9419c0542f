package dev.longrun.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns names and texts into {@link Settings}. Where the texts come from (environment, .env files) is not its business. */
public final class SettingsReader {
  private final Map<String, String> values;

  public SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /** @throws BadSetting for the first value that cannot be used */
  public Settings read() {
    Path home = path(SettingName.LONGRUN_HOME).orElseThrow();
    ZoneId timezone = text(SettingName.LONGRUN_TIMEZONE).map(ZoneId::of).orElse(ZoneId.systemDefault());
    Clock clock =
        text(SettingName.LONGRUN_CLOCK)
            .map(Instant::parse)
            .map(start -> Clock.offset(Clock.system(timezone), Duration.between(Instant.now(), start)))
            .orElse(Clock.system(timezone));
    return new Settings(
        home,
        path(SettingName.LONGRUN_INBOX).orElse(home.resolve("inbox")),
        path(SettingName.LONGRUN_OUTBOX).orElse(home.resolve("outbox")),
        timezone,
        clock,
        duration(SettingName.INBOX_SETTLE_TIME),
        text(SettingName.BACKFILL_SINCE).map(LocalDate::parse).orElseThrow(),
        new Settings.Garmin(
            uri(SettingName.GARMIN_API_URL).orElseThrow(),
            uri(SettingName.GARMIN_AUTH_URL).orElseThrow(),
            uri(SettingName.GARMIN_SSO_URL).orElseThrow(),
            path(SettingName.GARMIN_TOKENS).orElse(home.resolve("tokens/garmin_tokens.json"))),
        new Settings.Strava(
            uri(SettingName.STRAVA_API_URL).orElseThrow(),
            uri(SettingName.STRAVA_AUTH_URL).orElseThrow(),
            text(SettingName.STRAVA_CLIENT_ID),
            text(SettingName.STRAVA_CLIENT_SECRET),
            text(SettingName.STRAVA_REFRESH_TOKEN),
            text(SettingName.STRAVA_DATA_USE).map(use -> StravaDataUse.valueOf(use.toUpperCase().replace('-', '_')))),
        new Settings.OpenMeteo(
            uri(SettingName.OPEN_METEO_FORECAST_URL).orElseThrow(), uri(SettingName.OPEN_METEO_ARCHIVE_URL).orElseThrow()),
        new Settings.Ollama(
            uri(SettingName.OLLAMA_URL).orElseThrow(),
            text(SettingName.OLLAMA_MODEL).orElseThrow(),
            integer(SettingName.OLLAMA_NUM_CTX).orElseThrow(),
            duration(SettingName.OLLAMA_TIMEOUT)),
        new Settings.Memory(
            uri(SettingName.CHROMA_URL),
            integer(SettingName.MEMORY_WINDOW_DAYS).orElseThrow(),
            integer(SettingName.MEMORY_TOP_K).orElseThrow(),
            decimal(SettingName.MEMORY_MAX_DISTANCE).orElseThrow()),
        new Settings.Runner(
            text(SettingName.RUNNER_SEX).map(sex -> sex.startsWith("f") ? Settings.Sex.FEMALE : Settings.Sex.MALE),
            text(SettingName.RUNNER_BIRTH_DATE).map(LocalDate::parse),
            integer(SettingName.RUNNER_MAX_HR),
            integer(SettingName.RUNNER_RESTING_HR),
            integer(SettingName.RUNNER_LTHR),
            decimal(SettingName.RUNNER_WEIGHT_KG)),
        new Settings.Goal(
            text(SettingName.GOAL_RACE_DATE).map(LocalDate::parse),
            raceTime(SettingName.GOAL_TIME),
            decimal(SettingName.GOAL_DISTANCE_M).orElseThrow()),
        new Settings.Schedules(
            text(SettingName.POLL_GARMIN_CRON).orElseThrow(),
            text(SettingName.POLL_STRAVA_CRON).orElseThrow(),
            text(SettingName.ENRICH_WEATHER_CRON).orElseThrow(),
            text(SettingName.SUMMARISE_WEEK_CRON).orElseThrow(),
            text(SettingName.SUMMARISE_MONTH_CRON).orElseThrow()),
        duration(SettingName.ANSWER_FALLBACK_AFTER));
  }

  private Optional<String> text(SettingName name) {
    return Optional.ofNullable(values.get(name.name())).map(String::strip).filter(text -> !text.isEmpty()).or(name::defaultText);
  }

  private Optional<Path> path(SettingName name) {
    return text(name)
        .map(text -> text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text)
        .map(text -> Path.of(text).toAbsolutePath().normalize());
  }

  private Optional<URI> uri(SettingName name) {
    return text(name).map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text).map(URI::create);
  }

  private Duration duration(SettingName name) {
    String text = text(name).orElseThrow();
    return Duration.parse("PT" + text.toUpperCase().replace(" ", ""));
  }

  private Duration raceTime(SettingName name) {
    String[] parts = text(name).orElseThrow().split(":");
    return Duration.ofHours(Long.parseLong(parts[0]))
        .plusMinutes(Long.parseLong(parts[1]))
        .plusSeconds(parts.length > 2 ? Long.parseLong(parts[2]) : 0);
  }

  private OptionalInt integer(SettingName name) {
    return text(name).map(Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private OptionalDouble decimal(SettingName name) {
    return text(name).map(Double::valueOf).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
