package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import dev.longrun.report.Markdown;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The questions in SQLite and what was answered. Everything about an answer is stored in one transaction, so that a crash leaves either
 * none or a whole one. Thread-safe.
 */
public final class QuestionStore {
  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public QuestionStore(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  /** Empty when it does not wait (any more). */
  Optional<Question> find(long questionId) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select * from question where question_id = :id and state in ('queued', 'provisional')")
                .bind("id", questionId)
                .map(
                    (row, context) ->
                        new Question(
                            row.getLong("question_id"),
                            row.getString("file_name"),
                            row.getString("text"),
                            Timestamps.parse(row.getString("asked_at")),
                            row.getString("answer_path"),
                            row.getString("state").equals("provisional"),
                            row.getInt("attempts")))
                .findOne());
  }

  /** @param last nothing follows: the answer is remembered now */
  void draft(Question question, StoredAnswer answer, boolean last) {
    store(question, answer, last ? "answered" : "provisional", question.attempts(), last);
  }

  /** The answer that stays. */
  void answer(Question question, StoredAnswer answer, int attempts) {
    store(question, answer, "answered", attempts, true);
  }

  private void store(Question question, StoredAnswer answer, String state, int attempts, boolean last) {
    writer.useTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      """
                      update question
                      set state = :state, answer = :page, evidence = :evidence, picture = :picture, answered_at = case when :last then :now end, updated_at = :now,
                          delivered_at = null, attempts = :attempts, last_error = null
                      where question_id = :id and state in ('queued', 'provisional')""")
                  .bind("state", state)
                  .bind("page", answer.page())
                  .bind("evidence", answer.evidence())
                  .bind("picture", answer.picture())
                  .bind("last", last)
                  .bind("now", now())
                  .bind("attempts", attempts)
                  .bind("id", question.questionId())
                  .execute();
          if (changed == 1 && last) {
            remember(handle, question, answer);
          }
        });
  }

  private static void remember(Handle handle, Question question, StoredAnswer answer) {
    Conversations.remember(handle, "question", question.reference(), question.askedAt(), question.text(), answer.shortAnswer());
  }

  /** What stands there stays; a question without any answer gets the reason for one. */
  void giveUp(Question question, String reason) {
    String page = "# " + Markdown.text(question.fileName()) + "\n\n" + Markdown.quote(question.text()) + "\n\n*" + Markdown.text(reason) + "*\n";
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update question
                    set state = 'failed', answer = coalesce(answer, :page), last_error = :reason, updated_at = :now, delivered_at = null
                    where question_id = :id and state in ('queued', 'provisional')""")
                .bind("page", page)
                .bind("reason", PlainText.line(reason))
                .bind("now", now())
                .bind("id", question.questionId())
                .execute());
  }

  /** Fails when an answer could not be stored now. Takes the lock and changes nothing. */
  void requireWritable(Question question) {
    writer.useTransaction(handle -> handle.execute("update question set attempts = attempts where question_id = ?", question.questionId()));
  }

  void note(Question question, int attempts, String error) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update question set attempts = :attempts, last_error = :error, updated_at = :now
                    where question_id = :id and (attempts, last_error) is not (:attempts, :error)""")
                .bind("attempts", attempts)
                .bind("error", PlainText.line(error))
                .bind("now", now())
                .bind("id", question.questionId())
                .execute());
  }

  private String now() {
    return Timestamps.of(clock.instant());
  }
}
