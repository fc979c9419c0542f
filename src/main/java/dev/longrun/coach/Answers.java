package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the questions that wait. A question stays queued while the model is away; when it has waited too long the facts alone
 * are delivered (provisional) and replaced later. An answer that is unusable three times ends with the facts alone (failed).
 * Everything about an answer is stored in one transaction, so that a crash leaves either no answer or a whole one.
 */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int MOST_ATTEMPTS = 3;

  private final Jdbi writer;
  private final Jdbi reader;
  private final Facts facts;
  private final Memory memory;
  private final Coach coach;
  private final Settings settings;
  private final Clock clock;
  private final ZoneId timezone;

  public Answers(Settings settings, Database database, Facts facts, Memory memory, Coach coach) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
    this.facts = facts;
    this.memory = memory;
    this.coach = coach;
    this.settings = settings;
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /** Answers one question if it still waits and the model can be asked. */
  public void answer(long questionId) {
    Optional<Question> waiting = find(questionId);
    if (waiting.isEmpty()) {
      return;
    }
    Question question = waiting.get();
    if (!coach.mayAsk()) {
      deliverFactsWhenOverdue(question, coach.whyAway());
      return;
    }
    try {
      ask(question);
    } catch (ModelAway e) {
      LOG.warn("Question {} waits: {}", questionId, e.getMessage());
      // Attempts made before it went away count.
      note(question, find(questionId).map(Question::attempts).orElse(question.attempts()), e.getMessage());
      deliverFactsWhenOverdue(question, e.getMessage());
    } catch (StoppedWhileThinking e) {
      LOG.info("Question {} stays queued: stopped while the model was thinking", questionId);
    }
  }

  private void ask(Question question) throws ModelAway {
    LocalDate today = LocalDate.ofInstant(clock.instant(), timezone);
    FactSheet sheet = facts.ofDay(today);
    Recollection memories = memory.recall(question.text(), question.askedAt());
    QuestionPrompt prompt = QuestionPrompt.of(question, sheet, memories, today, timezone, settings.ollama().numCtx());
    for (int attempt = question.attempts() + 1; ; attempt++) {
      try {
        GatedWords words = coach.word(prompt.text(), prompt.gate());
        String evidence =
            new Evidence(sheet).memories(memories).words(coach.modelName(), prompt.text(), prompt.leftOut(), words).json();
        store(question, attempt, OldAnswerPage.answered(question, sheet, memories, words, timezone), evidence, words);
        return;
      } catch (UnusableWords e) {
        LOG.warn("Question {}, attempt {}: {}", question.questionId(), attempt, e.getMessage());
        note(question, attempt, e.getMessage());
        if (attempt >= MOST_ATTEMPTS) {
          giveUp(question, sheet, e.getMessage());
          return;
        }
      }
    }
  }

  private void store(Question question, int attempts, String page, String evidence, GatedWords words) {
    writer.useTransaction(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      """
                      update question
                      set state = 'answered', answer = :page, evidence = :evidence, answered_at = :now, updated_at = :now,
                          delivered_at = null, attempts = :attempts, last_error = null
                      where question_id = :id and state in ('queued', 'provisional')""")
                  .bind("page", page)
                  .bind("evidence", evidence)
                  .bind("now", now())
                  .bind("attempts", attempts)
                  .bind("id", question.questionId())
                  .execute();
          if (changed == 1) {
            Conversations.remember(handle, "question", question.reference(), question.askedAt(), question.text(), words.text());
          }
        });
  }

  private void deliverFactsWhenOverdue(Question question, String reason) {
    Instant overdueAt = question.askedAt().plus(settings.answerFallbackAfter());
    if (question.provisional() || clock.instant().isBefore(overdueAt)) {
      return;
    }
    FactSheet sheet = facts.ofDay(LocalDate.ofInstant(clock.instant(), timezone));
    deliverFacts(question, sheet, "provisional", reason + " They will follow when the model is back.");
  }

  private void giveUp(Question question, FactSheet sheet, String reason) {
    String next = " It was asked " + MOST_ATTEMPTS + " times; drop the question again to ask once more.";
    deliverFacts(question, sheet, "failed", reason + next);
  }

  private void deliverFacts(Question question, FactSheet sheet, String state, String reason) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update question
                    set state = :state, answer = :page, evidence = :evidence, updated_at = :now, delivered_at = null
                    where question_id = :id and state in ('queued', 'provisional')""")
                .bind("state", state)
                .bind("page", OldAnswerPage.factsAlone(question, sheet, reason, timezone))
                .bind("evidence", new Evidence(sheet).words(coach.modelName(), null, null, null).json())
                .bind("now", now())
                .bind("id", question.questionId())
                .execute());
  }

  private void note(Question question, int attempts, String error) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update question set attempts = :attempts, last_error = :error, updated_at = :now
                    where question_id = :id""")
                .bind("attempts", attempts)
                .bind("error", PlainText.line(error))
                .bind("now", now())
                .bind("id", question.questionId())
                .execute());
  }

  private Optional<Question> find(long questionId) {
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

  private String now() {
    return Timestamps.of(clock.instant());
  }
}
