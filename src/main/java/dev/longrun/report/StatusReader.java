package dev.longrun.report;

import dev.longrun.log.DatabaseTrouble;
import dev.longrun.log.KnownUntil;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.record.SyncState;
import dev.longrun.log.record.SyncStates;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Reads the {@link Status} from the database, the settings and the folders. Only reads, and by plain JDBC:
 * the command that shows it lives for less than a second. Thread-safe.
 */
public final class StatusReader {
  /** A status is one screen. */
  private static final int SHOWN_PUT_ASIDES = 10;

  /** A file that is damaged, whose whole part is in the log: nothing was put aside. */
  private static final String IN_PART = "(source = 'file' and field = 'file')";

  private final Settings settings;
  private final DataSource database;

  /** @param database may be read-only, and written by another process meanwhile */
  public StatusReader(Settings settings, DataSource database) {
    this.settings = settings;
    this.database = database;
  }

  /**
   * @param service the process id of the running service, if it runs
   * @throws DatabaseTrouble when the database cannot be read
   * @throws IllegalStateException when it is not of this version
   */
  public Status read(OptionalLong service) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return new Status(
          service,
          sources(statement),
          runs(statement),
          waiting(connection),
          putAside(statement, "not " + IN_PART),
          count(statement, "select count(*) from put_aside where resolved_at is null and not " + IN_PART),
          RefusedFiles.recent(settings),
          DoubtfulRuns.sentences(statement),
          inPart(statement),
          doubted(statement),
          freeBytes());
    } catch (SQLException e) {
      throw DatabaseTrouble.in(e)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new IllegalStateException("The training log in " + settings.home() + " cannot be read", e));
    }
  }

  private List<Status.SourceStatus> sources(Statement statement) throws SQLException {
    Map<Source, SyncState> states = new EnumMap<>(Source.class);
    try (ResultSet row = statement.executeQuery("select * from sync_state")) {
      while (row.next()) {
        SyncState state = SyncStates.of(row);
        states.put(state.source(), state);
      }
    }
    return List.of(
        source(states, Source.GARMIN, SourceSetup.garminOff(settings)),
        source(states, Source.STRAVA, SourceSetup.stravaOff(settings)),
        source(states, Source.OPEN_METEO, Optional.empty()));
  }

  private static Status.SourceStatus source(Map<Source, SyncState> states, Source source, Optional<String> off) {
    SyncState state = states.getOrDefault(source, SyncStates.never(source));
    // A machine that was switched off has not asked, and a poll under way is not over: neither is a silence of the source.
    boolean answered =
        state.lastAttemptAt() == null || (state.lastSuccessAt() != null && !state.lastSuccessAt().isBefore(state.lastAttemptAt()));
    boolean inVain = state.lastError() != null || state.blockedReason() != null;
    boolean silent = off.isEmpty() && !answered && inVain;
    Instant since = state.lastSuccessAt() == null ? state.firstAttemptAt() : state.lastSuccessAt();
    return new Status.SourceStatus(state, off, silent ? Optional.ofNullable(since) : Optional.empty());
  }

  // The reasons of RunLoads that the runner can end name the setting.
  private static Status.Runs runs(Statement statement) throws SQLException {
    String sql =
        """
        select
            count(*),
            count(*) filter (where counted = 0 and coalesce(uncounted_because, 'Strava API') = 'Strava API'),
            min(run_date),
            max(run_date),
            (select count(*) from counted_run where load_missing like '%: set RUNNER_%'),
            (select load_missing from counted_run where load_missing like '%: set RUNNER_%'
             group by load_missing order by count(*) desc limit 1),
            (select known_until from known_until),
            (select known_day from known_until),
            (select known_by from known_until)
        from main_log""";
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      KnownUntil known =
          row.getString(7) == null
              ? KnownUntil.NOTHING
              : new KnownUntil(Timestamps.parse(row.getString(7)), date(row.getString(8)), Source.of(row.getString(9)));
      return new Status.Runs(
          row.getLong(1), row.getLong(2), date(row.getString(3)), date(row.getString(4)), known, row.getLong(5), row.getString(6));
    }
  }

  // The runs for weather are those that routes/sql/runs-without-weather.sql will ask about.
  private Status.Waiting waiting(Connection connection) throws SQLException {
    String sql =
        """
        select
            count(*),
            min(asked_at),
            max(last_error),
            (select count(*) from summary where words_pending = 1),
            (select min(updated_at) from summary where words_pending = 1),
            (select count(*) from question where delivered_at is null) + (select count(*) from summary where delivered_at is null),
            (select count(*) from counted_run as run
             where sport not in ('treadmill', 'virtual')
               and latitude between -90 and 90
               and longitude between -180 and 180
               and started_at <= ?
               and not exists (select 1 from weather_log where run_date = run.run_date and run_no = run.run_no)),
            (select min(day) from due_day)
        from question
        where state in ('queued', 'provisional')""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, Timestamps.of(settings.clock().instant()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Status.Waiting(
            row.getLong(1),
            Timestamps.parse(row.getString(2)),
            PlainText.line(row.getString(3)),
            row.getLong(4),
            Timestamps.parse(row.getString(5)),
            row.getLong(6),
            row.getLong(7),
            date(row.getString(8)),
            InboxFiles.waiting(settings.inbox()));
      }
    }
  }

  private List<Status.PutAside> inPart(Statement statement) throws SQLException {
    List<Status.PutAside> things = new ArrayList<>();
    String sql = "select value, reason, noted_at from put_aside where resolved_at is null and " + IN_PART + " order by noted_at desc, put_aside_id desc limit " + SHOWN_PUT_ASIDES;
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        things.add(new Status.PutAside(PlainText.line(row.getString(1)), PlainText.line(row.getString(2)), day(row.getString(3))));
      }
    }
    return things;
  }

  private static List<Status.Doubted> doubted(Statement statement) throws SQLException {
    List<Status.Doubted> runs = new ArrayList<>();
    String sql =
        "select run_date, run_no, name, uncounted_because from main_log where counted = 0 and uncounted_because <> 'Strava API'"
            + " order by run_date desc, run_no desc limit " + SHOWN_PUT_ASIDES;
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        runs.add(new Status.Doubted(date(row.getString(1)), row.getInt(2), PlainText.line(row.getString(3)), PlainText.line(row.getString(4))));
      }
    }
    return runs;
  }

  private LocalDate day(String instant) {
    return LocalDate.ofInstant(Timestamps.parse(instant), settings.timezone());
  }

  private List<Status.PutAside> putAside(Statement statement, String which) throws SQLException {
    List<Status.PutAside> things = new ArrayList<>();
    String sql =
        "select source, external_id, reason, noted_at from put_aside where resolved_at is null and " + which
            + " order by noted_at desc, put_aside_id desc limit " + SHOWN_PUT_ASIDES;
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        things.add(
            new Status.PutAside(
                Source.of(row.getString(1)).title() + " " + PlainText.line(row.getString(2)),
                PlainText.line(row.getString(3)),
                day(row.getString(4))));
      }
    }
    return things;
  }

  private long freeBytes() {
    try {
      return Files.getFileStore(settings.home()).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long count(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
