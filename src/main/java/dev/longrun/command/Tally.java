package dev.longrun.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** What the log holds at one moment, so that a step can be told by what it changed. */
record Tally(long runs, long runsWithWeather, long questions, long answered, long notes, Map<String, Integer> summaryVersions) {
  private static final String SQL =
      """
      select
          (select count(*) from main_log),
          (select count(*) from (select 1 from weather_log group by run_date, run_no)),
          (select count(*) from question),
          (select count(*) from question where state = 'answered'),
          (select count(*) from note_file)""";

  static Tally of(DataSource reader) {
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      return new Tally(
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), summaryVersions(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("The training log cannot be counted", e);
    }
  }

  private static Map<String, Integer> summaryVersions(Connection connection) throws SQLException {
    Map<String, Integer> versions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select kind || ' ' || period, version from summary")) {
      while (row.next()) {
        versions.put(row.getString(1), row.getInt(2));
      }
    }
    return versions;
  }

  /** What is more than before, in words; empty when nothing is. */
  List<String> since(Tally before) {
    List<String> changes = new ArrayList<>();
    add(changes, runs - before.runs, "new run", "new runs");
    add(changes, runsWithWeather - before.runsWithWeather, "run with weather", "runs with weather");
    add(changes, questions - before.questions, "new question", "new questions");
    add(changes, answered - before.answered, "question answered", "questions answered");
    add(changes, notes - before.notes, "log note", "log notes");
    add(changes, summariesWritten(before), "summary written", "summaries written");
    return changes;
  }

  /** One that was delivered without its words and again with them is one summary. */
  private long summariesWritten(Tally before) {
    return summaryVersions.entrySet().stream().filter(now -> !now.getValue().equals(before.summaryVersions.get(now.getKey()))).count();
  }

  private static void add(List<String> changes, long more, String one, String many) {
    if (more > 0) {
      changes.add(String.format(Locale.ENGLISH, "%,d %s", more, more == 1 ? one : many));
    }
  }
}
