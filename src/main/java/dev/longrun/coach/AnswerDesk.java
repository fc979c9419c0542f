package dev.longrun.coach;

import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.words.Draft;
import dev.longrun.log.Database;
import dev.longrun.report.Freshness;
import dev.longrun.report.SourceFreshness;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;

/** Answers a question from the log alone, within one read of it. Thread-safe. */
public final class AnswerDesk {
  private final Jdbi reader;
  private final Settings settings;
  private final Clock clock;
  private final ZoneId timezone;
  private final QuestionReading reading;
  private final Freshness freshness;

  public AnswerDesk(Settings settings, Database database, QuestionReading reading, Freshness freshness) {
    this.reader = database.reading();
    this.settings = settings;
    this.clock = settings.clock();
    this.timezone = settings.timezone();
    this.reading = reading;
    this.freshness = freshness;
  }

  /** @param use what to make of the answer while the log it rests on stands still */
  <T> T answer(Question question, BiFunction<Answer, LogView, T> use) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), timezone);
    return reader.inTransaction(
        handle -> {
          LogView log = new LogView(handle, today, settings);
          return use.apply(AnswerComposer.compose(reading.read(question.text(), question.askedAt(), log), log), log);
        });
  }

  /** What a model is handed of it. */
  public Draft draft(Question question) {
    return answer(question, (answer, log) -> draft(question, answer));
  }

  /** What stands after the first line, which answers whatever the model says. */
  static Draft draft(Question question, Answer answer) {
    List<Finding> rest = answer.parts().get(0).findings().stream().skip(1).toList();
    return new Draft(question.text(), answer.headline(), rest, rest.size(), List.of(), ModelWords.explanations(rest));
  }

  List<SourceFreshness> freshness() {
    return freshness.now();
  }
}
