package dev.longrun.log;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How moments and days stand in the columns of the log, said once for every statement: as text, moments as {@link Timestamps} writes them. */
final class ColumnTypes {
  private ColumnTypes() {}

  static Jdbi on(DataSource source) {
    return Jdbi.create(source)
        .registerColumnMapper(Instant.class, (row, column, context) -> Timestamps.parse(row.getString(column)))
        .registerColumnMapper(LocalDate.class, (row, column, context) -> day(row.getString(column)))
        .registerArgument(new Moment())
        .registerArgument(new Day());
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static final class Moment extends AbstractArgumentFactory<Instant> {
    Moment() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, Timestamps.of(moment));
    }
  }

  private static final class Day extends AbstractArgumentFactory<LocalDate> {
    Day() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(LocalDate day, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, day.toString());
    }
  }
}
