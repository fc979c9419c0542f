package dev.longrun.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
  /** Long enough for another process that holds the write lock for its allowed second. */
  private static final int BUSY_TIMEOUT_MS = 10_000;

  /** The log lane, the coach lane, the inbox and the status page may read at the same time, each from within another read. */
  private static final int READERS = 8;

  private final HikariDataSource writer;
  private final HikariDataSource reader;

  private Database(HikariDataSource writer, HikariDataSource reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Opens the file, creating and migrating it as needed.
   *
   * @param schema the folder of Flyway migrations
   */
  public static Database open(Path file, Path schema) {
    migrate(file, schema);
    SQLiteConfig writing = config();
    writing.setTransactionMode(TransactionMode.IMMEDIATE);
    return new Database(pool("writer", file, writing, 1, false), pool("reader", file, reading(), READERS, true));
  }

  /** For the log's own many-statement transactions, and the jdbc component's single statements. */
  public DataSource writer() {
    return writer;
  }

  /** Sees committed state only; a write through it fails. */
  public DataSource reader() {
    return reader;
  }

  /** A single read-only source on a file that somebody else may be writing, without migrating it. */
  public static DataSource readOnly(Path file) {
    return source(file, reading());
  }

  private static void migrate(Path file, Path schema) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The folder of " + file + " cannot be made", e);
    }
    // A connection of its own with foreign keys off: a migration that rebuilds a parent table must not empty its children.
    SQLiteConfig migrating = config();
    migrating.enforceForeignKeys(false);
    SQLiteDataSource source = source(file, migrating);
    Flyway.configure()
        .dataSource(source)
        .locations("filesystem:" + schema.toAbsolutePath())
        .loggers("slf4j")
        .load()
        .migrate();
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

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    return config;
  }

  private static SQLiteConfig reading() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
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
