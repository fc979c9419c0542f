package dev.longrun.log.said;

import dev.longrun.log.Timestamps;
import dev.longrun.log.said.note.NoteEntry;
import dev.longrun.log.said.note.NoteFile;
import dev.longrun.log.said.note.NoteItem;
import dev.longrun.log.said.note.Noted.State;
import dev.longrun.log.said.note.Noted;
import dev.longrun.log.said.note.WrittenEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes log notes into the training log: a file is one transaction, and the same taken file twice changes nothing. What is said of
 * a run is kept with its source records and wins over every source whenever the run is derived. Thread-safe.
 */
public final class LogNotes {
  private final Jdbi writer;
  private final Rederivation rederivation;
  private final BiConsumer<Handle, String> fileRemapping;
  private final Clock clock;

  /** @param fileRemapping maps what is kept of one file again, by its external id, inside the transaction under way */
  public LogNotes(Jdbi writer, Rederivation rederivation, BiConsumer<Handle, String> fileRemapping, Clock clock) {
    this.writer = writer;
    this.rederivation = rederivation;
    this.fileRemapping = fileRemapping;
    this.clock = clock;
  }

  /**
   * Does what can be done and says of each entry what became of it.
   *
   * @param timezone of the runner: by it the file belongs to a month, and what it says to a day
   */
  public List<Noted> take(NoteFile file, ZoneId timezone) {
    return writer.inTransaction(
        handle -> {
          if (!NoteStore.isTaken(handle, file.takenAs())) {
            String now = Timestamps.of(clock.instant());
            long fileId = NoteStore.file(handle, file, timezone, now);
            LocalDate today = LocalDate.ofInstant(file.takenAt(), timezone);
            file.items().forEach(item -> take(handle, fileId, item, file.takenAt(), today, now));
          }
          return NoteStore.entries(handle, file.takenAs());
        });
  }

  private void take(Handle handle, long fileId, NoteItem item, Instant takenAt, LocalDate today, String now) {
    NoteEntry entry = item.entry();
    if (entry == null) {
      for (String complaint : item.complaints()) {
        NoteStore.entry(handle, fileId, new Noted(item.line(), State.REFUSED, null, complaint), null, null, null, now);
      }
      return;
    }
    String said = WrittenEntry.of(entry);
    Effect effect;
    handle.savepoint("entry");
    try {
      effect = effect(handle, entry, said, takenAt, today, now);
      handle.releaseSavepoint("entry");
    } catch (NotApplied e) {
      handle.rollbackToSavepoint("entry");
      String message = e.about() == null ? e.getMessage() : e.about() + ": " + e.getMessage();
      effect = new Effect(State.REFUSED, null, "Line " + item.line() + ": " + message, null, null);
    }
    NoteStore.entry(
        handle, fileId, new Noted(item.line(), effect.state(), effect.about(), effect.message()), said, effect.run(), effect.otherRun(), now);
  }

  private Effect effect(Handle handle, NoteEntry entry, String said, Instant takenAt, LocalDate today, String now)
      throws NotApplied {
    RunEntries runs = new RunEntries(handle, rederivation, takenAt, clock.instant());
    if (entry instanceof NoteEntry.OfRun ofRun) {
      return runs.say(ofRun, said);
    } else if (entry instanceof NoteEntry.OfFile ofFile) {
      return new FileEntries(handle, fileRemapping, clock.instant()).say(ofFile);
    } else if (entry instanceof NoteEntry.Delete delete) {
      return runs.delete(delete, said);
    } else if (entry instanceof NoteEntry.Keep keep) {
      return runs.keep(keep);
    } else if (entry instanceof NoteEntry.Merge merge) {
      return runs.merge(merge);
    } else if (entry instanceof NoteEntry.Apart apart) {
      return runs.apart(apart);
    } else if (entry instanceof NoteEntry.OfShoe ofShoe) {
      Effect effect = new ShoeEntries(handle, now).say(ofShoe, today);
      if (ofShoe.details().containsKey("default_for")) {
        deriveDefaultShoe(handle, today, now);
      }
      return effect;
    } else if (entry instanceof NoteEntry.OfRunner ofRunner) {
      return new DayEntries(handle, now).say(ofRunner);
    } else if (entry instanceof NoteEntry.OfMorning morning) {
      return new MorningEntries(handle, clock.instant()).say(morning);
    }
    NoteEntry.OfDays ofDays = (NoteEntry.OfDays) entry;
    Effect effect = new DayEntries(handle, now).say(ofDays);
    if (ofDays.happening() == NoteEntry.Happening.RACE) {
      rederivation.ofDay(handle, ofDays.from().toString());
    }
    return effect;
  }

  /** Runs that wear the shoe just spoken of, or may from now on. */
  private void deriveDefaultShoe(Handle handle, LocalDate today, String now) {
    handle
        .createQuery(
            """
            select distinct run_date from main_log
            where shoe_id in (select shoe_id from shoe where updated_at = :now)
               or shoe_id is null and run_date > :today""")
        .bind("now", now)
        .bind("today", today.toString())
        .mapTo(String.class)
        .list()
        .forEach(day -> rederivation.ofDay(handle, day));
  }
}
