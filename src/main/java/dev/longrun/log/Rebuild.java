package dev.longrun.log;

import dev.longrun.log.day.DayMapper;
import dev.longrun.log.day.DayStore;
import dev.longrun.log.record.PutAsides;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SourceStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the log again from the source records, without a network: every kept answer is mapped anew and every run derived anew. Only
 * differences are written, in place, a run a transaction; a run keeps its weather.
 */
public final class Rebuild {
  private final Jdbi writer;
  private final Jdbi reader;
  private final TrainingLog log;
  private final PutAsides putAsides;
  private final Map<Source, ActivityMapper> mappers = new EnumMap<>(Source.class);
  private final List<DayMapper> dayMappers;

  public Rebuild(Database database, TrainingLog log, PutAsides putAsides, List<ActivityMapper> mappers) {
    this(database, log, putAsides, mappers, List.of());
  }

  /** @param dayMappers of what is about days and not about activities */
  public Rebuild(Database database, TrainingLog log, PutAsides putAsides, List<ActivityMapper> mappers, List<DayMapper> dayMappers) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.log = log;
    this.putAsides = putAsides;
    this.dayMappers = List.copyOf(dayMappers);
    mappers.forEach(mapper -> this.mappers.put(mapper.source(), mapper));
  }

  private record Kept(Source source, String externalId) {}

  /** How many activities there are to rebuild. */
  public int size() {
    return kept().size();
  }

  /**
   * Rebuilds all of them and marks every day as due.
   *
   * @param progress told how many are done
   * @return how many could not be mapped and were put aside; their runs stay as they were
   */
  public int run(IntConsumer progress) {
    int failures = 0;
    int done = 0;
    for (Kept activity : kept()) {
      try {
        log.remap(mappers.get(activity.source()), activity.externalId());
      } catch (RuntimeException e) {
        failures++;
        putAsides.note(activity.source(), activity.externalId(), "", null, "The kept record cannot be read any more: " + e.getMessage());
      }
      progress.accept(++done);
    }
    for (DayMapper mapper : dayMappers) {
      failures += remapDays(mapper);
    }
    writer.useHandle(
        handle ->
            handle.execute(
                "insert into due_day (day) select min(run_date) from counted_run where true having count(*) > 0 on conflict do nothing"));
    return failures;
  }

  /** What was first seen after waking is kept as it was seen: it cannot be made again. */
  private int remapDays(DayMapper mapper) {
    int failures = 0;
    for (Kept kept : days(mapper.source())) {
      for (SourceRecord record : reader.withHandle(handle -> SourceStore.records(handle, kept.source(), kept.externalId()))) {
        try {
          writer.useTransaction(handle -> mapper.map(record).ifPresent(said -> DayStore.say(handle, said)));
        } catch (RuntimeException e) {
          failures++;
          putAsides.note(
              record.source(), record.externalId() + " " + record.kind(), "", null, "The kept record cannot be read any more: " + e.getMessage());
        }
      }
    }
    writer.useTransaction(DayStore::projectAll);
    return failures;
  }

  private List<Kept> days(Source source) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    "select external_id from source_record where source = ? and external_id like 'day%' group by external_id order by min(fetched_at), 1")
                .bind(0, source.id())
                .map((row, context) -> new Kept(source, row.getString("external_id")))
                .list());
  }

  private List<Kept> kept() {
    if (mappers.isEmpty()) {
      return List.of();
    }
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select distinct source, external_id from source_record where source in (<sources>) and external_id not like 'day%' order by 1, 2")
                .bindList("sources", mappers.keySet().stream().map(Source::id).toList())
                .map((row, context) -> new Kept(Source.of(row.getString("source")), row.getString("external_id")))
                .list());
  }
}
