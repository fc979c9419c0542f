package dev.longrun.log.said;

import dev.longrun.log.Timestamps;
import dev.longrun.log.said.note.NoteFile;
import dev.longrun.log.said.note.Noted.State;
import dev.longrun.log.said.note.Noted;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows that tell what was taken and what became of it; the outbox is written from them. */
public final class NoteStore {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

  /** Earlier entries in the same words, the latest first. */
  record Earlier(Long run, Long otherRun) {}

  private NoteStore() {}

  static boolean isTaken(Handle handle, String takenAs) {
    return handle
        .createQuery("select 1 from note_file where taken_as = :takenAs")
        .bind("takenAs", takenAs)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static long file(Handle handle, NoteFile file, ZoneId timezone, String now) {
    return handle
        .createQuery(
            """
            insert into note_file (taken_as, file_name, sha256, taken_at, month, updated_at)
            values (:takenAs, :fileName, :sha256, :takenAt, :month, :now) returning note_file_id""")
        .bind("takenAs", file.takenAs())
        .bind("fileName", file.fileName())
        .bind("sha256", file.sha256())
        .bind("takenAt", Timestamps.of(file.takenAt()))
        .bind("month", MONTH.withZone(timezone).format(file.takenAt()))
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  static void entry(Handle handle, long fileId, Noted noted, String said, Long run, Long otherRun, String now) {
    handle
        .createUpdate(
            """
            insert into note_entry (note_file_id, line, said, state, about, message, noted_run_id, other_run_id, created_at, updated_at)
            values (:file, :line, :said, :state, :about, :message, :run, :otherRun, :now, :now)""")
        .bind("file", fileId)
        .bind("line", noted.line())
        .bind("said", said)
        .bind("state", noted.state().name().toLowerCase(Locale.ROOT))
        .bind("about", noted.about())
        .bind("message", noted.message())
        .bind("run", run)
        .bind("otherRun", otherRun)
        .bind("now", now)
        .execute();
  }

  static List<Noted> entries(Handle handle, String takenAs) {
    return handle
        .createQuery(
            "select note_entry.* from note_entry join note_file using (note_file_id) where taken_as = :takenAs order by note_entry_id")
        .bind("takenAs", takenAs)
        .map(
            (row, context) ->
                new Noted(
                    row.getInt("line"),
                    State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getString("about"),
                    row.getString("message")))
        .list();
  }

  /** The runs that the same words meant before, however the day has been renumbered since. */
  static Optional<Earlier> earlier(Handle handle, String said) {
    return handle
        .createQuery(
            """
            select noted_run_id, other_run_id from note_entry
            where said = :said and state <> 'refused' and noted_run_id is not null order by note_entry_id desc limit 1""")
        .bind("said", said)
        .map((row, context) -> new Earlier((Long) asLong(row.getObject("noted_run_id")), (Long) asLong(row.getObject("other_run_id"))))
        .findOne();
  }

  private static Long asLong(Object number) {
    return number == null ? null : Long.valueOf(((Number) number).longValue());
  }

  /** The run that a note waited for has come. */
  public static void found(Handle handle, long notedRun, String about, String now) {
    handle.execute(
        """
        update note_file set delivered_at = null, updated_at = ?
        where note_file_id in (select note_file_id from note_entry where noted_run_id = ? and state = 'waiting')""",
        now, notedRun);
    handle.execute(
        "update note_entry set state = 'applied', about = ?, updated_at = ? where noted_run_id = ? and state = 'waiting'", about, now, notedRun);
  }
}
