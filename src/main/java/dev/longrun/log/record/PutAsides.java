package dev.longrun.log.record;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What could not be used, and why. The same finding twice is one row. Thread-safe. */
public final class PutAsides {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public PutAsides(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  /** @param reason one sentence that names the field and what is wrong with the value */
  public void note(Source source, String externalId, String field, String value, String reason) {
    writer.useTransaction(handle -> note(handle, clock.instant(), source, externalId, field, value, reason));
  }

  /** The same inside a transaction under way. */
  public static void note(Handle handle, Instant now, Source source, String externalId, String field, String value, String reason) {
    handle
        .createUpdate(
            """
            insert into put_aside (source, external_id, field, value, reason, noted_at)
            values (:source, :externalId, :field, :value, :reason, :now)
            on conflict (source, external_id, field) do update
            set value = excluded.value, reason = excluded.reason, noted_at = excluded.noted_at, resolved_at = null
            where value is not excluded.value or reason is not excluded.reason or resolved_at is not null""")
        .bind("source", source.id())
        .bind("externalId", externalId)
        .bind("field", field == null ? "" : field)
        .bind("value", PlainText.line(value))
        .bind("reason", PlainText.line(reason))
        .bind("now", Timestamps.of(now))
        .execute();
  }

  /** The thing is all right now: everything noted of it is over. */
  public void resolve(Source source, String externalId) {
    writer.useTransaction(handle -> resolve(handle, clock.instant(), source, externalId));
  }

  /** The same for one finding. */
  public void resolve(Source source, String externalId, String field) {
    writer.useTransaction(handle -> resolve(handle, clock.instant(), source, externalId, field));
  }

  /** Whether this was noted and is not over. */
  public boolean isNoted(Source source, String externalId, String field) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from put_aside
                    where source = :source and external_id = :externalId and field = :field and resolved_at is null""")
                .bind("source", source.id())
                .bind("externalId", externalId)
                .bind("field", field)
                .mapTo(Boolean.class)
                .one());
  }

  /** Everything noted of the source is over. */
  public void resolveAll(Source source) {
    writer.useTransaction(
        handle ->
            handle.execute(
                "update put_aside set resolved_at = ? where source = ? and resolved_at is null", Timestamps.of(clock.instant()), source.id()));
  }

  /** Some of the activities that were put aside and are not in the log, others each time: none waits for ever behind hopeless ones. */
  public List<String> unread(Source source, int limit) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select external_id from put_aside
                    where source = :source and resolved_at is null and field <> 'owner' and external_id not like 'day%'
                      and not exists (
                        select 1 from source_activity
                        where source_activity.source = put_aside.source
                          and source_activity.external_id = put_aside.external_id)
                    group by external_id order by random() limit :limit""")
                .bind("source", source.id())
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  /** What was noted of the thing is over, except for these fields. */
  public static void resolveAllBut(Handle handle, Instant now, Source source, String externalId, List<String> fields) {
    handle
        .createQuery("select field from put_aside where source = ? and external_id = ? and resolved_at is null")
        .bind(0, source.id())
        .bind(1, externalId)
        .mapTo(String.class)
        .filter(field -> !fields.contains(field))
        .list()
        .forEach(field -> resolve(handle, now, source, externalId, field));
  }

  private static void resolve(Handle handle, Instant now, Source source, String externalId, String field) {
    handle.execute(
        "update put_aside set resolved_at = ? where source = ? and external_id = ? and field = ? and resolved_at is null",
        Timestamps.of(now), source.id(), externalId, field);
  }

  public static void resolve(Handle handle, Instant now, Source source, String externalId) {
    handle.execute(
        "update put_aside set resolved_at = ? where source = ? and external_id = ? and resolved_at is null",
        Timestamps.of(now), source.id(), externalId);
  }
}
