package dev.longrun.coach.evaluation;

import dev.longrun.coach.LanguageModel;
import dev.longrun.coach.ModelAway;
import dev.longrun.coach.words.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Puts every trial to the model as often as wished, with all that a model may do. */
public final class EvaluationRun {
  /** A slow answer now and then is part of the card; a model that is gone is not. */
  private static final int MOST_SILENCES = 2;

  private final LanguageModel model;
  private final Wording wording;
  private final Clock clock;
  private final Consumer<String> progress;

  /** @param progress is handed a line after each answer */
  public EvaluationRun(LanguageModel model, int numCtx, Clock clock, Consumer<String> progress) {
    this.model = model;
    this.wording = new Wording(model, numCtx, Wording.Mode.CHOOSE_ORDER_AND_SAY, clock);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Blocks for as long as the model thinks.
   *
   * @throws ModelAway when it is away at the beginning, or for more than two answers
   */
  public ScoreCard card(List<Trial> trials, int draws) throws ModelAway {
    List<Draw> drawn = new ArrayList<>();
    int silent = 0;
    for (int i = 0; i < trials.size() * draws; i++) {
      Trial trial = trials.get(i % trials.size());
      try {
        Draw draw = Draw.of(trial, wording.word(trial.draft()));
        drawn.add(draw);
        progress.accept("%d of %d: %s: %s, %d s".formatted(i + 1, trials.size() * draws, trial.name(), outcome(draw), draw.report().took().toSeconds()));
      } catch (ModelAway e) {
        if (drawn.isEmpty() || ++silent > MOST_SILENCES) {
          throw e;
        }
        progress.accept("%d of %d: %s: no answer".formatted(i + 1, trials.size() * draws, trial.name()));
      }
    }
    return ScoreCard.of(model.name(), LocalDate.ofInstant(clock.instant(), clock.getZone()), draws, silent, drawn);
  }

  private static String outcome(Draw draw) {
    return draw.report().outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (draw.broken().isEmpty() ? "" : ", BROKEN");
  }
}
