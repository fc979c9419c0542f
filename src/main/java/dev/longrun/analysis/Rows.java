package dev.longrun.analysis;

import dev.longrun.log.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reading of columns that may be missing. */
final class Rows {
  /** A longer name is no name; it would only push the numbers off the page. */
  private static final int LONGEST_NAME = 32;

  private Rows() {}

  /** Null stays null. */
  static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** To the nearest whole number; null stays null. */
  static Integer whole(ResultSet row, String column) throws SQLException {
    Double value = number(row, column);
    return value == null ? null : (Integer) (int) Math.round(value);
  }

  /** Null stays null. */
  static LocalDate day(ResultSet row, String column) throws SQLException {
    String day = row.getString(column);
    return day == null ? null : LocalDate.parse(day);
  }

  /** Text from outside, harmless in a line and short enough for a table; null stays null, and so does what says nothing. */
  static String name(ResultSet row, String column) throws SQLException {
    String name = PlainText.line(row.getString(column));
    if (name == null || name.isEmpty()) {
      return null;
    }
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }
}
