package dev.longrun.coach;

import dev.longrun.coach.findings.LogView;
import dev.longrun.coach.topics.LogCalendar;
import dev.longrun.coach.topics.QuestionReader;
import dev.longrun.coach.topics.QuestionReader.Earlier;
import dev.longrun.coach.topics.Reading;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.time.Instant;
import java.time.LocalDateTime;

/** Reads questions against the names and days of the log, and the question before. */
public final class LoggedQuestions implements QuestionReading {
  private final QuestionReader reader;
  private final Settings settings;

  public LoggedQuestions(QuestionReader reader, Settings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public Reading read(String text, Instant askedAt, LogView log) {
    LogCalendar calendar = LogCalendar.read(log.handle(), log.today(), settings);
    return reader.read(text, local(askedAt), calendar, before(askedAt, log));
  }

  private Earlier before(Instant askedAt, LogView log) {
    return log.handle()
        .createQuery("select text, asked_at from question where asked_at < :askedAt and text <> '' order by asked_at desc, question_id desc limit 1")
        .bind("askedAt", Timestamps.of(askedAt))
        .map((row, context) -> new Earlier(row.getString("text"), local(Timestamps.parse(row.getString("asked_at")))))
        .findOne()
        .orElse(null);
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, settings.timezone());
  }
}
