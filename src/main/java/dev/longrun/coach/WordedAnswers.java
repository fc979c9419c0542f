package dev.longrun.coach;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.words.Draft;
import dev.longrun.coach.words.WordedPage;
import java.util.Optional;

/** Has the model choose and order what an answer says after its first line; the page without it stands when nothing of use comes back. */
public final class WordedAnswers implements AnswerWords {
  private final AnswerDesk desk;
  private final Memory memory;
  private final ModelWords model;

  public WordedAnswers(AnswerDesk desk, Memory memory, ModelWords model) {
    this.desk = desk;
    this.memory = memory;
    this.model = model;
  }

  /** What was read of the log before the model is asked: nobody holds a read open for half an hour. */
  private record Read(Answer answer, LogView log, Draft draft) {}

  @Override
  public Optional<StoredAnswer> word(Question question) {
    Read read = desk.answer(question, (answer, log) -> new Read(answer, log, AnswerDesk.draft(question, answer)));
    Recollection memories = memory.recall(question.text(), question.askedAt());
    return model.word(read.draft()).map(page -> stored(question, read, page, memories));
  }

  private StoredAnswer stored(Question question, Read read, WordedPage page, Recollection memories) {
    AnswerEvidence evidence = new AnswerEvidence(read.answer(), read.log(), desk.freshness()).memories(memories).model(model.modelName());
    ModelWords.report(page.report(), evidence.words());
    String words = page.isWorded() ? page.markdown() : null;
    return StoredAnswer.of(
        new AnswerPage(question, read.answer(), read.log().units()).remembering(memories).markdown(words, null), evidence.json(), read.answer(), read.answer().headline());
  }
}
