package dev.longrun.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The one SQLite file, brought to the present schema and opened twice: a single writing connection with IMMEDIATE
 * transactions, so that writers queue instead of failing half-way, and a read-only source that never waits for them.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {
  /** Another process may hold the write lock for a second; a notebook or a backup of the runner's for a good while longer. */
  private static final int BUSY_TIMEOUT_MS = 15_000;

  /** In WAL nobody who only reads waits, save for a program that takes the whole file for itself. */
  private static final int READING_BUSY_TIMEOUT_MS = 2_000;

  /** What a migration or the first transaction of a start needs at the least. */
  private static final long LEAST_FREE_BYTES = 1024 * 1024;

  private static final String APPLIED =
      "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success = 1";

  private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*\\.sql");

  /** The log lane, the coach lane, the inbox and the status page may read at the same time, each from within another read. */
  private static final int READERS = 8;

  private final HikariDataSource writer;
  private final HikariDataSource reader;
  private final Jdbi writing;
  private final Jdbi reading;

  private Database(HikariDataSource writer, HikariDataSource reader) {
    this.writer = writer;
    this.reader = reader;
    this.writing = ColumnTypes.on(writer);
    this.reading = ColumnTypes.on(reader);
  }

  /**
   * Opens the file, creating and migrating it as needed.
   *
   * @param schema the folder of Flyway migrations
   * @throws DatabaseTrouble when it is newer than this program, damaged, locked, without room or somebody else's; it is left as it is
   */
  public static Database open(Path file, Path schema) {
    return open(file, schema, BUSY_TIMEOUT_MS);
  }

  static Database open(Path file, Path schema, int busyTimeoutMs) {
    try {
      requireRoom(file);
      requireUsable(file, schema, true);
      migrate(file, schema, busyTimeoutMs);
      return open(file, busyTimeoutMs);
    } catch (RuntimeException e) {
      throw DatabaseTrouble.in(e, file).map(RuntimeException.class::cast).orElse(e);
    }
  }

  private static Database open(Path file, int busyTimeoutMs) {
    SQLiteConfig writing = config(busyTimeoutMs);
    writing.setTransactionMode(TransactionMode.IMMEDIATE);
    HikariDataSource writer = pool("writer", file, writing, 1, false);
    try {
      return new Database(writer, pool("reader", file, reading(busyTimeoutMs), READERS, true));
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** For everybody's transactions: one at a time, so they are short. */
  public Jdbi writing() {
    return writing;
  }

  /** For everybody's questions; sees committed state only, and a write through it fails. */
  public Jdbi reading() {
    return reading;
  }

  /** The same on a file that is only read, see {@link #readOnly(Path, Path)}. */
  public static Jdbi reading(DataSource readOnly) {
    return ColumnTypes.on(readOnly);
  }

  /** For the jdbc component's single statements. */
  public DataSource writer() {
    return writer;
  }

  /** For the jdbc component's single queries and the status; sees committed state only, and a write through it fails. */
  public DataSource reader() {
    return reader;
  }

  /** A single read-only source on a file that somebody else may be writing, without migrating it. */
  public static DataSource readOnly(Path file) {
    return source(file, reading(READING_BUSY_TIMEOUT_MS));
  }

  /**
   * The same for whoever needs the present schema.
   *
   * @throws DatabaseTrouble when the file is newer or older than this program, damaged, locked or somebody else's
   */
  public static DataSource readOnly(Path file, Path schema) {
    int version = requireUsable(file, schema, false);
    int newest = newest(schema);
    if (version < newest) {
      throw DatabaseTrouble.older(file, version, newest);
    }
    return readOnly(file);
  }

  /** The version that the last migration of a folder leads to. */
  public static int newest(Path schema) {
    try (Stream<Path> files = Files.list(schema)) {
      return files
          .map(file -> MIGRATION.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElseThrow(() -> new IllegalStateException("There are no migrations in " + schema));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of migrations " + schema + " cannot be read", e);
    }
  }

  /** A full disk is found before anything is begun that it would cut off. */
  private static void requireRoom(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES) {
        throw DatabaseTrouble.full(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + file + " cannot be made: " + Reason.ofFile(e), e);
    }
  }

  /**
   * Looks at the file without writing to it.
   *
   * @param whole whether every page is looked at, which takes a second for some hundred megabytes
   * @return its version; 0 for a database that is yet to be made
   */
  private static int requireUsable(Path file, Path schema, boolean whole) {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The database " + file + " cannot be read: " + Reason.ofFile(e), e);
    }
    try (Connection connection = source(file, reading(READING_BUSY_TIMEOUT_MS)).getConnection();
        Statement statement = connection.createStatement()) {
      if (whole && !"ok".equals(text(statement, "pragma quick_check(1)"))) {
        throw DatabaseTrouble.damaged(file, null);
      }
      int tables = Integer.parseInt(text(statement, "select count(*) from sqlite_master"));
      if (tables > 0 && text(statement, "select name from sqlite_master where name = 'flyway_schema_history'").isEmpty()) {
        throw DatabaseTrouble.foreign(file);
      }
      String applied = tables == 0 ? "0" : text(statement, APPLIED);
      int version = Integer.parseInt(applied);
      int newest = newest(schema);
      if (version > newest) {
        throw DatabaseTrouble.newer(file, version, newest);
      }
      return version;
    } catch (SQLException e) {
      throw DatabaseTrouble.in(e, file).orElseGet(() -> DatabaseTrouble.damaged(file, e));
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      String text = row.next() ? row.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  private static void migrate(Path file, Path schema, int busyTimeoutMs) {
    // A connection of its own with foreign keys off: a migration that rebuilds a parent table must not empty its children.
    SQLiteConfig migrating = config(busyTimeoutMs);
    migrating.enforceForeignKeys(false);
    SQLiteDataSource source = source(file, migrating);
    requireWriteLock(source);
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("filesystem:" + schema.toAbsolutePath())
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw DatabaseTrouble.otherBuild(file, e);
    }
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet violation = statement.executeQuery("pragma foreign_key_check")) {
      if (violation.next()) {
        throw new IllegalStateException(
            "After the migration of " + file + " a row of " + violation.getString(1) + " refers to nothing in " + violation.getString(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + file + " cannot be checked", e);
    }
  }

  /** Whoever cannot write now would find out only after the sites have been asked. */
  private static void requireWriteLock(SQLiteDataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      statement.execute("rollback");
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be written to", e);
    }
  }

  private static SQLiteConfig config(int busyTimeoutMs) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setBusyTimeout(busyTimeoutMs);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    return config;
  }

  private static SQLiteConfig reading(int busyTimeoutMs) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(busyTimeoutMs);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  private static HikariDataSource pool(String name, Path file, SQLiteConfig sqlite, int size, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source(file, sqlite));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setReadOnly(readOnly);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
