package dev.longrun.report;

import dev.longrun.log.Database;
import dev.longrun.log.FileNames;
import dev.longrun.log.PlainText;
import dev.longrun.log.Timestamps;
import dev.longrun.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes what became of a dropped file into {@code outbox/imports/}: of every archive, how far it is and how it ended; of a single
 * file only what its owner would not expect.
 */
public final class ImportReports {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int LONGEST_NAME = 60;

  /** Nobody reads more lines of the same kind; the table imported_file holds all. */
  private static final int MOST_LINES = 200;

  private final Jdbi writer;
  private final Jdbi reader;
  private final Outbox outbox;
  private final Path folder;
  private final Clock clock;
  private final ZoneId timezone;

  public ImportReports(Settings settings, Database database, Outbox outbox) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.outbox = outbox;
    this.folder = settings.outbox();
    this.clock = settings.clock();
    this.timezone = settings.timezone();
  }

  /** The file itself, as its row tells it. */
  private record Row(
      String fileName, boolean archive, Instant startedAt, Instant finishedAt, String refusal, double share, Double remainingS,
      Map<String, Object> counts, String path) {
    long count(String column) {
      return ((Number) counts.get(column)).longValue();
    }

    boolean isAsExpected() {
      return !archive && refusal == null && count("flawed") == 0 && count("other_sports") == 0;
    }
  }

  private record Line(String name, String detail) {}

  /**
   * Writes the report again if anything about the import has changed.
   *
   * @return where it is; empty when there is nothing to report
   */
  public Optional<Path> write(long importId) {
    Row row = reader.withHandle(handle -> row(handle, importId));
    if (row.isAsExpected()) {
      return Optional.empty();
    }
    String path = row.path() == null ? claimPath(importId, row) : row.path();
    outbox.write(path, text(importId, row));
    return Optional.of(FileNames.in(folder, path));
  }

  /** What became of several imports together, in one line whose numbers add up. */
  public String line(List<Long> importIds) {
    return reader.withHandle(handle -> ImportCounts.of(handle, importIds)).line() + ".";
  }

  private static Row row(Handle handle, long importId) {
    return handle
        .createQuery("select * from file_import where import_id = :importId")
        .bind("importId", importId)
        .mapToMap()
        .map(
            row ->
                new Row(
                    (String) row.get("file_name"),
                    ((Number) row.get("archive")).intValue() == 1,
                    Timestamps.parse((String) row.get("started_at")),
                    Timestamps.parse((String) row.get("finished_at")),
                    (String) row.get("refusal"),
                    ((Number) row.get("share")).doubleValue(),
                    row.get("remaining_s") == null ? null : (Double) ((Number) row.get("remaining_s")).doubleValue(),
                    row,
                    (String) row.get("report_path")))
        .one();
  }

  /** Named by the local day and the file's own name; the second of that name ends in -2. */
  private String claimPath(long importId, Row row) {
    String name = row.fileName().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    name = FileNames.start(name, LONGEST_NAME);
    String start = "imports/" + row.startedAt().atZone(timezone).toLocalDate() + "-" + (name.isEmpty() ? "file" : name);
    return writer.inTransaction(
        handle -> {
          String path = start + ".md";
          for (int i = 2; isTaken(handle, path); i++) {
            path = start + "-" + i + ".md";
          }
          handle.execute(
              "update file_import set report_path = ?, updated_at = ? where import_id = ?", path, Timestamps.of(clock.instant()), importId);
          return path;
        });
  }

  private static boolean isTaken(Handle handle, String path) {
    return handle
            .createQuery("select count(*) from file_import where lower(report_path) = lower(:path)")
            .bind("path", path)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private String text(long importId, Row row) {
    StringBuilder text = new StringBuilder("# Import of " + Markdown.text(row.fileName()) + "\n\n");
    text.append(state(row)).append("\n\n");
    text.append(reader.withHandle(handle -> ImportCounts.of(handle, List.of(importId))).line()).append(".\n\n");
    text.append(counts(row)).append("\n");
    list(text, importId, row.count("put_aside"), "Refused", "put-aside", "They lie in the file that you dropped, which is kept.");
    list(text, importId, row.count("flawed"), "Loaded in part", "flawed", "What is whole of them is in the log.");
    otherSports(text, importId);
    return text.toString();
  }

  private String state(Row row) {
    String since = MINUTE.withZone(timezone).format(row.startedAt());
    if (row.finishedAt() == null) {
      return String.format(
          Locale.ENGLISH,
          "Under way since %s: %.0f %% is read%s. It may be stopped at any time and goes on at the next start.",
          since, 100 * row.share(), row.remainingS() == null ? "" : ", about " + minutes(row.remainingS()) + " left");
    }
    String until = MINUTE.withZone(timezone).format(row.finishedAt());
    String end = "Dropped " + since + ", done " + until + ".";
    return row.refusal() == null ? end : end + "\n\n**Refused:** " + Markdown.text(row.refusal());
  }

  private static String minutes(double seconds) {
    return seconds < 90 ? "a minute" : Math.round(seconds / 60) + " minutes";
  }

  private static String counts(Row row) {
    List<List<String>> rows = new ArrayList<>();
    count(rows, row, "loaded", "new runs", true);
    count(rows, row, "merged", "merged: told more about a run that was in the log", true);
    count(rows, row, "changed", "changed: told something else about a run than before", false);
    count(rows, row, "known", "already known, down to the last byte", true);
    count(rows, row, "other_sports", "skipped: of other sports", true);
    count(rows, row, "no_activity", "skipped: FIT files that are no activities (settings, courses, sleep)", false);
    count(rows, row, "left_alone", "left alone: photos, messages and other things", false);
    count(rows, row, "put_aside", "refused: could not be used", true);
    count(rows, row, "flawed", "of these loaded in part, because they are damaged", false);
    return Markdown.table(List.of("what became of it", "how many"), rows) + "\n";
  }

  private static void count(List<List<String>> rows, Row row, String column, String meaning, boolean always) {
    if (always || row.count(column) > 0) {
      rows.add(List.of(meaning, String.format(Locale.ENGLISH, "%,d", row.count(column))));
    }
  }

  private void list(StringBuilder text, long importId, long count, String title, String kind, String hint) {
    if (count == 0) {
      return;
    }
    String condition = kind.equals("flawed") ? "outcome in ('loaded', 'merged', 'changed') and detail is not null" : "outcome = 'put-aside'";
    List<Line> lines =
        reader.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select name, detail from imported_file where import_id = :importId and " + condition + " order by name limit " + MOST_LINES)
                    .bind("importId", importId)
                    .map((row, context) -> new Line(row.getString("name"), row.getString("detail")))
                    .list());
    text.append("\n## ").append(title).append("\n\n").append(hint).append("\n\n");
    lines.forEach(line -> text.append("- ").append(Markdown.text(line.name())).append(": ").append(Markdown.text(line.detail())).append('\n'));
    if (count > lines.size()) {
      text.append("- and ").append(count - lines.size()).append(" more\n");
    }
  }

  private void otherSports(StringBuilder text, long importId) {
    List<Line> lines =
        reader.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select detail, count(*) as files from imported_file
                        where import_id = :importId and outcome = 'other-sport'
                        group by detail order by files desc limit 50""")
                    .bind("importId", importId)
                    .map((row, context) -> new Line(row.getString("files"), row.getString("detail")))
                    .list());
    if (!lines.isEmpty()) {
      text.append("\n## Skipped\n\n");
      lines.forEach(line -> text.append("- ").append(line.name()).append(": ").append(Markdown.text(PlainText.line(line.detail()))).append('\n'));
    }
  }
}
