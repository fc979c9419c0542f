package dev.longrun.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reading of columns that may be missing. */
final class Rows {
  private Rows() {}

  /** Null stays null. */
  static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
