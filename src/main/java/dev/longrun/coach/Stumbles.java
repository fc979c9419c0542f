package dev.longrun.coach;

import dev.longrun.log.DatabaseTrouble;
import dev.longrun.log.Patience;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a question at which something failed in a way that nobody thought of: it counts as an attempt, is noted, waits longer
 * each time, and is given up visibly. Thread-safe.
 */
final class Stumbles {
  static final int MOST_ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Stumbles.class);
  private static final String UNEXPECTED = "Something unexpected went wrong with this question; the home's logs/ folder says more.";

  private final QuestionStore store;
  private final Clock clock;
  private final Map<Long, Patience> waiting = new ConcurrentHashMap<>();

  Stumbles(QuestionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  boolean mayTry(long questionId) {
    Patience patience = waiting.get(questionId);
    return patience == null || patience.mayTry();
  }

  void wentWell(long questionId) {
    waiting.remove(questionId);
  }

  void at(Question question, Throwable failure) {
    LOG.error("Question {} could not be answered", question.questionId(), failure);
    waiting.computeIfAbsent(question.questionId(), id -> new Patience(clock)).wasAway();
    if (DatabaseTrouble.in(failure).isPresent()) {
      // That is not the question's fault.
      return;
    }
    int attempts = store.find(question.questionId()).map(Question::attempts).orElse(question.attempts()) + 1;
    store.note(question, attempts, UNEXPECTED);
    if (attempts >= MOST_ATTEMPTS) {
      store.giveUp(question, UNEXPECTED + " It was tried " + MOST_ATTEMPTS + " times; drop the question again to ask once more.");
      waiting.remove(question.questionId());
    }
  }
}
