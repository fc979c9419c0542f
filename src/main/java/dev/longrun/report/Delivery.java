package dev.longrun.report;

import dev.longrun.log.Database;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

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

  public Delivery(Settings settings, Database database, Outbox outbox) {
    this.writer = Jdbi.create(database.writer());
    this.reader = Jdbi.create(database.reader());
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
    undelivered("select * from question where delivered_at is null order by question_id")
        .forEach(row -> attempt(() -> deliverAnswer(row), failures));
    undelivered("select * from summary where delivered_at is null order by kind, period")
        .forEach(row -> attempt(() -> deliverSummary(row), failures));
    undelivered("select distinct month from note_file where delivered_at is null order by month")
        .forEach(row -> attempt(() -> deliverNotes((String) row.get("month")), failures));
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

  private void deliverAnswer(Map<String, Object> row) {
    String path = (String) row.get("answer_path");
    String answer = (String) row.get("answer");
    outbox.write(path, answer == null ? placeholder(row) : answer);
    if (row.get("evidence") != null) {
      outbox.write(evidencePath(path), (String) row.get("evidence"));
    }
    if (row.get("picture") != null) {
      outbox.write(path.replaceAll("\\.md$", ".svg"), (String) row.get("picture"));
    }
    // Only what was written is delivered: the coach may have answered meanwhile.
    writer.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update question set delivered_at = :now where question_id = :id and answer is :answer and evidence is :evidence")
                .bind("now", now())
                .bind("id", row.get("question_id"))
                .bind("answer", answer)
                .bind("evidence", (String) row.get("evidence"))
                .execute());
  }

  private void deliverSummary(Map<String, Object> row) {
    String path = (String) row.get("path");
    String text = (String) row.get("text");
    outbox.write(path, text);
    if (row.get("evidence") != null) {
      outbox.write(evidencePath(path), (String) row.get("evidence"));
    }
    if (row.get("picture") != null) {
      outbox.write(path.replaceAll("\\.md$", ".svg"), (String) row.get("picture"));
    }
    if (row.get("kind").equals("week") && isLatest(row)) {
      outbox.write("latest.md", text);
    }
    writer.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update summary set delivered_at = :now where kind = :kind and period = :period and text = :text")
                .bind("now", now())
                .bind("kind", row.get("kind"))
                .bind("period", row.get("period"))
                .bind("text", text)
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
                .bind("now", now())
                .bindList("ids", entries.stream().map(NotePage.Entry::fileId).distinct().toList())
                .execute());
  }

  private boolean isLatest(Map<String, Object> row) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select max(period) = :period from summary where kind = :kind")
                .bind("period", row.get("period"))
                .bind("kind", row.get("kind"))
                .mapTo(Boolean.class)
                .one());
  }

  private List<Map<String, Object>> undelivered(String sql) {
    return reader.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
  }

  private String placeholder(Map<String, Object> row) {
    Instant askedAt = Timestamps.parse((String) row.get("asked_at"));
    return "# The answer is on its way\n\n"
        + Markdown.quote((String) row.get("text"))
        + "\n\nYour question was received on "
        + MINUTE.withZone(timezone).format(askedAt)
        + " and waits for the model. The answer will stand here.\n";
  }

  /** {@code answers/x.md} and {@code weekly/x.md} have their evidence in {@code evidence/x.json}. */
  static String evidencePath(String path) {
    return "evidence/" + path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.md$", ".json");
  }

  private String now() {
    return Timestamps.of(clock.instant());
  }
}
