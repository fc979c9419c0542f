package dev.longrun.log.day;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SourceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The mornings of the training log. Every method that writes is one short transaction. Thread-safe. */
public final class DayLog {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public DayLog(Database database, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
    this.clock = clock;
  }

  /** Keeps an answer about days and what it says. */
  public void load(SourceRecord record, SaidOfDays said) {
    writer.useTransaction(
        handle -> {
          SourceStore.keep(handle, record);
          DayStore.say(handle, said);
        });
  }

  /** Erases everything one source said of days, but for its source records. */
  public void erase(Source source) {
    writer.useTransaction(handle -> DayStore.erase(handle, source, clock.instant()));
  }

  /** Whether the source has said anything of a value of the day. */
  public boolean isKnown(Source source, LocalDate day, DayField field) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select 1 from day_value where day = ? and field = ? and source = ? and value is not null limit 1")
                .bind(0, day.toString())
                .bind(1, field.column())
                .bind(2, source.id())
                .mapTo(Integer.class)
                .findOne())
        .isPresent();
  }

  /** The latest value known on the morning of the day, as it was seen at waking. */
  public Optional<Double> latest(DayField field, LocalDate day) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    "select coalesce(" + field.wakeColumn() + ", " + field.column() + ") as value from day_log where day <= ? and value is not null"
                        + " order by day desc limit 1")
                .bind(0, day.toString())
                .mapTo(Double.class)
                .findOne());
  }
}
