package dev.longrun.log;

import dev.longrun.log.day.DayLog;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Erases everything that only one source said, as if it had never been connected: runs, days, shoes, raw answers, and how far it was. */
public final class Purge {
  private final Database database;
  private final TrainingLog log;
  private final Clock clock;

  public Purge(Database database, TrainingLog log, Clock clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
  }

  /** @return how many activities were erased */
  public int run(Source source) {
    int erased = log.eraseAll(source);
    new DayLog(database, clock).erase(source);
    database.writing()
        .useTransaction(
            handle -> {
              for (String table : List.of("source_record", "source_check", "put_aside", "sync_state", "login")) {
                handle.execute("delete from " + table + " where source = ?", source.id());
              }
              if (source == Source.GARMIN || source == Source.STRAVA) {
                forgetShoes(handle, source.id() + "_gear_id");
              }
            });
    return erased;
  }

  /** A shoe that others know or the runner spoke of stays, without this source's name for it. */
  private static void forgetShoes(Handle handle, String column) {
    handle.execute("update shoe set " + column + " = null where " + column + " is not null");
    handle.execute(
        """
        delete from shoe
        where garmin_gear_id is null and strava_gear_id is null
          and not exists (select 1 from main_log where main_log.shoe_id = shoe.shoe_id)
          and not exists (select 1 from noted_run where noted_run.shoe_id = shoe.shoe_id)
          and not exists (select 1 from shoe_note where shoe_note.shoe_id = shoe.shoe_id)
          and not exists (
              select 1 from source_activity
              where withdrawn_at is null and lower(trim(json_extract(document, '$.gear.name'))) = lower(trim(shoe.name)))""");
  }
}
