package dev.longrun.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The training log: stores what sources say and derives the runs from it. Thread-safe. */
public final class TrainingLog {
  private static final RowMapper<KnownActivity> KNOWN =
      (row, context) ->
          new KnownActivity(
              row.getString("external_id"),
              Timestamps.parse(row.getString("started_at")),
              row.getString("listed_as"),
              Timestamps.parse(row.getString("read_at")));

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public TrainingLog(Database database, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
    this.clock = clock;
  }

  /** Stores the source records and derives the runs of the activity's neighbourhood again, in one transaction. */
  public LoadResult load(Arrival arrival) {
    throw new UnsupportedOperationException("being written");
  }

  /** The source no longer has the activity: its run is derived without it, its records are kept. */
  public boolean withdraw(Source source, String externalId) {
    throw new UnsupportedOperationException("being written");
  }

  /** Keeps a raw answer that is not an activity's, such as weather. */
  public void keep(SourceRecord record) {
    throw new UnsupportedOperationException("being written");
  }

  /** @return what is known of the activity, unless it was withdrawn */
  public Optional<KnownActivity> known(Source source, String externalId) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select external_id, started_at, listed_as, read_at from source_activity
                    where source = :source and external_id = :externalId and withdrawn_at is null""")
                .bind("source", source.id())
                .bind("externalId", externalId)
                .map(KNOWN)
                .findOne());
  }

  /** Everything known and not withdrawn that started in [from, to), oldest first. */
  public List<KnownActivity> knownBetween(Source source, Instant from, Instant to) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select external_id, started_at, listed_as, read_at from source_activity
                    where source = :source and withdrawn_at is null and started_at >= :from and started_at < :to
                    order by started_at""")
                .bind("source", source.id())
                .bind("from", Timestamps.of(from))
                .bind("to", Timestamps.of(to))
                .map(KNOWN)
                .list());
  }

  /** When the newest activity known from the source started. */
  public Optional<Instant> newestStart(Source source) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select max(started_at) from source_activity where source = :source and withdrawn_at is null")
                .bind("source", source.id())
                .mapTo(String.class)
                .findOne()
                .map(Timestamps::parse));
  }
}
