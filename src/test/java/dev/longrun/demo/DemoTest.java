package dev.longrun.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.demo.runner.Season;
import dev.longrun.demo.runner.Shoe;
import dev.longrun.demo.runner.SyntheticRun;
import dev.longrun.demo.runner.SyntheticRunner;
import dev.longrun.log.Database;
import dev.longrun.service.HomeFolders;
import dev.longrun.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, once: the outbox that a new user reads, and the log held against what the sites were told to say. */
class DemoTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
  private static final Settings.Ollama NO_OLLAMA =
      new Settings.Ollama(URI.create("http://127.0.0.1:9"), "gemma3:12b", 8192, Duration.ofMinutes(30));
  private static final SyntheticRunner RUNNER = SyntheticRunner.ofTheDemo(LAST_DAY);
  private static final Season SEASON = RUNNER.season();

  @TempDir private static Path folder;
  private static List<String> failures;
  private static String said;
  private static Jdbi log;

  @BeforeAll
  static void play() throws Exception {
    StringWriter out = new StringWriter();
    failures = play(folder.resolve("demo"), out);
    said = out.toString();
    log = Database.reading(Database.readOnly(folder.resolve("demo/longrun.db")));
  }

  private static List<String> play(Path path, StringWriter out) throws Exception {
    DemoHome home = DemoHome.take(path, path.resolveSibling("real-home"));
    home.clear();
    try (Demo demo = new Demo(home, NO_OLLAMA, Optional.of(NOW), new PrintWriter(out), false)) {
      HomeFolders.create(demo.settings());
      return demo.run();
    }
  }

  @Test
  void everythingGoesWellAndTheUserIsToldWhatToReadAndWhyWordsAreMissing() throws Exception {
    assertThat(failures).isEmpty();
    assertThat(said)
        .contains("complete without a model")
        .contains("no Ollama answers")
        .contains("latest.md")
        .contains("sqlite3")
        .contains("LONGRUN_HOME=");
    for (String line : said.lines().map(String::strip).filter(line -> line.startsWith(folder.toString())).toList()) {
      assertThat(Path.of(line)).exists();
    }
  }

  @Test
  void bothQuestionsAreAnsweredAndTheLastFourWeeksSummarised() throws Exception {
    assertThat(markdown("outbox/answers")).hasSize(2).allSatisfy(answer -> assertThat(answer).content().contains("| "));
    assertThat(markdown("outbox/weekly")).hasSize(4);
    assertThat(folder.resolve("demo/outbox/weekly/2026-W47.md")).content().contains("Leipzig - Long run");
    assertThat(folder.resolve("demo/outbox/latest.md")).exists();
    assertThat(folder.resolve("demo/inbox/done")).isDirectoryContaining("glob:**which-shoes*");
  }

  @Test
  void everyRunOfEverySiteIsOneRowWithItsKilometres() {
    List<Map<String, Object>> rows = rows("select * from main_log order by started_at");
    assertThat(rows.size()).isEqualTo(RUNNER.runs().size());
    for (int i = 0; i < rows.size(); i++) {
      SyntheticRun run = RUNNER.runs().get(i);
      Map<String, Object> row = rows.get(i);
      assertThat(row.get("run_date")).isEqualTo(run.date().toString());
      assertThat(row.get("utc_offset_s")).isEqualTo(run.utcOffsetS());
      assertThat(row.get("name")).isEqualTo(run.name());
      assertThat(number(row, "garmin_activity_id")).isEqualTo(run.garminId() == null ? null : run.garminId().doubleValue());
      assertThat(number(row, "strava_activity_id")).isEqualTo(run.stravaId() == null ? null : run.stravaId().doubleValue());
      assertThat(number(row, "distance_m")).isCloseTo(run.distanceM(), within(0.1));
      assertThat(number(row, "moving_s")).isCloseTo(run.movingS(), within(0.51));
      assertThat(number(row, "elapsed_s")).isCloseTo(run.elapsedS(), within(0.51));
      assertThat(number(row, "avg_hr_bpm")).isEqualTo(run.avgHrBpm());
      assertThat(number(row, "avg_cadence_spm")).isCloseTo(run.avgCadenceSpm(), within(0.2));
      assertThat(number(row, "elevation_gain_m")).isEqualTo(run.elevationGainM());
      assertThat(number(row, "effort")).isEqualTo(run.effort() == null ? null : run.effort().doubleValue());
      assertThat(row.get("is_race")).isEqualTo(run.race() ? 1 : 0);
    }
    assertThat(rows("select count(*) as n from split_log"))
        .containsExactly(Map.of("n", RUNNER.runs().stream().mapToInt(run -> run.kilometres().size()).sum()));
  }

  @Test
  void kilometresOfIntervalsAreThoseOfTheStream() {
    SyntheticRun run = RUNNER.runs().stream().filter(SyntheticRun::hasLapsOfItsOwn).reduce((first, second) -> second).orElseThrow();
    List<Map<String, Object>> splits =
        log.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select split_log.* from split_log join main_log using (run_date, run_no) where garmin_activity_id = ? order by km")
                    .bind(0, run.garminId())
                    .mapToMap()
                    .list());
    assertThat(splits).hasSize(run.kilometres().size());
    for (int i = 0; i < splits.size(); i++) {
      assertThat(number(splits.get(i), "moving_s")).isCloseTo(run.kilometres().get(i).movingS(), within(1.0));
      assertThat(number(splits.get(i), "avg_hr_bpm")).isCloseTo(run.kilometres().get(i).avgHrBpm(), within(1.5));
    }
    assertThat(rows("select intensity from lap_log order by run_date desc, lap_no limit 1").get(0).get("intensity")).isEqualTo("warmup");
  }

  @Test
  void theAwkwardThingsAreWhatTheyWere() {
    assertThat(runsOn(SEASON.twoRunsOn())).extracting(row -> row.get("run_no")).containsExactly(1, 2);
    assertThat(runsOn(SEASON.midnightOn()).get(runsOn(SEASON.midnightOn()).size() - 1).get("name")).asString().contains("new year");
    assertThat(runsOn(SEASON.clockChangeOn()).get(0).get("utc_offset_s")).isEqualTo(7200);
    assertThat(runsOn(SEASON.journeyFrom().plusDays(1)).get(0).get("utc_offset_s")).isEqualTo(-4 * 3600);
    assertThat(runsOn(SEASON.treadmillFrom().plusDays(1)).get(0)).containsEntry("sport", "treadmill").containsEntry("latitude", null);
    assertThat(runsOn(SEASON.withoutHeartRateOn()).get(0)).containsEntry("avg_hr_bpm", null);
    assertThat(runsOn(SEASON.onlyOnStravaOn()).get(0)).containsEntry("garmin_activity_id", null);
    assertThat(rows("select * from main_log where name like '%Cycling%'")).isEmpty();
    assertThat(rows("select * from main_log where run_date between '" + SEASON.illnessFrom() + "' and '" + SEASON.illnessTo() + "'")).isEmpty();
    assertThat(rows("select name from shoe order by name").stream().map(row -> row.get("name")).toList())
        .isEqualTo(Stream.of(Shoe.values()).map(Shoe::title).sorted().toList());
  }

  @Test
  void everyOutdoorRunHasTheWeatherOfItsHours() {
    assertThat(
            rows(
                """
                select run_date, name from main_log
                where sport <> 'treadmill'
                  and not exists (select 1 from weather_log
                                  where weather_log.run_date = main_log.run_date and weather_log.run_no = main_log.run_no)
                """))
        .isEmpty();
    assertThat(rows("select hour_utc from weather_log join main_log using (run_date, run_no) where sport = 'treadmill'")).isEmpty();
    SyntheticRun run = RUNNER.runs().get(100);
    Map<String, Object> weather =
        rows("select * from weather_log where run_date = '" + run.date() + "' and run_no = 1 order by hour_utc").get(0);
    Instant hour = Instant.parse((String) weather.get("hour_utc"));
    assertThat(hour).isBeforeOrEqualTo(run.startedAt());
    assertThat(number(weather, "temperature_c"))
        .isEqualTo(RUNNER.weather().at(hour, run.latitude(), run.longitude()).temperatureC());
    assertThat(number(weather, "provisional")).isEqualTo(0.0);
    assertThat(rows("select provisional from weather_log where run_date = '" + LAST_DAY + "'"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("provisional", 1));
  }

  @Test
  void theSameDayGivesTheSameLogOnceMore() throws Exception {
    play(folder.resolve("again"), new StringWriter());
    Jdbi again = Database.reading(Database.readOnly(folder.resolve("again/longrun.db")));
    for (String table : List.of("shoe", "main_log", "split_log", "lap_log", "weather_log", "run_metric", "day_metric")) {
      assertThat(content(again, table)).as(table).isNotEmpty().isEqualTo(content(log, table));
    }
  }

  @Test
  void theHomeIsLeftSoThatNoRealSiteIsAskedForItsRunner() throws Exception {
    assertThat(folder.resolve("demo/tokens/garmin_tokens.json")).doesNotExist();
    assertThat(folder.resolve("demo/.env")).content().contains("OPEN_METEO_ARCHIVE_URL=http://127.0.0.1:9").doesNotContain("SECRET");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo/.env")))).isEqualTo("rw-------");
  }

  private static List<String> content(Jdbi database, String table) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select * from " + table)
                .mapToMap()
                .map(
                    row -> {
                      row.keySet().removeAll(List.of("created_at", "updated_at"));
                      return row.toString();
                    })
                .stream()
                .sorted()
                .toList());
  }

  private static List<Map<String, Object>> runsOn(LocalDate day) {
    return rows("select * from main_log where run_date = '" + day + "' order by run_no");
  }

  private static List<Map<String, Object>> rows(String sql) {
    return log.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }

  private static Double number(Map<String, Object> row, String column) {
    return row.get(column) == null ? null : ((Number) row.get(column)).doubleValue();
  }

  private static List<Path> markdown(String path) throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("demo").resolve(path))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }
}
