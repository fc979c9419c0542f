package dev.longrun.report;

import dev.longrun.log.Database;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Writes every answer, summary and page of notes whose row is not known to be delivered: the outbox is a projection of the database. One
 * delivery at a time, so that an older text cannot come after a newer one. Thread-safe.
 */
public final class Delivery {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

  private final Jdbi writer;
  private final Jdbi reader;
  private final Outbox outbox;
  private final Clock clock;
  private final ZoneId timezone;

  /** @param answer null while the question waits for the model */
  record DueAnswer(long questionId, String answerPath, Instant askedAt, String text, String answer, String evidence) {}

  record DueSummary(String kind, String period, String path, String text, String evidence) {}

  public Delivery(Settings settings, Database database, Outbox outbox) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.outbox = outbox;
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /**
   * Writes what must be written; what cannot be written now stays due, and keeps nothing else from being written.
   *
   * @throws RuntimeException when something could not be written, after everything else has been
   */
  public synchronized void deliver() {
    List<RuntimeException> failures = new ArrayList<>();
    undelivered("select * from question where delivered_at is null order by question_id", ConstructorMapper.of(DueAnswer.class))
        .forEach(answer -> attempt(() -> deliverAnswer(answer), failures));
    undelivered("select * from summary where delivered_at is null order by kind, period", ConstructorMapper.of(DueSummary.class))
        .forEach(summary -> attempt(() -> deliverSummary(summary), failures));
    undelivered("select distinct month from note_file where delivered_at is null order by month", (row, context) -> row.getString("month"))
        .forEach(month -> attempt(() -> deliverNotes(month), failures));
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
      throw failures.get(0);
    }
  }

  private static void attempt(Runnable delivery, List<RuntimeException> failures) {
    try {
      delivery.run();
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void deliverAnswer(DueAnswer row) {
    outbox.write(row.answerPath(), row.answer() == null ? placeholder(row) : row.answer());
    if (row.evidence() != null) {
      outbox.write(evidencePath(row.answerPath()), row.evidence());
    }
    // Only what was written is delivered: the coach may have answered meanwhile.
    writer.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update question set delivered_at = :now where question_id = :id and answer is :answer and evidence is :evidence")
                .bind("now", clock.instant())
                .bind("id", row.questionId())
                .bind("answer", row.answer())
                .bind("evidence", row.evidence())
                .execute());
  }

  private void deliverSummary(DueSummary row) {
    outbox.write(row.path(), row.text());
    if (row.evidence() != null) {
      outbox.write(evidencePath(row.path()), row.evidence());
    }
    if (row.kind().equals("week") && isLatest(row)) {
      outbox.write("latest.md", row.text());
    }
    writer.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update summary set delivered_at = :now where kind = :kind and period = :period and text = :text")
                .bind("now", clock.instant())
                .bind("kind", row.kind())
                .bind("period", row.period())
                .bind("text", row.text())
                .execute());
  }

  /** The page of a month is written whole, from everything noted in it. */
  private void deliverNotes(String month) {
    List<NotePage.Entry> entries = reader.withHandle(handle -> NotePage.read(handle, month));
    outbox.write("notes/" + month + ".md", NotePage.of(month, entries, timezone));
    // One that was taken meanwhile is delivered the next time.
    writer.useHandle(
        handle ->
            handle
                .createUpdate("update note_file set delivered_at = :now where delivered_at is null and note_file_id in (<ids>)")
                .bind("now", clock.instant())
                .bindList("ids", entries.stream().map(NotePage.Entry::fileId).distinct().toList())
                .execute());
  }

  private boolean isLatest(DueSummary row) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select max(period) = :period from summary where kind = :kind")
                .bind("period", row.period())
                .bind("kind", row.kind())
                .mapTo(Boolean.class)
                .one());
  }

  private <T> List<T> undelivered(String sql, RowMapper<T> mapper) {
    return reader.withHandle(handle -> handle.createQuery(sql).map(mapper).list());
  }

  private String placeholder(DueAnswer row) {
    return "# The answer is on its way\n\n"
        + Markdown.quote(row.text())
        + "\n\nYour question was received on "
        + MINUTE.withZone(timezone).format(row.askedAt())
        + " and waits for the model. The answer will stand here.\n";
  }

  /** {@code answers/x.md} and {@code weekly/x.md} have their evidence in {@code evidence/x.json}. */
  static String evidencePath(String path) {
    return "evidence/" + path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.md$", ".json");
  }
}
