package dev.longrun.source.file;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps what was dropped and what became of it: so that nothing is read twice, and an interrupted import goes on where it was. */
final class ImportLedger {
  /** Raised when the readers understand more: what an older one could not use is then looked at again. */
  private static final int READER_VERSION = 2;

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  ImportLedger(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  /**
   * What became of something earlier, and in which import.
   *
   * @param detail the sport, or the reason; null when there is nothing to say
   */
  record Seen(long importId, Outcome outcome, String detail) {}

  /** The row of an import, found again after a crash. */
  long begin(String takenAs, String fileName, boolean archive) {
    return writer.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into file_import (taken_as, file_name, archive, started_at, created_at, updated_at)
                  values (:takenAs, :fileName, :archive, :now, :now, :now)
                  on conflict (taken_as) do nothing""")
              .bind("takenAs", takenAs)
              .bind("fileName", PlainText.line(fileName))
              .bind("archive", archive ? 1 : 0)
              .bind("now", now())
              .execute();
          return handle
              .createQuery("select import_id from file_import where taken_as = :takenAs")
              .bind("takenAs", takenAs)
              .mapTo(Long.class)
              .one();
        });
  }

  /** The name of an import that was interrupted, by what its name begins with. */
  Optional<String> unfinished(String takenAsStart) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select taken_as from file_import where taken_as glob :start || '-*' and finished_at is null limit 1")
                .bind("start", takenAsStart)
                .mapTo(String.class)
                .findOne());
  }

  Optional<Seen> seen(String sha256) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select import_id, outcome, detail, reader_version from imported_file where sha256 = :sha256")
                .bind("sha256", sha256)
                .map(
                    (row, context) -> {
                      Outcome outcome = Outcome.of(row.getString("outcome"));
                      boolean unused = outcome == Outcome.PUT_ASIDE || outcome == Outcome.OTHER_SPORT;
                      boolean readAgain = unused && row.getInt("reader_version") < READER_VERSION;
                      return readAgain ? Optional.<Seen>empty() : Optional.of(new Seen(row.getLong("import_id"), outcome, row.getString("detail")));
                    })
                .findOne()
                .flatMap(seen -> seen));
  }

  /** What the runner says of a file of that name: whether it is a run; empty when they say nothing. */
  Optional<Boolean> isRun(String label) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select is_run from noted_file where file_name = :name")
                .bind("name", label.substring(label.lastIndexOf('/') + 1).strip())
                .mapTo(Boolean.class)
                .findOne());
  }

  /** What is kept of a skipped file, for a note that makes a run of it. */
  void keptAs(String sha256, String externalId) {
    writer.useTransaction(handle -> handle.execute("update imported_file set kept_as = ? where sha256 = ?", externalId, sha256));
  }

  void note(long importId, String sha256, String name, Outcome outcome, String detail) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into imported_file (sha256, import_id, name, outcome, detail, reader_version, created_at, updated_at)
                    values (:sha256, :importId, :name, :outcome, :detail, :version, :now, :now)
                    on conflict (sha256) do update
                    set import_id = excluded.import_id, name = excluded.name, outcome = excluded.outcome, detail = excluded.detail,
                        reader_version = excluded.reader_version, updated_at = excluded.updated_at""")
                .bind("sha256", sha256)
                .bind("importId", importId)
                .bind("name", PlainText.line(name))
                .bind("outcome", outcome.id())
                .bind("detail", PlainText.line(detail))
                .bind("version", READER_VERSION)
                .bind("now", now())
                .execute());
  }

  void progress(long importId, ImportTally tally, double share, Double remainingS) {
    update(importId, tally, share, remainingS, null, null);
  }

  /** @param refusal null when all was well with the file as a whole */
  void finish(long importId, ImportTally tally, double share, String refusal) {
    update(importId, tally, share, null, refusal, clock.instant());
  }

  private void update(long importId, ImportTally tally, double share, Double remainingS, String refusal, Instant finishedAt) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update file_import
                    set share = :share, remaining_s = :remainingS, refusal = :refusal, finished_at = :finishedAt, updated_at = :now,
                        read_things = :things, loaded = :loaded, merged = :merged, changed = :changed, known = :known,
                        other_sports = :otherSports, no_activity = :noActivity, left_alone = :leftAlone, put_aside = :putAside,
                        flawed = :flawed
                    where import_id = :importId""")
                .bind("importId", importId)
                .bind("share", share)
                .bind("remainingS", remainingS)
                .bind("refusal", PlainText.line(refusal))
                .bind("finishedAt", Timestamps.of(finishedAt))
                .bind("now", now())
                .bindMap(tally.counts())
                .execute());
  }

  private String now() {
    return Timestamps.of(clock.instant());
  }
}
