package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The summaries in SQLite. What is stored is due to be delivered. Thread-safe. */
final class SummaryStore {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  SummaryStore(Database database, Clock clock) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
    this.clock = clock;
  }

  Optional<Summary> find(Week week) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select * from summary where kind = 'week' and period = :period")
                .bind("period", week.period())
                .map(
                    (row, context) ->
                        new Summary(
                            week,
                            row.getInt("version"),
                            row.getString("input_hash"),
                            row.getString("words"),
                            row.getString("words_hash"),
                            row.getInt("words_pending") == 1,
                            row.getInt("incomplete") == 1,
                            row.getInt("attempts")))
                .findOne());
  }

  /** Whether the text as it was stored last lists runs that may only be shown. */
  boolean listsNotCounted(Week week) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from summary where kind = 'week' and period = :period and instr(text, :heading) > 0")
                .bind("period", week.period())
                .bind("heading", SummaryPage.NOT_COUNTED)
                .mapTo(Boolean.class)
                .one());
  }

  /** When the very first summary was written; empty before that. */
  Optional<Instant> firstCreatedAt() {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select min(created_at) from summary where kind = 'week'")
                .mapTo(String.class)
                .findOne()
                .map(Timestamps::parse));
  }

  /** The day of the first run in the log; empty when there is none. */
  Optional<LocalDate> firstDay() {
    return reader.withHandle(
        handle -> handle.createQuery(Texts.of("display/first-day.sql")).mapTo(String.class).findOne().map(LocalDate::parse));
  }

  /**
   * Stores text, evidence, state and what is remembered in one transaction.
   *
   * @param remembered what the memory keeps of it
   */
  void store(Summary summary, String text, String evidence, String remembered, String trouble) {
    String now = Timestamps.of(clock.instant());
    writer.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into summary
                      (kind, period, version, input_hash, words, words_hash, text, evidence, words_pending, incomplete, path, attempts,
                       last_error, created_at, updated_at)
                  values ('week', :period, :version, :inputHash, :words, :wordsHash, :text, :evidence, :wordsPending, :incomplete,
                          :path, :attempts, :trouble, :now, :now)
                  on conflict (kind, period) do update
                  set version = excluded.version, input_hash = excluded.input_hash, words = excluded.words,
                      words_hash = excluded.words_hash, text = excluded.text, evidence = excluded.evidence,
                      words_pending = excluded.words_pending, incomplete = excluded.incomplete, attempts = excluded.attempts,
                      last_error = excluded.last_error, delivered_at = null, updated_at = excluded.updated_at""")
              .bind("period", summary.week().period())
              .bind("version", summary.version())
              .bind("inputHash", summary.inputHash())
              .bind("words", summary.words())
              .bind("wordsHash", summary.wordsHash())
              .bind("text", text)
              .bind("evidence", evidence)
              .bind("wordsPending", summary.wordsPending() ? 1 : 0)
              .bind("incomplete", summary.incomplete() ? 1 : 0)
              .bind("path", "weekly/" + summary.week().period() + ".md")
              .bind("attempts", summary.attempts())
              .bind("trouble", PlainText.line(trouble))
              .bind("now", now)
              .execute();
          Conversations.remember(handle, "week", summary.week().period(), clock.instant(), null, remembered);
        });
  }

  /** The model was asked in vain again: nothing that anybody reads has changed. */
  void noteTrouble(Week week, int attempts, String trouble) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update summary set attempts = :attempts, last_error = :trouble
                    where kind = 'week' and period = :period""")
                .bind("attempts", attempts)
                .bind("trouble", PlainText.line(trouble))
                .bind("period", week.period())
                .execute());
  }
}
