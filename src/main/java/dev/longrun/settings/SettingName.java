package dev.longrun.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

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
  GARMIN_CLIENT_ID("GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2"),
  GARMIN_USER_AGENT("GCM-Android-5.23"),
  GARMIN_APP_USER_AGENT("com.garmin.android.apps.connectmobile/5.23; ; Google/sdk_gphone64_arm64/google; Android/33; Dalvik/2.1.0"),
  GARMIN_APP_VERSION("10861"),
  GARMIN_TOKEN_PATH("/di-oauth2-service/oauth/token"),
  GARMIN_SIGN_IN_PATH("/sso/signin"),
  GARMIN_SERVICE_PATH("/sso/embed"),
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
  LONGRUN_UNITS("metric"),
  BACKFILL_SINCE("2000-01-01"),
  RUNNER_SEX(null),
  RUNNER_BIRTH_DATE(null),
  RUNNER_MAX_HR(null),
  RUNNER_RESTING_HR(null),
  RUNNER_LTHR(null),
  RUNNER_WEIGHT_KG(null),
  GOAL_RACE_DATE(null),
  GOAL_TIME(null),
  GOAL_DISTANCE_M("42195"),
  POLL_GARMIN_CRON("0 0/30 * * * ?"),
  POLL_STRAVA_CRON("0 15/30 * * * ?"),
  ENRICH_WEATHER_CRON("0 10 * * * ?"),
  SUMMARISE_WEEK_CRON("0 0 6 ? * MON"),
  SUMMARISE_MONTH_CRON("0 30 6 1 * ?"),
  ANSWER_FALLBACK_AFTER("6h");

  /** OLLAMA_HOST should still find OLLAMA_URL. */
  private static final int NEAR_ENOUGH = 6;

  private static final int LONGEST_NAME = 40;

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

  static Optional<SettingName> find(String name) {
    return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** A sentence about a name that is no setting, with the nearest one that is. */
  static String unknown(String name) {
    SettingName nearest =
        Arrays.stream(values()).min(Comparator.comparingInt(setting -> distance(setting.name(), name.toUpperCase(Locale.ROOT)))).orElseThrow();
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    boolean near = distance(nearest.name(), name.toUpperCase(Locale.ROOT)) <= NEAR_ENOUGH;
    return "there is no setting " + shown + (near ? "; did you mean " + nearest + "?" : "; .env.example lists them all.");
  }

  /** Levenshtein's: how many letters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    String text = other.substring(0, Math.min(other.length(), LONGEST_NAME));
    int[] row = IntStream.rangeClosed(0, text.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= text.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[text.length()];
  }
}
