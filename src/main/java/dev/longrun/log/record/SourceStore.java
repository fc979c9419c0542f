package dev.longrun.log.record;

import dev.longrun.log.Sha256;
import dev.longrun.log.Activity;
import dev.longrun.log.RunKey;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.log.TrainingLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads and writes what the sources said, inside a transaction of the {@link TrainingLog}. */
public final class SourceStore {
  /** Two devices, or a device and its upload, start a few seconds apart; two runs of one runner never do. */
  public static final Duration START_TOLERANCE = Duration.ofMinutes(2);

  private static final Duration LONGEST_RUN = Duration.ofHours(24);

  /** @param run null: the activity is in no run */
  public record StoredActivity(Activity activity, RunKey run) {}

  private static final RowMapper<StoredActivity> STORED =
      (row, context) ->
          new StoredActivity(
              ActivityDocument.read(row.getString("document")), RunKey.ofNullable(row.getString("run_date"), row.getInt("run_no")));

  private SourceStore() {}

  public static void keep(Handle handle, SourceRecord record) {
    handle
        .createUpdate(
            """
            insert into source_record (source, external_id, kind, fetched_at, sha256, payload)
            values (:source, :externalId, :kind, :fetchedAt, :sha256, :payload)
            on conflict (source, external_id, kind) do update
            set fetched_at = excluded.fetched_at, sha256 = excluded.sha256, payload = excluded.payload
            where sha256 <> excluded.sha256""")
        .bind("source", record.source().id())
        .bind("externalId", record.externalId())
        .bind("kind", record.kind())
        .bind("fetchedAt", Timestamps.of(record.fetchedAt()))
        .bind("sha256", Sha256.of(record.payload()))
        .bind("payload", Payloads.compress(record.payload()))
        .execute();
  }

  public static Map<String, byte[]> payloads(Handle handle, Source source, String externalId) {
    Map<String, byte[]> payloads = new HashMap<>();
    handle
        .createQuery("select kind, payload from source_record where source = :source and external_id = :externalId")
        .bind("source", source.id())
        .bind("externalId", externalId)
        .map((row, context) -> Map.entry(row.getString("kind"), Payloads.decompress(row.getBytes("payload"))))
        .forEach(entry -> payloads.put(entry.getKey(), entry.getValue()));
    return payloads;
  }

  /** The same with when they were given, in one order. */
  public static List<SourceRecord> records(Handle handle, Source source, String externalId) {
    return handle
        .createQuery(
            "select kind, fetched_at, payload from source_record where source = :source and external_id = :externalId order by fetched_at, kind")
        .bind("source", source.id())
        .bind("externalId", externalId)
        .map(
            (row, context) ->
                new SourceRecord(
                    source,
                    externalId,
                    row.getString("kind"),
                    Timestamps.parse(row.getString("fetched_at")),
                    Payloads.decompress(row.getBytes("payload"))))
        .list();
  }

  /** @return the activity, unless it was withdrawn */
  public static Optional<StoredActivity> find(Handle handle, Source source, String externalId) {
    return handle
        .createQuery(
            """
            select document, run_date, run_no from source_activity
            where source = :source and external_id = :externalId and withdrawn_at is null""")
        .bind("source", source.id())
        .bind("externalId", externalId)
        .map(STORED)
        .findOne();
  }

  public static void put(Handle handle, Activity activity, String listedAs, Instant now) {
    handle
        .createUpdate(
            """
            insert into source_activity (source, external_id, started_at, document, listed_as, first_seen_at, read_at)
            values (:source, :externalId, :startedAt, :document, :listedAs, :now, :now)
            on conflict (source, external_id) do update
            set started_at = excluded.started_at, document = excluded.document, listed_as = excluded.listed_as,
                read_at = excluded.read_at, withdrawn_at = null""")
        .bind("source", activity.source().id())
        .bind("externalId", activity.externalId())
        .bind("startedAt", Timestamps.of(activity.startedAt()))
        .bind("document", ActivityDocument.write(activity))
        .bind("listedAs", listedAs)
        .bind("now", Timestamps.of(now))
        .execute();
  }

  public static void listedAs(Handle handle, Activity activity, String listedAs) {
    handle.execute(
        "update source_activity set listed_as = ? where source = ? and external_id = ? and listed_as is not ?",
        listedAs, activity.source().id(), activity.externalId(), listedAs);
  }

  /** Read again and found as it was. Written twice a day at most: nobody needs to know it better. */
  public static void checked(Handle handle, Activity activity, Instant now) {
    handle
        .createUpdate(
            """
            insert into source_check (source, external_id, checked_at) values (:source, :externalId, :now)
            on conflict do update set checked_at = excluded.checked_at where checked_at not between :before and :now""")
        .bind("source", activity.source().id())
        .bind("externalId", activity.externalId())
        .bind("before", Timestamps.of(now.minus(Duration.ofHours(12))))
        .bind("now", Timestamps.of(now))
        .execute();
  }

  /** @return null when the activity is unknown, or its source has no list */
  public static String listedAs(Handle handle, Activity activity) {
    return handle
        .createQuery("select listed_as from source_activity where source = :source and external_id = :externalId and listed_as is not null")
        .bind("source", activity.source().id())
        .bind("externalId", activity.externalId())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  public static boolean isWithdrawn(Handle handle, Source source, String externalId) {
    return handle
        .createQuery("select 1 from source_activity where source = :source and external_id = :externalId and withdrawn_at is not null")
        .bind("source", source.id())
        .bind("externalId", externalId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  public static void withdraw(Handle handle, Source source, String externalId, Instant now) {
    handle.execute(
        "update source_activity set withdrawn_at = ?, run_date = null, run_no = null where source = ? and external_id = ?",
        Timestamps.of(now), source.id(), externalId);
    handle.execute("update source_record set run_date = null, run_no = null where source = ? and external_id = ?", source.id(), externalId);
  }

  /** The records stay, only what they were mapped to is gone. */
  public static void forget(Handle handle, Source source, String externalId) {
    handle.execute("delete from source_activity where source = ? and external_id = ?", source.id(), externalId);
    handle.execute("update source_record set run_date = null, run_no = null where source = ? and external_id = ?", source.id(), externalId);
  }

  public static void erase(Handle handle, Source source, String externalId) {
    handle.execute("delete from source_activity where source = ? and external_id = ?", source.id(), externalId);
    handle.execute("delete from source_record where source = ? and external_id = ?", source.id(), externalId);
    handle.execute("delete from put_aside where source = ? and external_id = ?", source.id(), externalId);
    handle.execute("delete from source_check where source = ? and external_id = ?", source.id(), externalId);
    handle.execute("delete from noted_run_record where source = ? and external_id = ?", source.id(), externalId);
  }

  public static void link(Handle handle, Activity activity, RunKey run) {
    for (String table : List.of("source_activity", "source_record")) {
      handle.execute(
          "update " + table + " set run_date = ?, run_no = ? where source = ? and external_id = ? and (run_date, run_no) is not (?, ?)",
          run.date(), run.no(), activity.source().id(), activity.externalId(), run.date(), run.no());
    }
  }

  /** The neighbourhood of an instant, with those of the same activities under the names that sites and their exports give them. */
  public static List<StoredActivity> family(Handle handle, Instant start) {
    List<StoredActivity> family = neighbourhood(handle, start);
    for (int i = 0; i < family.size(); i++) {
      Optional<StoredActivity> counterpart =
          FileIdentity.counterpart(family.get(i).activity()).flatMap(name -> find(handle, name.source(), name.externalId()));
      if (counterpart.isPresent() && !isIn(family, counterpart.get())) {
        neighbourhood(handle, counterpart.get().activity().startedAt()).stream()
            .filter(other -> !isIn(family, other))
            .forEach(family::add);
      }
    }
    return family;
  }

  private static boolean isIn(List<StoredActivity> family, StoredActivity stored) {
    return family.stream().anyMatch(other -> other.activity().equals(stored.activity()));
  }

  /** Everything that may be the same run as something that started at the given instant, directly or through others. */
  private static List<StoredActivity> neighbourhood(Handle handle, Instant start) {
    Instant from = start;
    Instant to = start;
    while (true) {
      List<StoredActivity> found = between(handle, from.minus(START_TOLERANCE), to.plus(START_TOLERANCE));
      Instant first = found.stream().map(stored -> stored.activity().startedAt()).min(Instant::compareTo).orElse(start);
      Instant last = found.stream().map(stored -> end(stored.activity())).max(Instant::compareTo).orElse(start);
      if (!first.isBefore(from) && !last.isAfter(to)) {
        return found;
      }
      from = first.isBefore(from) ? first : from;
      to = last.isAfter(to) ? last : to;
    }
  }

  /** Of a watch that was left running for days only the first day is believed. */
  private static Instant end(Activity activity) {
    Double seconds = activity.elapsedS() == null ? activity.movingS() : activity.elapsedS();
    return activity.startedAt().plusSeconds(seconds == null ? 0 : (long) Math.min(seconds, LONGEST_RUN.toSeconds()));
  }

  /** What started in the time, and what was still under way when it began. */
  private static List<StoredActivity> between(Handle handle, Instant from, Instant to) {
    return new ArrayList<>(
        handle
            .createQuery(
                """
                select document, run_date, run_no from source_activity
                where withdrawn_at is null
                  and started_at between :earliest and :to
                  and (started_at >= :from
                       or unixepoch(started_at) + coalesce(json_extract(document, '$.elapsedS'), json_extract(document, '$.movingS'), 0)
                          >= unixepoch(:from))""")
            .bind("earliest", Timestamps.of(from.minus(LONGEST_RUN)))
            .bind("from", Timestamps.of(from))
            .bind("to", Timestamps.of(to))
            .map(STORED)
            .list());
  }
}
