package dev.longrun.demo;

import dev.longrun.demo.runner.Season;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the demo sets, whatever the user has set for the real thing; only the language model is the user's own. */
final class DemoSettings {
  /** Where the synthetic runner lives. */
  static final ZoneId TIMEZONE = ZoneId.of("Europe/Berlin");

  /** Six texts are asked for; a model that needs longer than this for one would make the demo an evening's entertainment. */
  static final Duration LONGEST_ANSWER = Duration.ofMinutes(4);

  /** Nobody listens there: after the demo its sites are gone, and the real ones know nothing of its runner. */
  private static final String NOBODY = "http://127.0.0.1:9";

  private DemoSettings() {}

  /** @param now empty: the time it is */
  static Settings of(Path home, Optional<Instant> now, DemoSites sites, Settings.Ollama ollama) {
    Map<String, String> values = new LinkedHashMap<>(runnerAndModel(sites.runner().season(), ollama));
    values.put("LONGRUN_HOME", home.toString());
    now.ifPresent(instant -> values.put("LONGRUN_CLOCK", instant.toString()));
    // The demo's own questions are complete when they appear.
    values.put("INBOX_SETTLE_TIME", "0s");
    values.put("STRAVA_DATA_USE", "coach");
    values.putAll(sites.settings());
    return new SettingsReader(values).read();
  }

  /** The clock and zone by which yesterday is told, before there are settings. */
  static Clock clock(Optional<Instant> now) {
    Clock system = Clock.system(TIMEZONE);
    return now.map(instant -> Clock.offset(system, Duration.between(system.instant(), instant))).orElse(system);
  }

  static LocalDate yesterday(Optional<Instant> now) {
    return LocalDate.now(clock(now)).minusDays(1);
  }

  /** A .env for the demo's home, so that other commands work on it when the simulated sites are gone. */
  static String envFile(Season season, Settings.Ollama ollama) {
    StringBuilder text =
        new StringBuilder("# Made by \"longrun demo\": its runner, and no site to ask, since the simulated ones ended with it.\n");
    Map<String, String> values = new LinkedHashMap<>(runnerAndModel(season, ollama));
    values.put("OPEN_METEO_FORECAST_URL", NOBODY);
    values.put("OPEN_METEO_ARCHIVE_URL", NOBODY);
    values.put("GARMIN_API_URL", NOBODY);
    values.put("GARMIN_AUTH_URL", NOBODY);
    values.put("STRAVA_API_URL", NOBODY);
    values.put("STRAVA_AUTH_URL", NOBODY);
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static Map<String, String> runnerAndModel(Season season, Settings.Ollama ollama) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("LONGRUN_TIMEZONE", TIMEZONE.getId());
    values.put("RUNNER_SEX", "female");
    values.put("RUNNER_BIRTH_DATE", "1988-05-14");
    values.put("RUNNER_MAX_HR", "188");
    values.put("RUNNER_RESTING_HR", "48");
    values.put("RUNNER_LTHR", "170");
    values.put("RUNNER_WEIGHT_KG", "58");
    values.put("GOAL_RACE_DATE", season.goalRace().toString());
    values.put("GOAL_TIME", "2:59:59");
    values.put("OLLAMA_URL", ollama.url().toString());
    values.put("OLLAMA_MODEL", ollama.model());
    values.put("OLLAMA_NUM_CTX", Integer.toString(ollama.numCtx()));
    values.put("OLLAMA_TIMEOUT", Math.min(LONGEST_ANSWER.toSeconds(), ollama.timeout().toSeconds()) + "s");
    // Without a model the questions are answered at once, for good.
    values.put("ANSWER_FALLBACK_AFTER", "0s");
    return values;
  }
}
