package dev.longrun.benchmark;

import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.demo.site.SimulatedGarmin;
import dev.longrun.demo.site.SimulatedOllama;
import dev.longrun.demo.site.SimulatedOpenMeteo;
import dev.longrun.demo.site.SimulatedStrava;
import dev.longrun.service.HomeFolders;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;

/** A home with its simulated sites and the program started on it, without schedules. */
final class Home implements AutoCloseable {
  /** Some days before now, so that new runs can be added one by one without coming from the future. */
  static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 20);
  static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final String NOBODY = "http://127.0.0.1:9";

  final SyntheticRunner runner;
  final SimulatedGarmin garmin;
  final SimulatedStrava strava;
  final SimulatedOpenMeteo openMeteo;
  final SimulatedOllama ollama = new SimulatedOllama();
  final Settings settings;
  private final LongrunService service;
  private final ProducerTemplate template;

  private Home(Path path, SyntheticRunner runner, List<SyntheticRun> onGarmin, List<SyntheticRun> onStrava) throws Exception {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
    this.runner = runner;
    this.garmin = new SimulatedGarmin(onGarmin, clock);
    this.strava = SimulatedStrava.generous(onStrava, clock);
    this.openMeteo = new SimulatedOpenMeteo(runner.weather(), runner.hoursWithoutWeather(), clock);
    Map<String, String> values = new TreeMap<>(withoutSources(path, ollama));
    values.put("GARMIN_API_URL", garmin.address("").toString());
    values.put("GARMIN_AUTH_URL", garmin.address("").toString());
    values.put("OPEN_METEO_FORECAST_URL", openMeteo.forecastUrl().toString());
    values.put("OPEN_METEO_ARCHIVE_URL", openMeteo.archiveUrl().toString());
    if (!onStrava.isEmpty()) {
      values.put("STRAVA_API_URL", strava.address("/api/v3").toString());
      values.put("STRAVA_AUTH_URL", strava.address("/oauth").toString());
      values.put("STRAVA_CLIENT_ID", SimulatedStrava.CLIENT_ID);
      values.put("STRAVA_CLIENT_SECRET", SimulatedStrava.CLIENT_SECRET);
      values.put("STRAVA_REFRESH_TOKEN", strava.refreshToken());
      values.put("STRAVA_DATA_USE", "coach");
    }
    this.settings = new SettingsReader(values).read();
    HomeFolders.create(settings);
    if (!onGarmin.isEmpty()) {
      Files.writeString(settings.garmin().tokens(), garmin.tokenFile());
    }
    this.service = new LongrunService(settings, ProgramFolder.find(), false);
    service.start();
    this.template = service.context().createProducerTemplate();
  }

  /** The settings of a home to which nothing is connected but a language model; also for programs started on it. */
  static Map<String, String> withoutSources(Path path, SimulatedOllama ollama) {
    Map<String, String> values = new TreeMap<>();
    values.put("LONGRUN_HOME", path.toString());
    values.put("LONGRUN_TIMEZONE", "Europe/Berlin");
    values.put("LONGRUN_CLOCK", NOW.toString());
    values.put("BACKFILL_SINCE", "1990-01-01");
    values.put("INBOX_SETTLE_TIME", "0s");
    values.put("ANSWER_FALLBACK_AFTER", "0s");
    values.put("RUNNER_MAX_HR", "188");
    values.put("RUNNER_RESTING_HR", "48");
    values.put("OLLAMA_URL", ollama.address("").toString());
    values.put("OLLAMA_MODEL", SimulatedOllama.MODEL);
    for (String name :
        List.of("GARMIN_API_URL", "GARMIN_AUTH_URL", "GARMIN_SSO_URL", "STRAVA_API_URL", "STRAVA_AUTH_URL",
            "OPEN_METEO_FORECAST_URL", "OPEN_METEO_ARCHIVE_URL")) {
      values.put(name, NOBODY);
    }
    return values;
  }

  static Home onGarmin(Path path, int years) throws Exception {
    SyntheticRunner runner = SyntheticRunner.daily(LAST_DAY, years, 1);
    List<SyntheticRun> runs = runner.runs().stream().filter(run -> run.garminId() != null).toList();
    return new Home(path, runner, runs, List.of());
  }

  /** A runner without a watch of Garmin: everything is on Strava, and only there. */
  static Home onStrava(Path path, int years) throws Exception {
    SyntheticRunner runner = SyntheticRunner.daily(LAST_DAY, years, 1);
    return new Home(path, runner, List.of(), runner.runs().stream().map(Home::uploaded).toList());
  }

  private static SyntheticRun uploaded(SyntheticRun run) {
    return new SyntheticRun(
        null, 15_000_000_000L + run.startedAt().getEpochSecond() / 60, run.startedAt(), run.zone(), run.name(), run.comment(),
        run.placeName(), run.latitude(), run.longitude(), run.treadmill(), run.race(), run.distanceM(), run.movingS(), run.elapsedS(),
        run.avgHrBpm(), run.maxHrBpm(), run.avgPowerW(), run.avgCadenceSpm(), run.elevationGainM(), run.elevationLossM(), run.effort(),
        run.feel(), run.shoe(), run.laps(), run.kilometres());
  }

  /** Calls a route and returns how long it took. */
  Duration call(String route) {
    long start = System.nanoTime();
    template.requestBody("direct:" + route, (Object) null);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  long runsInTheLog() throws Exception {
    try (var connection = service.database().reader().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from main_log")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** One new run at Garmin, taken in whole: list, detail, kilometres, shoe, weather, load and fitness. */
  Duration takeInOneMore() {
    garmin.add(runner.nextRun());
    return call("poll-garmin").plus(call("enrich-weather")).plus(call("derive-metrics"));
  }

  /** Every number derived again, as after a formula has changed. */
  Duration deriveEverything() {
    return deriveFrom("select min(run_date) from counted_run");
  }

  /** The numbers of the day of the newest run and after it, as after one new run. */
  Duration deriveNewest() {
    return deriveFrom("select max(run_date) from counted_run");
  }

  private Duration deriveFrom(String day) {
    service.database().writing()
        .useHandle(handle -> handle.execute("insert into due_day (day) " + day + " where true on conflict do nothing"));
    return call("derive-metrics");
  }

  /** The routes at rest, so that another process may work on the home. */
  void stop() throws IOException {
    template.close();
    service.close();
  }

  @Override
  public void close() {
    garmin.close();
    strava.close();
    openMeteo.close();
    ollama.close();
  }

}
