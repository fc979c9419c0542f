package dev.longrun.command.doctor;

import dev.longrun.log.Database;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the database is whole, and of a version this program knows. Does not migrate it. */
record DatabaseCheckup(Settings settings) implements Checkup {
  private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*\\.sql");

  @Override
  public String title() {
    return "Database";
  }

  @Override
  public List<Finding> findings() {
    Path file = settings.home().resolve("longrun.db");
    if (!Files.isRegularFile(file)) {
      return List.of(Finding.note("there is no " + file + " yet; \"longrun run\" or \"longrun once\" makes it"));
    }
    try (Connection connection = Database.readOnly(file).getConnection();
        Statement statement = connection.createStatement()) {
      return List.of(whole(file, statement), version(file, statement));
    } catch (SQLException e) {
      return List.of(
          Finding.mend(file + " cannot be read (" + e.getMessage() + "); stop Longrun and put back a copy from backups/, or move the file away"
              + " and start again: what the sites have is read anew"));
    }
  }

  private static Finding whole(Path file, Statement statement) throws SQLException {
    String found = text(statement, "pragma quick_check(1)");
    return "ok".equals(found)
        ? Finding.ok(file + " is whole, " + text(statement, "select count(*) from main_log") + " runs")
        : Finding.mend(file + " is damaged (" + found + "); stop Longrun and put back a copy from backups/, or try: sqlite3 " + file + " .recover");
  }

  private static Finding version(Path file, Statement statement) throws SQLException {
    int version = Integer.parseInt(text(statement, "select max(cast(version as integer)) from flyway_schema_history where success = 1"));
    int newest = newest();
    if (version > newest) {
      return Finding.mend(file + " was written by a newer Longrun (schema " + version + ", this one knows " + newest + "); update Longrun");
    }
    return version == newest
        ? Finding.ok("schema " + version)
        : Finding.note("schema " + version + "; the next start brings it to " + newest);
  }

  private static int newest() {
    try (Stream<Path> files = Files.list(ProgramFolder.find().schema())) {
      return files
          .map(file -> MIGRATION.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
