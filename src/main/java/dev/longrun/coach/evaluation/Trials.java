package dev.longrun.coach.evaluation;

import dev.longrun.coach.AnswerDesk;
import dev.longrun.coach.Question;
import dev.longrun.coach.summary.SummaryDrafts;
import dev.longrun.coach.summary.SummaryPeriod;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes the drafts of an evaluation from a log, as pages are made from it. */
public final class Trials {
  private final AnswerDesk answers;
  private final SummaryDrafts summaries;
  private final Clock clock;
  private final List<Trial> trials = new ArrayList<>();

  public Trials(AnswerDesk answers, SummaryDrafts summaries, Clock clock) {
    this.answers = answers;
    this.summaries = summaries;
    this.clock = clock;
  }

  /** @param trace null: nobody injects */
  public void question(String name, String text, String trace) {
    Question question = new Question(0, "evaluation.md", text, clock.instant(), "answers/evaluation.md", true, 0);
    trials.add(Trial.of(name, answers.draft(question), trace));
  }

  public void summary(SummaryPeriod period) {
    trials.add(Trial.of("summary of " + period.name(), summaries.draft(period), null));
  }

  public List<Trial> made() {
    return List.copyOf(trials);
  }
}
