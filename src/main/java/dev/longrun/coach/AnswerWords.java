package dev.longrun.coach;

import java.util.Optional;

/** The model's part in an answer. */
public interface AnswerWords {
  /**
   * Asks the model, which may take many minutes.
   *
   * @return the answer that stays; empty when the model cannot be asked now
   * @throws StoppedWhileThinking when the program is told to stop meanwhile
   */
  Optional<StoredAnswer> word(Question question);
}
