package dev.longrun.settings;

import dev.longrun.quantity.Units;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything the runner can choose, typed and checked once at the start. Handed to whoever needs it; nobody else reads the
 * environment.
 *
 * @param clock what every deadline obeys; starts at {@code LONGRUN_CLOCK} when that is set
 * @param inboxSettleTime how long a dropped file must have stopped growing before it is taken
 * @param backfillSince how far back the first synchronisation goes
 * @param units in which pages, answers and plots speak
 */
public record Settings(
    Path home,
    Path inbox,
    Path outbox,
    ZoneId timezone,
    Clock clock,
    Duration inboxSettleTime,
    LocalDate backfillSince,
    Garmin garmin,
    Strava strava,
    OpenMeteo openMeteo,
    Ollama ollama,
    Memory memory,
    Runner runner,
    Goal goal,
    Schedules schedules,
    Duration answerFallbackAfter,
    Units units) {

  /** Garmin Connect. The source is on when the token file exists. */
  public record Garmin(URI apiUrl, URI authUrl, URI ssoUrl, Path tokens, GarminApp app) {}

  /**
   * How Longrun introduces itself to Garmin, and where on its hosts the login lives: what Garmin may change some day.
   *
   * @param version of the app, as its headers say it
   * @param servicePath of the page that a sign-in ends on, for which the ticket is made out
   */
  public record GarminApp(
      String clientId, String userAgent, String appUserAgent, String version, String tokenPath, String signInPath, String servicePath) {}

  /** Strava. The source is on when id, secret, a refresh token and the data use are all there. */
  public record Strava(
      URI apiUrl,
      URI authUrl,
      Optional<String> clientId,
      Optional<String> clientSecret,
      Optional<String> refreshToken,
      Optional<StravaDataUse> dataUse) {
    @Override
    public String toString() {
      return "Strava[apiUrl=" + apiUrl + ", clientId=" + clientId + ", dataUse=" + dataUse + ", secrets not shown]";
    }
  }

  /** Both addresses up to and including {@code /v1/forecast} and {@code /v1/archive}. */
  public record OpenMeteo(URI forecastUrl, URI archiveUrl) {}

  /** @param model {@code none}: there is no model, and nobody waits for one */
  public record Ollama(URI url, String model, int numCtx, Duration timeout) {
    public boolean isNone() {
      return model.equalsIgnoreCase("none");
    }
  }

  /** @param chromaUrl empty: the embedded store */
  public record Memory(Optional<URI> chromaUrl, int windowDays, int topK, double maxDistance) {}

  /** What is known about the runner, valid for every day for which nothing dated is known. */
  public record Runner(
      Optional<Sex> sex,
      Optional<LocalDate> birthDate,
      OptionalInt maxHrBpm,
      OptionalInt restingHrBpm,
      OptionalInt lthrBpm,
      OptionalDouble weightKg) {}

  public enum Sex {
    MALE,
    FEMALE
  }

  /** @param time empty: there is no goal, whatever date and distance are */
  public record Goal(Optional<LocalDate> raceDate, Optional<Duration> time, double distanceM) {}

  /** Quartz cron expressions. */
  public record Schedules(
      String pollGarmin, String pollStrava, String enrichWeather, String summariseWeek, String summariseMonth) {}

  /** The same values for the {@code {{dotted.keys}}} of the routes: the only source of Camel's properties. */
  public Map<String, String> routeProperties() {
    return Map.ofEntries(
        Map.entry("timezone", timezone.getId()),
        Map.entry("garmin.api-url", garmin.apiUrl().toString()),
        Map.entry("strava.api-url", strava.apiUrl().toString()),
        Map.entry("open-meteo.forecast-url", openMeteo.forecastUrl().toString()),
        Map.entry("open-meteo.archive-url", openMeteo.archiveUrl().toString()),
        Map.entry("poll-garmin.cron", schedules.pollGarmin()),
        Map.entry("poll-strava.cron", schedules.pollStrava()),
        Map.entry("enrich-weather.cron", schedules.enrichWeather()),
        Map.entry("summarise-week.cron", schedules.summariseWeek()),
        Map.entry("summarise-month.cron", schedules.summariseMonth()));
  }
}
