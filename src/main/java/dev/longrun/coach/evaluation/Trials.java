package dev.longrun.coach.evaluation;

import dev.longrun.coach.AnswerDesk;
import dev.longrun.coach.Question;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.Strength;
import dev.longrun.coach.summary.SummaryDrafts;
import dev.longrun.coach.summary.SummaryPeriod;
import dev.longrun.coach.words.Draft;
import dev.longrun.report.Markdown;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the drafts of an evaluation from a log, as pages are made from it. */
public final class Trials {
  private static final String ABOUT_A_RUN = "How was my last run, and what did I note about it?";

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

  /** A hostile question as it is; a name or comment as statements quote it, before all others. */
  public void hostile(EvaluationSet.Hostile hostile) {
    if (hostile.place() == EvaluationSet.Place.QUESTION) {
      question(hostile.name(), hostile.text(), hostile.trace());
      return;
    }
    Question question = new Question(0, "evaluation.md", ABOUT_A_RUN, clock.instant(), "answers/evaluation.md", true, 0);
    trials.add(Trial.of(hostile.name(), quoting(answers.draft(question), hostile), hostile.trace()));
  }

  static Draft quoting(Draft draft, EvaluationSet.Hostile hostile) {
    String quoted = "“" + Markdown.text(hostile.text()) + "”";
    String text = hostile.place() == EvaluationSet.Place.NAME ? quoted + " was your last run." : "Your comment: " + quoted + ".";
    List<Finding> findings = new ArrayList<>(draft.findings());
    findings.add(0, new Finding("run.quoted", Set.of(), text, List.of(), Set.of(), Strength.COUNTED, 100, null));
    return new Draft(draft.question(), draft.answer(), findings, draft.leads() + 1, draft.advice(), draft.explanations());
  }

  public void summary(SummaryPeriod period) {
    trials.add(Trial.of("summary of " + period.name(), summaries.draft(period), null));
  }

  public List<Trial> made() {
    return List.copyOf(trials);
  }
}
