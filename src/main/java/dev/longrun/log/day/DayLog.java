package dev.longrun.log.day;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SourceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The mornings of the training log. Every method that writes is one short transaction. Thread-safe. */
public final class DayLog {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public DayLog(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
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

  /** Keeps how a device was set on a day, by quantity: numbers as {@code Double}, the sex as a word. */
  public void keepProfile(Source source, String saidBy, LocalDate day, Map<String, Object> profile) {
    writer.useTransaction(
        handle ->
            profile.forEach(
                (quantity, value) ->
                    handle.execute(
                        """
                        insert into profile_value (quantity, day, source, said_by, value) values (?, ?, ?, ?, ?)
                        on conflict (quantity, day, source, said_by) do nothing""",
                        quantity, day.toString(), source.id(), saidBy, value)));
  }

  /** Erases everything one source said of days, but for its source records. */
  public void erase(Source source) {
    writer.useTransaction(handle -> DayStore.erase(handle, source, clock.instant()));
  }

  /** The days of which the source has said one of these values. */
  public SortedSet<LocalDate> known(Source source, LocalDate from, LocalDate to, DayField... fields) {
    List<LocalDate> known =
        reader.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select distinct day from day_value
                        where day between :from and :to and field in (<fields>) and source = :source and value is not null""")
                    .bind("from", from.toString())
                    .bind("to", to.toString())
                    .bind("source", source.id())
                    .bindList("fields", Stream.of(fields).map(DayField::column).toList())
                    .map((row, context) -> LocalDate.parse(row.getString("day")))
                    .list());
    return new TreeSet<>(known);
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
