package dev.longrun.command.doctor;

import dev.longrun.log.Database;
import dev.longrun.log.DatabaseTrouble;
import dev.longrun.log.derived.RestingHeartRateKnown;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import dev.longrun.unpack.SqliteLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the database is whole, and of a version this program knows. Does not migrate it. */
record DatabaseCheckup(Settings settings) implements Checkup {
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
    SqliteLibrary.useWhenThere(settings.home());
    try (Connection connection = Database.readOnly(file).getConnection();
        Statement statement = connection.createStatement()) {
      List<Finding> findings = new ArrayList<>(List.of(whole(file, statement), version(file, statement)));
      boolean derived = !text(statement, "select 1 from sqlite_master where type = 'table' and name = 'threshold'").isEmpty();
      String missing = derived ? text(statement, RestingHeartRateKnown.MISSING) : "";
      if (!missing.isEmpty()) {
        findings.add(Finding.note(RestingHeartRateKnown.sentence(missing)));
      }
      return findings;
    } catch (SQLException e) {
      return List.of(
          Finding.mend(
              DatabaseTrouble.in(e, file)
                  .map(Throwable::getMessage)
                  .orElse(file + " cannot be read: it is another program's, or damaged. Put back a copy from backups/, or move it away and start again:"
                      + " what the sites have is read anew")));
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
    int newest = Database.newest(ProgramFolder.find().schema());
    if (version > newest) {
      return Finding.mend(file + " was written by a newer Longrun (schema " + version + ", this one knows " + newest + "); update Longrun");
    }
    return version == newest
        ? Finding.ok("schema " + version)
        : Finding.note("schema " + version + "; the next start brings it to " + newest);
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
