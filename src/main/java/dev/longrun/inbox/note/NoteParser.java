package dev.longrun.inbox.note;

import dev.longrun.log.said.note.NoteItem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * From the text of a log note to its entries, each with what it says or with what is wrong: line, field, value and what would be
 * right. What is wrong in one entry does not keep the others from being read. Pure.
 */
public final class NoteParser {
  /** All that is to be said about ten years of running fits into a few files of this size. */
  public static final int MOST_BYTES = 64 * 1024;

  /** A file is one transaction, and other writers wait for its end. */
  static final int MOST_ENTRIES = 200;

  private NoteParser() {}

  /** @param today on which the file came, by the runner's calendar */
  public static List<NoteItem> parse(String text, LocalDate today) {
    List<RawEntry> raw = NoteYaml.entries(NoteLines.of(text)).stream().filter(entry -> entry.trouble() != null || !entry.fields().isEmpty()).toList();
    if (raw.isEmpty()) {
      return List.of(NoteItem.wrong(1, List.of("The file says nothing; an entry is made of lines such as `effort: 7`.")));
    }
    List<NoteItem> items = raw.stream().limit(MOST_ENTRIES).map(entry -> EntryReader.read(entry, today)).toList();
    if (raw.size() <= MOST_ENTRIES) {
      return items;
    }
    int line = raw.get(MOST_ENTRIES).line();
    NoteItem rest =
        NoteItem.wrong(
            line,
            List.of("Line " + line + ": a file may have " + MOST_ENTRIES + " entries; put this one and those after it into another file."));
    return Stream.concat(items.stream(), Stream.of(rest)).toList();
  }
}
