package dev.longrun.coach;

import dev.longrun.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the model put the answers that wait for it into words. The page stands already, complete; when the model stays away too long, or
 * answers with nothing that may be used, it stays as it is.
 */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final AnswerDesk desk;
  private final QuestionStore store;
  private final AnswerWords words;
  private final Settings settings;
  private final Clock clock;
  private final Stumbles stumbles;

  public Answers(AnswerDesk desk, QuestionStore store, AnswerWords words, Settings settings) {
    this.desk = desk;
    this.store = store;
    this.words = words;
    this.settings = settings;
    this.clock = settings.clock();
    this.stumbles = new Stumbles(store, clock);
  }

  /** Words one answer if it still waits and the model can be asked. */
  public void answer(long questionId) {
    Optional<Question> waiting = store.find(questionId).filter(Question::provisional);
    if (waiting.isEmpty()) {
      return;
    }
    Question question = waiting.get();
    if (!stumbles.mayTry(questionId)) {
      return;
    }
    try {
      // The model is not asked for half an hour for an answer that could not be stored.
      store.requireWritable(question);
      Optional<StoredAnswer> worded = words.word(question);
      if (worded.isPresent()) {
        store.answer(question, worded.get(), question.attempts());
      } else if (isOverdue(question)) {
        store.answer(question, asItIs(question), question.attempts());
      }
      stumbles.wentWell(questionId);
    } catch (StoppedWhileThinking e) {
      LOG.info("Question {} stays as it is: stopped while the model was thinking", questionId);
    } catch (RuntimeException | Error e) {
      stumbles.at(question, e);
    }
  }

  private boolean isOverdue(Question question) {
    return !clock.instant().isBefore(question.askedAt().plus(settings.answerFallbackAfter()));
  }

  /** The page without the promise of words. */
  private StoredAnswer asItIs(Question question) {
    return desk.answer(
        question,
        (found, log) ->
            StoredAnswer.of(
                new AnswerPage(question, found, log.units()).markdown(null, null),
                new AnswerEvidence(found, log, desk.freshness()).model("none").json(),
                found,
                found.headline()));
  }
}
