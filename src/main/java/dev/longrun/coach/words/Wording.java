package dev.longrun.coach.words;

import dev.longrun.coach.LanguageModel;
import dev.longrun.coach.ModelAway;
import java.time.Clock;

/**
 * Has the model choose, order and connect what a page says. At the end stands either a page in which every statement is code's, or
 * none, and the page that code wrote stands. Thread-safe.
 */
public final class Wording {
  private final LanguageModel model;
  private final int numCtx;
  private final Mode mode;
  private final Clock clock;

  /** What the model may do. */
  public enum Mode {
    CHOOSE_ORDER_AND_SAY,
    /** For a model whose own sentences fail too often. */
    CHOOSE_AND_ORDER
  }

  /** @param numCtx of the model's context, in tokens: the one that is sent with every request */
  public Wording(LanguageModel model, int numCtx, Mode mode, Clock clock) {
    this.model = model;
    this.numCtx = numCtx;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Asks the model, and once more when something of its answer must be refused. Blocks while it thinks.
   *
   * @throws ModelAway when it cannot be asked now
   */
  public WordedPage word(Draft draft) throws ModelAway {
    return new WordingTask(model, numCtx, mode == Mode.CHOOSE_ORDER_AND_SAY, clock, draft).done();
  }
}
