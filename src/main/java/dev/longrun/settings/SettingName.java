package dev.longrun.settings;

import java.util.Optional;

/** The name of every setting, its default as it would be typed, and whether its value may be shown. */
public enum SettingName {
  LONGRUN_HOME("~/longrun"),
  LONGRUN_INBOX(null),
  LONGRUN_OUTBOX(null),
  LONGRUN_TIMEZONE(null),
  LONGRUN_CLOCK(null),
  INBOX_SETTLE_TIME("2s"),
  GARMIN_API_URL("https://connectapi.garmin.com"),
  GARMIN_AUTH_URL("https://diauth.garmin.com"),
  GARMIN_SSO_URL("https://sso.garmin.com"),
  GARMIN_TOKENS(null),
  STRAVA_API_URL("https://www.strava.com/api/v3"),
  STRAVA_AUTH_URL("https://www.strava.com/oauth"),
  STRAVA_CLIENT_ID(null),
  STRAVA_CLIENT_SECRET(null, true),
  STRAVA_REFRESH_TOKEN(null, true),
  STRAVA_DATA_USE(null),
  OPEN_METEO_FORECAST_URL("https://api.open-meteo.com/v1/forecast"),
  OPEN_METEO_ARCHIVE_URL("https://archive-api.open-meteo.com/v1/archive"),
  OLLAMA_URL("http://127.0.0.1:11434"),
  OLLAMA_MODEL("gemma3:12b"),
  OLLAMA_NUM_CTX("8192"),
  OLLAMA_TIMEOUT("30m"),
  CHROMA_URL(null),
  MEMORY_WINDOW_DAYS("30"),
  MEMORY_TOP_K("3"),
  MEMORY_MAX_DISTANCE("1.0"),
  BACKFILL_SINCE("2000-01-01"),
  RUNNER_SEX(null),
  RUNNER_BIRTH_DATE(null),
  RUNNER_MAX_HR(null),
  RUNNER_RESTING_HR(null),
  RUNNER_LTHR(null),
  RUNNER_WEIGHT_KG(null),
  GOAL_RACE_DATE(null),
  GOAL_TIME("2:59:59"),
  GOAL_DISTANCE_M("42195"),
  POLL_GARMIN_CRON("0 0/30 * * * ?"),
  POLL_STRAVA_CRON("0 15/30 * * * ?"),
  ENRICH_WEATHER_CRON("0 10 * * * ?"),
  SUMMARISE_WEEK_CRON("0 0 6 ? * MON"),
  SUMMARISE_MONTH_CRON("0 30 6 1 * ?"),
  ANSWER_FALLBACK_AFTER("6h");

  private final String defaultText;
  private final boolean secret;

  SettingName(String defaultText) {
    this(defaultText, false);
  }

  SettingName(String defaultText, boolean secret) {
    this.defaultText = defaultText;
    this.secret = secret;
  }

  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  public boolean isSecret() {
    return secret;
  }
}
