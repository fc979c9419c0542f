package dev.longrun.log;

import dev.longrun.log.record.KnownActivity;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SourceStore.StoredActivity;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.run.PlausibleValues;
import dev.longrun.log.run.RunDerivation;
import dev.longrun.log.said.LogNotes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The training log: stores what sources say and derives the runs from it. Every method that writes is one transaction, short
 * enough for other writers to wait for. Thread-safe.
 */
public final class TrainingLog {
  private static final RowMapper<KnownActivity> KNOWN =
      (row, context) ->
          new KnownActivity(
              row.getString("external_id"),
              Timestamps.parse(row.getString("started_at")),
              row.getString("listed_as"),
              Timestamps.parse(row.getString("checked_at")));

  /** A shoe that only the erased source knew, on no run any more and never spoken of by the runner. */
  private static final String UNWORN_STRAVA_SHOES =
      """
      delete from shoe
      where strava_gear_id is not null and garmin_gear_id is null
        and not exists (select 1 from main_log where main_log.shoe_id = shoe.shoe_id)
        and not exists (select 1 from noted_run where noted_run.shoe_id = shoe.shoe_id)
        and not exists (select 1 from shoe_note where shoe_note.shoe_id = shoe.shoe_id)""";

  private final Jdbi writer;
  private final Jdbi reader;
  private final RunDerivation derivation;
  private final Clock clock;

  public TrainingLog(Database database, DataUse dataUse, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.derivation = new RunDerivation(dataUse, clock);
    this.clock = clock;
  }

  /** Stores the source records and derives the runs of the activity's neighbourhood again. The same arrival twice changes nothing. */
  public LoadResult load(Arrival arrival) {
    PlausibleValues plausible = new PlausibleValues();
    Activity activity = plausible.of(arrival.activity());
    return writer.inTransaction(
        handle -> {
          Optional<StoredActivity> before = SourceStore.find(handle, activity.source(), activity.externalId());
          if (before.isPresent() && before.get().activity().equals(activity)) {
            SourceStore.listedAs(handle, activity, arrival.listedAs());
            SourceStore.checked(handle, activity, clock.instant());
            noteFindings(handle, activity, plausible.findings());
            return LoadResult.UNCHANGED;
          }
          arrival.records().forEach(record -> SourceStore.keep(handle, record));
          SourceStore.put(handle, activity, arrival.listedAs(), clock.instant());
          noteFindings(handle, activity, plausible.findings());
          deriveAround(handle, before, activity.startedAt());
          return before.isPresent() ? LoadResult.CHANGED : LoadResult.NEW;
        });
  }

  /**
   * The source no longer has the activity: its run is derived without it, its records are kept.
   *
   * @return whether it was in the log
   */
  public boolean withdraw(Source source, String externalId) {
    return leave(source, externalId, handle -> SourceStore.withdraw(handle, source, externalId, clock.instant()));
  }

  /**
   * Erases everything one source said about activities that started before the given instant, its raw records included.
   *
   * @return how many activities were erased
   */
  public int eraseOlderThan(Source source, Instant start) {
    List<String> old =
        reader.withHandle(
            handle ->
                handle
                    .createQuery("select external_id from source_activity where source = :source and started_at < :start")
                    .bind("source", source.id())
                    .bind("start", Timestamps.of(start))
                    .mapTo(String.class)
                    .list());
    old.forEach(externalId -> leave(source, externalId, handle -> SourceStore.erase(handle, source, externalId)));
    if (!old.isEmpty()) {
      writer.useTransaction(handle -> handle.execute(UNWORN_STRAVA_SHOES));
    }
    return old.size();
  }

  /**
   * Erases everything one source said about activities, withdrawn ones and raw records included.
   *
   * @return how many activities were erased
   */
  int eraseAll(Source source) {
    List<String> all =
        reader.withHandle(
            handle ->
                handle
                    .createQuery("select external_id from source_activity where source = ?")
                    .bind(0, source.id())
                    .mapTo(String.class)
                    .list());
    all.forEach(externalId -> leave(source, externalId, handle -> SourceStore.erase(handle, source, externalId)));
    return all.size();
  }

  /**
   * What the runner types into log notes goes into the same log.
   *
   * @param files maps what is kept of files, of which notes may say whether they are runs
   */
  public LogNotes notes(ActivityMapper files) {
    return new LogNotes(writer, derivation, (handle, externalId) -> remap(handle, files, externalId), clock);
  }

  /** Keeps a raw answer that is not an activity's, such as weather. */
  public void keep(SourceRecord record) {
    writer.useTransaction(handle -> SourceStore.keep(handle, record));
  }

  /** Maps the kept answers about one activity again and derives its runs, even when nothing has changed. */
  void remap(ActivityMapper mapper, String externalId) {
    writer.useTransaction(handle -> remap(handle, mapper, externalId));
  }

  private void remap(Handle handle, ActivityMapper mapper, String externalId) {
    if (SourceStore.isWithdrawn(handle, mapper.source(), externalId)) {
      return;
    }
    Optional<StoredActivity> before = SourceStore.find(handle, mapper.source(), externalId);
    Optional<Activity> mapped = mapper.map(externalId, SourceStore.payloads(handle, mapper.source(), externalId));
    if (mapped.isEmpty()) {
      before.ifPresent(
          stored -> {
            // Not withdrawn by its source: a mapper that understands more may find a run in it later.
            SourceStore.forget(handle, mapper.source(), externalId);
            deriveAround(handle, before, stored.activity().startedAt());
          });
      return;
    }
    PlausibleValues plausible = new PlausibleValues();
    Activity activity = plausible.of(mapped.get());
    if (before.filter(stored -> stored.activity().equals(activity)).isEmpty()) {
      SourceStore.put(handle, activity, SourceStore.listedAs(handle, activity), clock.instant());
      noteFindings(handle, activity, plausible.findings());
    }
    deriveAround(handle, before, activity.startedAt());
  }

  /**
   * Derives every run one source has a part in again: what may be done with its data has changed.
   *
   * @return how many activities that were
   */
  public int deriveAll(Source source) {
    List<String> ids =
        reader.withHandle(
            handle ->
                handle
                    .createQuery("select external_id from source_activity where source = :source and withdrawn_at is null")
                    .bind("source", source.id())
                    .mapTo(String.class)
                    .list());
    for (String externalId : ids) {
      writer.useTransaction(
          handle -> {
            Optional<StoredActivity> stored = SourceStore.find(handle, source, externalId);
            stored.ifPresent(found -> deriveAround(handle, stored, found.activity().startedAt()));
          });
    }
    return ids.size();
  }

  private boolean leave(Source source, String externalId, Consumer<Handle> parting) {
    return writer.inTransaction(
        handle -> {
          Optional<StoredActivity> before = SourceStore.find(handle, source, externalId);
          parting.accept(handle);
          PutAsides.resolve(handle, clock.instant(), source, externalId);
          before.ifPresent(stored -> deriveAround(handle, before, stored.activity().startedAt()));
          return before.isPresent();
        });
  }

  private void deriveAround(Handle handle, Optional<StoredActivity> before, Instant start) {
    derivation.around(handle, before, start);
  }

  private void noteFindings(Handle handle, Activity activity, List<PlausibleValues.Finding> findings) {
    List<String> fields = findings.stream().map(PlausibleValues.Finding::field).toList();
    PutAsides.resolveAllBut(handle, clock.instant(), activity.source(), activity.externalId(), fields);
    for (PlausibleValues.Finding finding : findings) {
      PutAsides.note(
          handle, clock.instant(), activity.source(), activity.externalId(), finding.field(), finding.value(), finding.reason());
    }
  }

  /** The kept raw answers about an activity, by kind. */
  public Map<String, byte[]> payloads(Source source, String externalId) {
    return reader.withHandle(handle -> SourceStore.payloads(handle, source, externalId));
  }

  /** Whether other activities have a part in the run that this one has a part in. */
  public boolean isMerged(Source source, String externalId) {
    return reader.withHandle(
        handle ->
            handle
                    .createQuery(
                        """
                        select count(*) from source_activity as one
                        join source_activity as other on other.run_date = one.run_date and other.run_no = one.run_no
                        where one.source = :source and one.external_id = :externalId""")
                    .bind("source", source.id())
                    .bind("externalId", externalId)
                    .mapTo(Integer.class)
                    .one()
                > 1);
  }

  /** @return what is known of the activity, unless it was withdrawn */
  public Optional<KnownActivity> known(Source source, String externalId) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select external_id, started_at, listed_as, max(read_at, coalesce(checked_at, '')) as checked_at
                    from source_activity left join source_check using (source, external_id)
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
                    select external_id, started_at, listed_as, max(read_at, coalesce(checked_at, '')) as checked_at
                    from source_activity left join source_check using (source, external_id)
                    where source = :source and withdrawn_at is null and started_at >= :from and started_at < :to
                    order by started_at""")
                .bind("source", source.id())
                .bind("from", Timestamps.of(from))
                .bind("to", Timestamps.of(to))
                .map(KNOWN)
                .list());
  }

  /** When the newest activity known from the source started. One dated in the future tells nothing about what is new. */
  public Optional<Instant> newestStart(Source source) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select started_at from source_activity
                    where source = :source and withdrawn_at is null and started_at <= :now
                    order by started_at desc limit 1""")
                .bind("source", source.id())
                .bind("now", Timestamps.of(clock.instant()))
                .mapTo(String.class)
                .findOne()
                .map(Timestamps::parse));
  }
}
