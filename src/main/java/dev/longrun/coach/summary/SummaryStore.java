package dev.longrun.coach.summary;

import dev.longrun.coach.Conversations;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.summary.SummaryPeriod.Kind;
import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The summaries in SQLite. What is stored is due to be delivered. Thread-safe. */
final class SummaryStore {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  SummaryStore(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  Optional<StoredSummary> find(SummaryPeriod period) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select * from summary where kind = :kind and period = :period")
                .bind("kind", period.kind().id())
                .bind("period", period.name())
                .map(
                    (row, context) ->
                        new StoredSummary(
                            period,
                            row.getInt("version"),
                            row.getString("input_hash"),
                            row.getString("words"),
                            row.getInt("words_pending") == 1,
                            row.getInt("incomplete") == 1,
                            Digest.read(row.getString("digest")),
                            row.getString("restated"),
                            row.getInt("attempts"),
                            row.getString("text")))
                .findOne());
  }

  /** When the very first summary of the kind was written; empty before that. */
  Optional<Instant> firstCreatedAt(Kind kind) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select min(created_at) from summary where kind = :kind")
                .bind("kind", kind.id())
                .mapTo(String.class)
                .findOne()
                .map(Timestamps::parse));
  }

  /** The day of the first run that may be shown; empty when there is none. */
  Optional<LocalDate> firstDay() {
    return reader.withHandle(handle -> handle.createQuery("select min(run_date) from main_log").mapTo(String.class).findOne().map(LocalDate::parse));
  }

  /**
   * Stores text, evidence, state, advice and what is remembered in one transaction.
   *
   * @param remembered what the memory keeps of it
   * @param trouble why the model's words are missing; null: they are not, or nobody knows yet
   */
  void store(StoredSummary summary, String evidence, String picture, List<Advice> advice, String remembered, String trouble) {
    String now = Timestamps.of(clock.instant());
    SummaryPeriod period = summary.period();
    writer.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into summary
                      (kind, period, version, input_hash, words, text, evidence, picture, words_pending, incomplete, path, attempts,
                       last_error, digest, restated, created_at, updated_at)
                  values (:kind, :period, :version, :inputHash, :words, :text, :evidence, :picture, :wordsPending, :incomplete,
                          :path, :attempts, :trouble, :digest, :restated, :now, :now)
                  on conflict (kind, period) do update
                  set version = excluded.version, input_hash = excluded.input_hash, words = excluded.words,
                      text = excluded.text, evidence = excluded.evidence, picture = excluded.picture,
                      words_pending = excluded.words_pending, incomplete = excluded.incomplete, attempts = excluded.attempts,
                      last_error = excluded.last_error, digest = excluded.digest, restated = excluded.restated,
                      delivered_at = null, updated_at = excluded.updated_at""")
              .bind("kind", period.kind().id())
              .bind("period", period.name())
              .bind("version", summary.version())
              .bind("inputHash", summary.inputHash())
              .bind("words", summary.words())
              .bind("text", summary.text())
              .bind("evidence", evidence)
              .bind("picture", picture)
              .bind("wordsPending", summary.wordsPending() ? 1 : 0)
              .bind("incomplete", summary.incomplete() ? 1 : 0)
              .bind("path", period.path())
              .bind("attempts", summary.attempts())
              .bind("trouble", PlainText.line(trouble))
              .bind("digest", summary.digest() == null ? null : summary.digest().json())
              .bind("restated", summary.restated())
              .bind("now", now)
              .execute();
          AdviceLedger.keep(handle, period, advice, clock.instant());
          Conversations.remember(handle, period.kind().id(), period.name(), clock.instant(), null, remembered);
        });
  }

  /** The model was asked in vain again: nothing that anybody reads has changed. */
  void noteTrouble(SummaryPeriod period, int attempts, String trouble) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update summary set attempts = :attempts, last_error = :trouble
                    where kind = :kind and period = :period and (attempts, last_error) is not (:attempts, :trouble)""")
                .bind("attempts", attempts)
                .bind("trouble", PlainText.line(trouble))
                .bind("kind", period.kind().id())
                .bind("period", period.name())
                .execute());
  }
}
