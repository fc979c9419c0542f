package dev.longrun.settings;

import dev.longrun.quantity.Units;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Turns names and texts into {@link Settings}. Where the texts come from (environment, .env files) is not its business. */
public final class SettingsReader {
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final int LONGEST_SHOWN_VALUE = 80;

  private final Map<String, String> values;
  private final List<String> findings = new ArrayList<>();

  public SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Settings that can be worked with in any case.
   *
   * @param findings one sentence for each value that cannot be used; the default stands in for it
   */
  public record Reading(Settings settings, List<String> findings) {}

  /** @throws BadSetting with every value that cannot be used */
  public Settings read() {
    Reading reading = check();
    if (!reading.findings().isEmpty()) {
      throw new BadSetting(reading.findings());
    }
    return reading.settings();
  }

  /** The same without an exception, for whoever wants to tell the user everything at once. */
  public Reading check() {
    findings.clear();
    Path home = value(SettingName.LONGRUN_HOME, SettingType.path()).orElseThrow();
    ZoneId timezone = value(SettingName.LONGRUN_TIMEZONE, SettingType.timezone()).orElse(ZoneId.systemDefault());
    Clock clock = clock(timezone);
    Settings settings =
        new Settings(
            home,
            value(SettingName.LONGRUN_INBOX, SettingType.path()).orElse(home.resolve("inbox")),
            value(SettingName.LONGRUN_OUTBOX, SettingType.path()).orElse(home.resolve("outbox")),
            timezone,
            clock,
            duration(SettingName.INBOX_SETTLE_TIME, Duration.ZERO, Duration.ofHours(1)),
            value(SettingName.BACKFILL_SINCE, SettingType.date(EARLIEST, LocalDate.now(clock))).orElseThrow(),
            garmin(home),
            strava(),
            new Settings.OpenMeteo(
                address(SettingName.OPEN_METEO_FORECAST_URL).orElseThrow(), address(SettingName.OPEN_METEO_ARCHIVE_URL).orElseThrow()),
            new Settings.Ollama(
                address(SettingName.OLLAMA_URL).orElseThrow(),
                value(SettingName.OLLAMA_MODEL, SettingType.text()).orElseThrow(),
                value(SettingName.OLLAMA_NUM_CTX, SettingType.wholeNumber(2048, 1_048_576, "tokens")).orElseThrow(),
                duration(SettingName.OLLAMA_TIMEOUT, Duration.ofSeconds(1), Duration.ofDays(2))),
            new Settings.Memory(
                address(SettingName.CHROMA_URL),
                value(SettingName.MEMORY_WINDOW_DAYS, SettingType.wholeNumber(1, 36_500, "days")).orElseThrow(),
                value(SettingName.MEMORY_TOP_K, SettingType.wholeNumber(1, 20, "")).orElseThrow(),
                value(SettingName.MEMORY_MAX_DISTANCE, SettingType.number(0, 4, "")).orElseThrow()),
            runner(LocalDate.now(clock)),
            new Settings.Goal(
                value(SettingName.GOAL_RACE_DATE, SettingType.date(EARLIEST, LATEST)),
                value(SettingName.GOAL_TIME, SettingType.raceTime()),
                value(SettingName.GOAL_DISTANCE_M, SettingType.number(100, 1_000_000, "metres")).orElseThrow()),
            new Settings.Schedules(
                cron(SettingName.POLL_GARMIN_CRON),
                cron(SettingName.POLL_STRAVA_CRON),
                cron(SettingName.ENRICH_WEATHER_CRON),
                cron(SettingName.SUMMARISE_WEEK_CRON),
                cron(SettingName.SUMMARISE_MONTH_CRON)),
            duration(SettingName.ANSWER_FALLBACK_AFTER, Duration.ZERO, Duration.ofDays(60)),
            value(SettingName.LONGRUN_UNITS, SettingType.oneOf(Map.of("metric", Units.METRIC, "imperial", Units.IMPERIAL), "metric or imperial"))
                .orElseThrow());
    checkTogether(settings);
    return new Reading(settings, List.copyOf(findings));
  }

  private Clock clock(ZoneId timezone) {
    Clock system = Clock.system(timezone);
    return value(SettingName.LONGRUN_CLOCK, SettingType.instant())
        .map(start -> Clock.offset(system, Duration.between(Instant.now(), start)))
        .orElse(system);
  }

  private Settings.Garmin garmin(Path home) {
    return new Settings.Garmin(
        address(SettingName.GARMIN_API_URL).orElseThrow(),
        address(SettingName.GARMIN_AUTH_URL).orElseThrow(),
        address(SettingName.GARMIN_SSO_URL).orElseThrow(),
        value(SettingName.GARMIN_TOKENS, SettingType.path()).orElse(home.resolve("tokens").resolve("garmin_tokens.json")),
        new Settings.GarminApp(
            text(SettingName.GARMIN_CLIENT_ID),
            text(SettingName.GARMIN_USER_AGENT),
            text(SettingName.GARMIN_APP_USER_AGENT),
            text(SettingName.GARMIN_APP_VERSION),
            text(SettingName.GARMIN_TOKEN_PATH),
            text(SettingName.GARMIN_SIGN_IN_PATH),
            text(SettingName.GARMIN_SERVICE_PATH)));
  }

  private String text(SettingName name) {
    return value(name, SettingType.text()).orElseThrow();
  }

  private Settings.Strava strava() {
    Map<String, StravaDataUse> uses = Map.of("coach", StravaDataUse.COACH, "seven-days", StravaDataUse.SEVEN_DAYS);
    return new Settings.Strava(
        address(SettingName.STRAVA_API_URL).orElseThrow(),
        address(SettingName.STRAVA_AUTH_URL).orElseThrow(),
        value(SettingName.STRAVA_CLIENT_ID, SettingType.text()),
        value(SettingName.STRAVA_CLIENT_SECRET, SettingType.text()),
        value(SettingName.STRAVA_REFRESH_TOKEN, SettingType.text()),
        value(SettingName.STRAVA_DATA_USE, SettingType.oneOf(uses, "coach or seven-days (docs/connecting.md, \"Strava\", says what they mean)")));
  }

  private Settings.Runner runner(LocalDate today) {
    Map<String, Settings.Sex> sexes =
        Map.of("female", Settings.Sex.FEMALE, "f", Settings.Sex.FEMALE, "male", Settings.Sex.MALE, "m", Settings.Sex.MALE);
    return new Settings.Runner(
        value(SettingName.RUNNER_SEX, SettingType.oneOf(sexes, "female or male")),
        value(SettingName.RUNNER_BIRTH_DATE, SettingType.date(today.minusYears(120), today.minusYears(5))),
        heartRate(SettingName.RUNNER_MAX_HR, 100, 240),
        heartRate(SettingName.RUNNER_RESTING_HR, 25, 120),
        heartRate(SettingName.RUNNER_LTHR, 80, 230),
        value(SettingName.RUNNER_WEIGHT_KG, SettingType.number(25, 300, "kg")).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  /** Values that are right alone and wrong together. */
  private void checkTogether(Settings settings) {
    if (settings.inbox().equals(settings.outbox())) {
      findings.add("LONGRUN_INBOX and LONGRUN_OUTBOX are both " + settings.inbox() + "; they must be two folders.");
    }
    checkInbox(settings);
    Settings.Runner runner = settings.runner();
    checkAscending(SettingName.RUNNER_RESTING_HR, runner.restingHrBpm(), SettingName.RUNNER_MAX_HR, runner.maxHrBpm());
    checkAscending(SettingName.RUNNER_RESTING_HR, runner.restingHrBpm(), SettingName.RUNNER_LTHR, runner.lthrBpm());
    checkAscending(SettingName.RUNNER_LTHR, runner.lthrBpm(), SettingName.RUNNER_MAX_HR, runner.maxHrBpm());
  }

  /** Whatever lies in the inbox is taken out of it: the program's own files must not. */
  private void checkInbox(Settings settings) {
    Path inbox = settings.inbox();
    boolean holdsTheHome = settings.home().startsWith(inbox);
    boolean isOurs = Stream.of("tokens", "logs", "backups", "models").map(settings.home()::resolve).anyMatch(inbox::startsWith);
    if (holdsTheHome || isOurs || settings.garmin().tokens().startsWith(inbox)) {
      findings.add(
          "LONGRUN_INBOX is " + inbox + ", where Longrun keeps files of its own, and everything is taken out of the inbox; it must be a folder"
              + " of its own.");
    }
  }

  private void checkAscending(SettingName lower, OptionalInt low, SettingName higher, OptionalInt high) {
    if (low.isPresent() && high.isPresent() && low.getAsInt() >= high.getAsInt()) {
      findings.add(
          lower + " is " + low.getAsInt() + " and " + higher + " is " + high.getAsInt() + "; the first must be the lower of the two.");
    }
  }

  private Optional<URI> address(SettingName name) {
    return value(name, SettingType.webAddress());
  }

  private Duration duration(SettingName name, Duration least, Duration most) {
    return value(name, SettingType.duration(least, most)).orElseThrow();
  }

  private String cron(SettingName name) {
    return value(name, SettingType.cron()).orElseThrow();
  }

  private OptionalInt heartRate(SettingName name, int least, int most) {
    return value(name, SettingType.wholeNumber(least, most, "beats a minute")).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** The given value, else the default, else nothing. A name that is given without a value counts as not given. */
  private <T> Optional<T> value(SettingName name, SettingType<T> type) {
    Optional<String> given = Optional.ofNullable(values.get(name.name())).map(String::strip).filter(text -> !text.isEmpty());
    if (given.isPresent()) {
      try {
        return Optional.of(type.parse(given.get()));
      } catch (SettingType.Unusable e) {
        findings.add(sentence(name, given.get(), e.getMessage()));
      }
    }
    return name.defaultText().map(type::parse);
  }

  private static String sentence(SettingName name, String value, String expected) {
    if (name.isSecret()) {
      return name + " must be " + expected + ".";
    }
    // An address with a password or a key in it is refused; what was typed before the @ or after the ? is not for the screen either.
    String shown =
        value.replaceAll("[\\p{Cc}\\p{Cf}]", " ").replaceAll("//[^/]*@", "//…@").replaceAll("(://[^?#]*[?#]).+", "$1…");
    if (shown.length() > LONGEST_SHOWN_VALUE) {
      shown = shown.substring(0, LONGEST_SHOWN_VALUE) + "…";
    }
    return name + " is \"" + shown + "\", but must be " + expected + ".";
  }
}
