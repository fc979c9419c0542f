package dev.longrun.log.said;

import dev.longrun.log.Activity;
import dev.longrun.log.RunKey;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.ActivityDocument;
import dev.longrun.log.record.Precedence;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.said.NotedRun.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads and writes the runs the runner has spoken of, inside a transaction. */
public final class NotedRunStore {
  private static final List<String> WORDS = List.of("effort", "feel", "comment", "is_race", "is_run", "shoe_id");

  private final Handle handle;

  public NotedRunStore(Handle handle) {
    this.handle = handle;
  }

  /** Two of them, in the order of their ids. */
  public record Pair(long first, long second, boolean merged) {}

  /** Those that may be among the given activities: by their records, by their start, or because they wait for a run of that day. */
  public List<NotedRun> among(Collection<Activity> activities) {
    Set<Long> ids = new TreeSet<>();
    Set<String> days = new TreeSet<>();
    for (Activity activity : activities) {
      ids.addAll(
          handle
              .createQuery("select noted_run_id from noted_run_record where source = :source and external_id = :externalId")
              .bind("source", activity.source().id())
              .bind("externalId", activity.externalId())
              .mapTo(Long.class)
              .list());
      ids.addAll(
          handle
              .createQuery("select noted_run_id from noted_run where started_at between :from and :to")
              .bind("from", Timestamps.of(activity.startedAt().minus(SourceStore.START_TOLERANCE)))
              .bind("to", Timestamps.of(activity.startedAt().plus(SourceStore.START_TOLERANCE)))
              .mapTo(Long.class)
              .list());
      days.add(activity.runDate().toString());
    }
    for (String day : days) {
      ids.addAll(
          handle
              .createQuery("select noted_run_id from noted_run where started_at is null and awaited between :day and :day || '~'")
              .bind("day", day)
              .mapTo(Long.class)
              .list());
    }
    return ids.stream().map(this::get).toList();
  }

  public NotedRun get(long id) {
    List<RecordId> records =
        handle
            .createQuery(
                """
                select record.source, record.external_id,
                    activity.external_id is not null and activity.withdrawn_at is null as present
                from noted_run_record as record
                left join source_activity as activity using (source, external_id)
                where noted_run_id = :id order by rank""")
            .bind("id", id)
            .map((row, context) -> new RecordId(row.getString("source"), row.getString("external_id"), row.getBoolean("present")))
            .list();
    return handle
        .createQuery("select * from noted_run where noted_run_id = :id")
        .bind("id", id)
        .mapToMap()
        .map(
            row ->
                new NotedRun(
                    id,
                    Timestamps.parse((String) row.get("started_at")),
                    (String) row.get("awaited"),
                    ((Number) row.get("deleted")).intValue() == 1,
                    words(row),
                    (String) row.get("said_at"),
                    records))
        .one();
  }

  /** The one whose run stands there, if the runner has spoken of it. */
  Optional<Long> of(RunKey key) {
    return recordsOf(key).stream().flatMap(record -> of(record).stream()).findFirst();
  }

  /** The same, made if need be. */
  long ofOrNew(RunFinder.Found run, String now) {
    Optional<Long> known = of(run.key());
    if (known.isPresent()) {
      return known.get();
    }
    long id = insert(Timestamps.of(run.startedAt()), null, now);
    recordsOf(run.key()).forEach(record -> add(id, record));
    return id;
  }

  Optional<Long> of(RecordId record) {
    return handle
        .createQuery(
            """
            select noted_run_id from noted_run_record
            where source = :source and external_id = :externalId order by rank, noted_run_id limit 1""")
        .bind("source", record.source())
        .bind("externalId", record.externalId())
        .mapTo(Long.class)
        .findOne();
  }

  /** One that waits for its run, made if need be. */
  long awaiting(String awaited, String now) {
    return handle
        .createQuery("select noted_run_id from noted_run where started_at is null and awaited = :awaited")
        .bind("awaited", awaited)
        .mapTo(Long.class)
        .findOne()
        .orElseGet(() -> insert(null, awaited, now));
  }

  /** One for a single activity of a run that is to be taken apart. */
  long ofAlone(RecordId record, Instant startedAt, String now) {
    Optional<Long> first =
        handle
            .createQuery("select noted_run_id from noted_run_record where source = :source and external_id = :externalId and rank = 1")
            .bind("source", record.source())
            .bind("externalId", record.externalId())
            .mapTo(Long.class)
            .findOne();
    long id = first.orElseGet(() -> insert(Timestamps.of(startedAt), null, now));
    handle.execute(
        "delete from noted_run_record where source = ? and external_id = ? and noted_run_id <> ?", record.source(), record.externalId(), id);
    if (first.isEmpty()) {
      add(id, record);
    }
    return id;
  }

  /** The activities a run is made of, in order of precedence. */
  List<RecordId> recordsOf(RunKey key) {
    return handle
        .createQuery("select document from source_activity where run_date = :date and run_no = :no and withdrawn_at is null")
        .bind("date", key.date())
        .bind("no", key.no())
        .mapTo(String.class)
        .map(ActivityDocument::read)
        .list()
        .stream()
        .sorted(Precedence.ORDER)
        .map(activity -> new RecordId(activity.source().id(), activity.externalId(), true))
        .toList();
  }

  private long insert(String startedAt, String awaited, String now) {
    return handle
        .createQuery(
            """
            insert into noted_run (started_at, awaited, said_at, created_at, updated_at)
            values (:startedAt, :awaited, :now, :now, :now) returning noted_run_id""")
        .bind("startedAt", startedAt)
        .bind("awaited", awaited)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  public void add(long id, RecordId record) {
    handle.execute(
        """
        insert into noted_run_record (noted_run_id, rank, source, external_id)
        select ?, coalesce(max(rank), 0) + 1, ?, ? from noted_run_record where noted_run_id = ?
        on conflict do nothing""",
        id, record.source(), record.externalId(), id);
  }

  public void startsAt(long id, Instant startedAt, String now) {
    handle.execute(
        "update noted_run set started_at = ?, updated_at = ? where noted_run_id = ? and started_at is not ?",
        Timestamps.of(startedAt), now, id, Timestamps.of(startedAt));
  }

  /** @return whether anything is different now */
  boolean say(long id, Map<String, Object> words, String now) {
    boolean changed = false;
    for (Map.Entry<String, Object> word : words.entrySet()) {
      // Column names are this class's own.
      String column = WORDS.get(WORDS.indexOf(word.getKey()));
      changed |=
          handle.execute(
                  "update noted_run set " + column + " = ?, said_at = ?, updated_at = ? where noted_run_id = ? and " + column + " is not ?",
                  word.getValue(), now, now, id, word.getValue())
              > 0;
    }
    return changed;
  }

  /** @return whether that is new */
  boolean delete(long id, boolean deleted, String now) {
    return handle.execute(
            "update noted_run set deleted = ?, updated_at = ? where noted_run_id = ? and deleted <> ?", deleted, now, id, deleted)
        > 0;
  }

  /** @return whether that is new */
  boolean pair(long one, long other, boolean merged, String now) {
    return handle.execute(
            """
            insert into noted_pair (first_run_id, second_run_id, decision, created_at, updated_at) values (?, ?, ?, ?, ?)
            on conflict (first_run_id, second_run_id) do update
            set decision = excluded.decision, updated_at = excluded.updated_at where decision <> excluded.decision""",
            Math.min(one, other), Math.max(one, other), merged ? "merge" : "apart", now, now)
        > 0;
  }

  public List<Pair> pairs(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select * from noted_pair
            where first_run_id in (<ids>) or second_run_id in (<ids>) order by first_run_id, second_run_id""")
        .bindList("ids", List.copyOf(ids))
        .map(
            (row, context) ->
                new Pair(row.getLong("first_run_id"), row.getLong("second_run_id"), row.getString("decision").equals("merge")))
        .list();
  }

  private static Map<String, Object> words(Map<String, Object> row) {
    Map<String, Object> words = new LinkedHashMap<>();
    WORDS.stream().filter(column -> row.get(column) != null).forEach(column -> words.put(column, row.get(column)));
    return words;
  }
}
