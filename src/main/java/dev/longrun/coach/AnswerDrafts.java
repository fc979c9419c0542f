package dev.longrun.coach;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.health.RedFlag;
import dev.longrun.coach.health.RedFlags;
import dev.longrun.settings.Settings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the page of a dropped question from the log alone, at once and complete. It is final without a model; with one, its words
 * replace the connecting text when they are there. Thread-safe.
 */
public final class AnswerDrafts {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDrafts.class);

  private final AnswerDesk desk;
  private final QuestionStore store;
  private final Settings settings;
  private final Stumbles stumbles;

  public AnswerDrafts(AnswerDesk desk, QuestionStore store, Settings settings) {
    this.desk = desk;
    this.store = store;
    this.settings = settings;
    this.stumbles = new Stumbles(store, settings.clock());
  }

  /** Drafts the answer unless that was done before. */
  public void draft(long questionId) {
    store
        .find(questionId)
        .filter(question -> !question.provisional() && stumbles.mayTry(questionId))
        .ifPresent(
            question -> {
              try {
                write(question);
                stumbles.wentWell(questionId);
              } catch (RuntimeException | Error e) {
                stumbles.at(question, e);
              }
            });
  }

  private void write(Question question) {
    List<RedFlag> flags = RedFlags.in(question.text());
    boolean wordsFollow = !settings.ollama().isNone() && flags.isEmpty();
    String footnote = wordsFollow ? settings.ollama().model() + " may put this into other words; they follow when it has answered." : null;
    StoredAnswer answer =
        desk.answer(
            question,
            (found, log) ->
                StoredAnswer.of(
                    page(question, found, log, flags, footnote),
                    new AnswerEvidence(found, log, desk.freshness()).redFlags(flags).model(wordsFollow ? settings.ollama().model() : "none").json(),
                    found,
                    flags.isEmpty() ? found.headline() : flags.get(0).says().get(0)));
    store.draft(question, answer, !wordsFollow);
    LOG.info("Question {} drafted{}", question.questionId(), wordsFollow ? ", words follow" : "");
  }

  /** Health comes before everything: beside a red flag there is no training advice, and no model is asked. */
  private static String page(Question question, Answer found, LogView log, List<RedFlag> flags, String footnote) {
    AnswerPage page = new AnswerPage(question, found, log.units());
    return flags.isEmpty() ? page.markdown(null, footnote) : page.markdown(flags);
  }
}
