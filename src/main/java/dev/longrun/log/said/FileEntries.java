package dev.longrun.log.said;

import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.log.record.FileIdentity;
import dev.longrun.log.record.SourceRecord;
import dev.longrun.log.record.SourceStore;
import dev.longrun.log.said.note.NoteEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** What the runner says of files, inside a transaction: it holds for what has come and for what will. */
final class FileEntries {
  /** In an archive a name stands behind those of its folders. */
  private static final String NAMED =
      """
      (name = :name collate nocase or substr(name, -length(:name) - 1) = '/' || :name collate nocase
          or substr(name, -length(:name) - 2) = '/ ' || :name collate nocase)""";

  private final Handle handle;
  private final BiConsumer<Handle, String> remapping;
  private final Instant now;

  FileEntries(Handle handle, BiConsumer<Handle, String> remapping, Instant now) {
    this.handle = handle;
    this.remapping = remapping;
    this.now = now;
  }

  private record Came(String sha256, String outcome) {}

  Effect say(NoteEntry.OfFile entry) {
    boolean changed = keep(entry);
    List<Came> files =
        handle
            .createQuery("select sha256, outcome from imported_file where outcome <> 'put-aside' and " + NAMED)
            .bind("name", entry.fileName())
            .map((row, context) -> new Came(row.getString("sha256"), row.getString("outcome")))
            .list();
    boolean all = true;
    for (Came file : files) {
      all &= apply(file, entry.isRun());
    }
    String what = entry.isRun() == null ? "what you said of it is taken back" : entry.isRun() ? "is a run" : "is no run";
    String now = files.isEmpty() ? "; it has not come yet" : all ? "" : "; its bytes are not kept, so drop it again";
    return Effect.of(changed, "file " + entry.fileName(), what + now);
  }

  private boolean keep(NoteEntry.OfFile entry) {
    if (entry.isRun() == null) {
      return handle.execute("delete from noted_file where file_name = ?", entry.fileName()) > 0;
    }
    return handle
            .createUpdate(
                """
                insert into noted_file (file_name, is_run, created_at, updated_at) values (:name, :isRun, :now, :now)
                on conflict (file_name) do update set is_run = excluded.is_run, updated_at = excluded.updated_at
                where is_run <> excluded.is_run""")
            .bind("name", entry.fileName())
            .bind("isRun", entry.isRun() ? 1 : 0)
            .bind("now", Timestamps.of(now))
            .execute()
        > 0;
  }

  /** @return whether it could be done with what is kept of the file */
  private boolean apply(Came file, Boolean isRun) {
    List<String> ids =
        handle
            .createQuery("select distinct external_id from source_record where source = :source and external_id glob :id order by external_id")
            .bind("source", Source.FILE.id())
            .bind("id", "*-" + FileIdentity.hash(file.sha256()) + "*")
            .mapTo(String.class)
            .list();
    for (String id : ids) {
      if (isRun == null) {
        handle.execute("delete from source_record where source = ? and external_id = ? and kind = ?", Source.FILE.id(), id, FileIdentity.IS_RUN);
      } else {
        byte[] word = (isRun ? "yes" : "no").getBytes(StandardCharsets.US_ASCII);
        SourceStore.keep(handle, new SourceRecord(Source.FILE, id, FileIdentity.IS_RUN, now, word));
      }
      remapping.accept(handle, id);
    }
    if (ids.isEmpty() && Boolean.TRUE.equals(isRun)) {
      // Known by its bytes it would not be looked at again.
      handle.execute("delete from imported_file where sha256 = ?", file.sha256());
    }
    return !ids.isEmpty() || !Boolean.TRUE.equals(isRun);
  }
}
