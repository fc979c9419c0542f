package dev.longrun.log.day;

import dev.longrun.log.Database;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What a source was asked about days, and when: a synchronisation that was interrupted goes on where it stopped. Thread-safe. */
public final class DayQuestions {
  /** What came of a question. */
  public enum Answer {
    SOME,
    /** The site has no such thing. */
    NONE,
    FAILED
  }

  /** @param attempts failures in a row */
  public record Asked(Instant at, Answer answer, int attempts) {}

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  public DayQuestions(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  public void asked(Source source, String record, String kind, Answer answer) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into day_question (source, external_id, kind, asked_at, answer, attempts)
                    values (:source, :record, :kind, :now, :answer, :failed)
                    on conflict (source, external_id, kind) do update
                    set asked_at = excluded.asked_at, answer = excluded.answer,
                        attempts = case when :failed = 1 then attempts + 1 else 0 end""")
                .bind("source", source.id())
                .bind("record", record)
                .bind("kind", kind)
                .bind("now", Timestamps.of(clock.instant()))
                .bind("answer", answer.name().toLowerCase(Locale.ROOT))
                .bind("failed", answer == Answer.FAILED ? 1 : 0)
                .execute());
  }

  /** By record and kind, with a blank between. */
  public Map<String, Asked> of(Source source) {
    Map<String, Asked> asked = new HashMap<>();
    reader.useHandle(
        handle ->
            handle
                .createQuery("select external_id || ' ' || kind as id, asked_at, answer, attempts from day_question where source = ?")
                .bind(0, source.id())
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("id"),
                            new Asked(
                                Timestamps.parse(row.getString("asked_at")),
                                Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
                                row.getInt("attempts"))))
                .forEach(entry -> asked.put(entry.getKey(), entry.getValue())));
    return asked;
  }
}
