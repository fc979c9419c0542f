package dev.longrun.report;

import dev.longrun.log.Timestamps;
import dev.longrun.log.said.note.Noted;
import dev.longrun.log.said.note.Noted.State;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The page that tells what was applied of a month's log notes and what was not, file by file. */
final class NotePage {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private NotePage() {}

  record Entry(long fileId, String fileName, Instant takenAt, Noted noted) {}

  static List<Entry> read(Handle handle, String month) {
    return handle
        .createQuery(
            """
            select note_file_id, file_name, taken_at, line, state, about, message
            from note_file join note_entry using (note_file_id)
            where month = :month order by taken_at, note_file_id, note_entry_id""")
        .bind("month", month)
        .map(
            (row, context) ->
                new Entry(
                    row.getLong("note_file_id"),
                    row.getString("file_name"),
                    Timestamps.parse(row.getString("taken_at")),
                    new Noted(
                        row.getInt("line"),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("about"),
                        row.getString("message"))))
        .list();
  }

  static String of(String month, List<Entry> entries, ZoneId timezone) {
    StringBuilder page = new StringBuilder("# Log notes of " + MONTH.format(YearMonth.parse(month)) + "\n");
    long file = 0;
    for (Entry entry : entries) {
      if (entry.fileId() != file) {
        file = entry.fileId();
        page.append("\n## ").append(MINUTE.withZone(timezone).format(entry.takenAt())).append(" – ").append(Markdown.text(entry.fileName()));
        page.append("\n\n");
      }
      page.append("- ").append(line(entry.noted())).append('\n');
    }
    return page.toString();
  }

  private static String line(Noted noted) {
    return noted.state() == State.REFUSED ? "**Not applied.** " + Markdown.text(noted.message()) : Markdown.text(noted.sentence());
  }
}
