package dev.longrun.coach.summary;

import dev.longrun.coach.ModelWords;
import dev.longrun.coach.StoppedWhileThinking;
import dev.longrun.coach.words.WordedPage;
import java.util.Optional;

/** Has the model choose and order what a summary says below its first lines. */
public final class WordedSummaries implements SummaryWords {
  private final ModelWords model;

  public WordedSummaries(ModelWords model) {
    this.model = model;
  }

  @Override
  public boolean mayFollow() {
    return model.isConfigured();
  }

  @Override
  public String footnote() {
    return model.modelName() + " may put this into other words; they follow when it has answered.";
  }

  @Override
  public Said ask(SummaryPeriod period, SummaryText text, int attempts) {
    try {
      Optional<WordedPage> page = model.word(SummaryDrafts.of(period, text));
      return page.map(worded -> new Said(worded.isWorded() ? worded.markdown() : null, null, false, attempts, false))
          .orElseGet(() -> new Said(null, model.whyAway(), true, attempts, false));
    } catch (StoppedWhileThinking e) {
      return new Said(null, null, true, attempts, true);
    }
  }
}
