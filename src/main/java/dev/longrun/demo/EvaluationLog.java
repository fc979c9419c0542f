package dev.longrun.demo;

import dev.longrun.coach.AnswerDesk;
import dev.longrun.coach.evaluation.EvaluationSet;
import dev.longrun.coach.evaluation.Trial;
import dev.longrun.coach.evaluation.Trials;
import dev.longrun.coach.summary.SummaryDrafts;
import dev.longrun.coach.summary.SummaryPeriod;
import dev.longrun.service.LongrunService;
import dev.longrun.service.ProgramFolder;
import dev.longrun.settings.Settings;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The synthetic runner's log on one fixed day, made without a model, and what is asked of it. */
public final class EvaluationLog implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-27T19:00:00Z");
  private static final Settings.Ollama NO_MODEL = new Settings.Ollama(URI.create("http://127.0.0.1:9"), "none", 8192, Duration.ofMinutes(1));

  private final Demo demo;

  public EvaluationLog(DemoHome home) {
    this.demo = new Demo(home, NO_MODEL, Optional.of(NOW), new PrintWriter(Writer.nullWriter()), false);
  }

  public Settings settings() {
    return demo.settings();
  }

  /**
   * To be called with the home locked and its folders made.
   *
   * @return plain questions and summaries first, then hostile texts
   */
  public List<Trial> trials(boolean quick) throws Exception {
    List<String> failures = demo.run();
    if (!failures.isEmpty()) {
      throw new IllegalStateException("The made-up runner's log cannot be made: " + String.join(" ", failures));
    }
    try (LongrunService service = new LongrunService(demo.settings(), ProgramFolder.find(), false)) {
      service.start();
      Trials trials =
          new Trials(
              service.context().getRegistry().lookupByNameAndType("answerDesk", AnswerDesk.class),
              service.context().getRegistry().lookupByNameAndType("summaryDrafts", SummaryDrafts.class),
              demo.settings().clock());
      EvaluationSet.questions(quick).forEach(asked -> trials.question(asked.name(), asked.question(), null));
      LocalDate today = LocalDate.ofInstant(NOW, demo.settings().timezone());
      trials.summary(SummaryPeriod.of(SummaryPeriod.Kind.WEEK, today).previous());
      if (!quick) {
        trials.summary(SummaryPeriod.of(SummaryPeriod.Kind.MONTH, today).previous());
      }
      EvaluationSet.injections(quick).forEach(trials::hostile);
      return trials.made();
    }
  }

  @Override
  public void close() {
    demo.close();
  }
}
