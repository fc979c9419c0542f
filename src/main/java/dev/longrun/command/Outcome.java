package dev.longrun.command;

import dev.longrun.log.Database;
import dev.longrun.log.PlainText;
import dev.longrun.log.Source;
import dev.longrun.log.Timestamps;
import dev.longrun.report.Status;
import dev.longrun.report.StatusReader;
import dev.longrun.settings.Settings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What became of one cycle, told from what it left in the database and the inbox.
 *
 * @param since when it began, to the second below
 */
record Outcome(Instant since) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  static Outcome from(Instant start) {
    return new Outcome(Timestamps.parse(Timestamps.of(start)));
  }

  /** The files it delivered, relative to the outbox. */
  List<String> written(Database database) {
    return database.reading()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select path from (
                            select answer_path as path, delivered_at from question
                            union all
                            select path, delivered_at from summary
                            union all
                            select 'notes/' || month || '.md', max(delivered_at) from note_file group by month)
                        where delivered_at >= :since
                        order by path""")
                    .bind("since", Timestamps.of(since))
                    .mapTo(String.class)
                    .list());
  }

  /** A line for each source that failed or needs the runner, and for everything that was put aside. */
  List<String> troubles(Settings settings, Database database) {
    List<String> lines = new ArrayList<>();
    Status status = new StatusReader(settings, database.reader()).read(OptionalLong.empty());
    for (Status.SourceStatus source : status.sources()) {
      String title = source.state().source().title();
      if (source.off().isEmpty() && source.state().actionNeeded() != null) {
        lines.add(title + " needs you: " + source.state().actionNeeded());
      } else if (source.state().lastError() != null && !source.state().lastErrorAt().isBefore(since)) {
        lines.add(title + ": " + source.state().lastError());
      }
    }
    lines.addAll(putAside(database));
    lines.addAll(unusable(database));
    status.refused().stream()
        .filter(file -> !file.at().isBefore(since))
        .forEach(file -> lines.add("Refused file " + PlainText.line(file.file().toString()) + (file.why().isEmpty() ? "" : ": " + file.why())));
    return lines;
  }

  /** A line for each source that wants to be asked later: no failure, but nothing new came from it either. */
  List<String> waits(Settings settings, Database database) {
    Instant now = settings.clock().instant();
    return new StatusReader(settings, database.reader())
        .read(OptionalLong.empty()).sources().stream()
            .filter(source -> source.off().isEmpty())
            .map(Status.SourceStatus::state)
            .filter(state -> state.blockedUntil() != null && state.blockedUntil().isAfter(now))
            .map(
                state ->
                    state.source().title() + " waits until " + MINUTE.withZone(settings.timezone()).format(state.blockedUntil())
                        + (state.blockedReason() == null ? "." : ": " + state.blockedReason()))
            .toList();
  }

  /** Imports some of whose things could not be used, although the file as a whole could. */
  private List<String> unusable(Database database) {
    return database.reading()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select file_name, put_aside, report_path from file_import
                        where put_aside > 0 and refusal is null and finished_at >= :since
                        order by import_id""")
                    .bind("since", Timestamps.of(since))
                    .map(
                        (row, context) ->
                            "Import of " + PlainText.line(row.getString("file_name")) + ": " + row.getLong("put_aside")
                                + " things in it could not be used; " + row.getString("report_path") + " in the outbox says why.")
                    .list());
  }

  private List<String> putAside(Database database) {
    return database.reading()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select source, external_id, reason from put_aside
                        where resolved_at is null and noted_at >= :since and not (source = 'file' and field = 'file')
                        order by put_aside_id""")
                    .bind("since", Timestamps.of(since))
                    .map(
                        (row, context) ->
                            "Put aside: " + Source.of(row.getString("source")).title() + " " + PlainText.line(row.getString("external_id"))
                                + ": " + PlainText.line(row.getString("reason")))
                    .list());
  }
}
