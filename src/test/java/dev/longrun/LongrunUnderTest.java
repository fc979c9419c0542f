package dev.longrun;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import dev.longrun.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The real program on a home of its own, without its schedules: a test calls the routes itself and looks at the database.
 * Nothing points at the real sites unless a test says where its own are.
 */
public final class LongrunUnderTest implements AutoCloseable {
  private final LongrunService service;
  private final Settings settings;

  private LongrunUnderTest(Settings settings, boolean schedules, Map<String, String> routeProperties) {
    this.settings = settings;
    this.service = new LongrunService(settings, ProgramFolder.find(), schedules, routeProperties);
  }

  /**
   * Started, with the given settings on top of addresses where nobody listens. Names in lower case are properties of the routes,
   * such as {@code source.retry-delay}.
   */
  public static LongrunUnderTest start(Path home, Map<String, String> settings) throws Exception {
    return start(home, settings, false);
  }

  public static LongrunUnderTest start(Path home, Map<String, String> settings, boolean schedules) throws Exception {
    Map<Boolean, Map<String, String>> byKind =
        settings.entrySet().stream()
            .collect(partitioningBy(entry -> entry.getKey().contains("."), toMap(Map.Entry::getKey, Map.Entry::getValue)));
    Map<String, String> routeProperties = new TreeMap<>(Map.of("source.retry-delay", "20"));
    routeProperties.putAll(byKind.get(true));
    LongrunUnderTest longrun = new LongrunUnderTest(settings(home, byKind.get(false)), schedules, routeProperties);
    longrun.service.start();
    return longrun;
  }

  public static Settings settings(Path home, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("LONGRUN_HOME", home.toString());
    all.putIfAbsent("LONGRUN_TIMEZONE", "Europe/Berlin");
    for (String url :
        List.of(
            "GARMIN_API_URL", "GARMIN_AUTH_URL", "GARMIN_SSO_URL", "STRAVA_API_URL", "STRAVA_AUTH_URL",
            "OPEN_METEO_FORECAST_URL", "OPEN_METEO_ARCHIVE_URL", "OLLAMA_URL")) {
      all.putIfAbsent(url, "http://127.0.0.1:9");
    }
    return new SettingsReader(all).read();
  }

  public Settings settings() {
    return settings;
  }

  public LongrunService service() {
    return service;
  }

  /** Calls a route by its id and returns the body it ends with; a failure of the exchange is thrown. */
  public Object call(String route, Object body) {
    try (var template = service.context().createProducerTemplate()) {
      return template.requestBody("direct:" + route, body);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public Object call(String route) {
    return call(route, null);
  }

  /** The same with one header, such as {@code full}. */
  public Object call(String route, String header, Object value) {
    try (var template = service.context().createProducerTemplate()) {
      return template.requestBodyAndHeader("direct:" + route, null, header, value);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public <T> T bean(String name, Class<T> type) {
    return service.context().getRegistry().lookupByNameAndType(name, type);
  }

  /** What is in the log now is all there is up to now, as if a file had been imported. */
  public void allIsKnown() {
    String now = Timestamps.of(settings.clock().instant());
    service.database().writing()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into file_import (taken_as, file_name, archive, started_at, finished_at, loaded, created_at, updated_at)
                    values ('all', 'all.zip', 1, ?, ?, 1, '', '')
                    on conflict (taken_as) do update set started_at = excluded.started_at""",
                    now, now));
  }

  /** Rows as maps from column to value. */
  public List<Map<String, Object>> rows(String sql, Object... arguments) {
    return service.database().reading()
        .withHandle(
            handle -> {
              var query = handle.createQuery(sql);
              for (int i = 0; i < arguments.length; i++) {
                query.bind(i, arguments[i]);
              }
              return query.mapToMap().list();
            });
  }

  /** The only value of the only row. */
  public Object value(String sql, Object... arguments) {
    return rows(sql, arguments).get(0).values().iterator().next();
  }

  /** Empties every table that a migration has not filled, so that tests can share one started program. */
  public void forgetEverything() {
    service.database().writing()
        .useTransaction(
            handle -> {
              handle.execute("pragma defer_foreign_keys = on");
              String guard = "goal_ledger_is_never_deleted";
              String guarded = handle.createQuery("select sql from sqlite_master where name = ?").bind(0, guard).mapTo(String.class).one();
              handle.execute("drop trigger " + guard);
              handle
                  .createQuery("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not in ('flyway_schema_history', 'formula')")
                  .mapTo(String.class)
                  .list()
                  .forEach(table -> handle.execute("delete from " + table));
              handle.execute(guarded);
            });
  }

  @Override
  public void close() {
    service.close();
  }
}
