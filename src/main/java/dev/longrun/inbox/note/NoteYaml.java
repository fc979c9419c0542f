package dev.longrun.inbox.note;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the entries of YAML lines event by event: every value is the text that was typed, and nothing is deeper than a list in a
 * field, so neither nesting nor aliases can make much of little. Lines that are no YAML spoil only the entry they stand in.
 */
final class NoteYaml {
  private static final Pattern ENTRY_START = Pattern.compile("^( *)- .*");
  private static final Pattern LOST_NUMBER = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})\\s+(#\\d+)");
  private static final Pattern SWALLOWED = Pattern.compile("^\\s*#(\\S.*)$");
  private static final Pattern KEY_START = Pattern.compile("^ *(?:- +)?[a-z_]+:(?: .*)?$");

  private static final Pattern BARE_FIELD = Pattern.compile("^ *(?:- +)?([A-Za-z_]+) *[ =] *([^:]*)$");

  /** Nobody types as much into one field. */
  private static final int MOST_VALUES = 50;

  /** A list in a field needs one. */
  private static final int DEEPEST = 100;

  private final List<String> lines;
  private final int firstLine;
  private final Iterator<Event> events;
  private final List<RawEntry> entries = new ArrayList<>();

  private NoteYaml(List<String> lines, int firstLine) {
    this.lines = lines;
    this.firstLine = firstLine;
    this.events = new Parse(LoadSettings.builder().build()).parseString(String.join("\n", lines) + "\n").iterator();
  }

  /** What is no YAML at all becomes an entry with its trouble. */
  static List<RawEntry> entries(List<String> lines) {
    try {
      return read(lines, 1);
    } catch (YamlEngineException e) {
      List<RawEntry> entries = new ArrayList<>();
      List<Integer> starts = starts(lines);
      for (int i = 0; i < starts.size(); i++) {
        int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
        entries.addAll(part(lines.subList(starts.get(i), end), starts.get(i) + 1));
      }
      return entries;
    }
  }

  /** Where entries begin: at the dashes that stand farthest to the left, and at the top when something stands before them. */
  private static List<Integer> starts(List<String> lines) {
    int indent = lines.stream().map(ENTRY_START::matcher).filter(Matcher::matches).mapToInt(dash -> dash.group(1).length()).min().orElse(0);
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 1; i < lines.size(); i++) {
      Matcher dash = ENTRY_START.matcher(lines.get(i));
      if (dash.matches() && dash.group(1).length() == indent) {
        starts.add(i);
      }
    }
    return starts;
  }

  private static List<RawEntry> part(List<String> lines, int firstLine) {
    try {
      return read(lines, firstLine);
    } catch (YamlEngineException e) {
      try {
        return read(aligned(lines), firstLine);
      } catch (YamlEngineException again) {
        return List.of(trouble(lines, e, firstLine));
      }
    }
  }

  /** The fields of an entry below each other, wherever they were typed. */
  private static List<String> aligned(List<String> lines) {
    boolean isListItem = lines.stream().anyMatch(line -> ENTRY_START.matcher(line).matches());
    return lines.stream()
        .map(
            line ->
                !KEY_START.matcher(line).matches() ? line
                    : line.strip().startsWith("- ") ? "- " + line.strip().substring(2).strip()
                    : (isListItem ? "  " : "") + line.strip())
        .toList();
  }

  private static List<RawEntry> read(List<String> lines, int firstLine) {
    if (depth(lines) > DEEPEST) {
      throw new YamlEngineException("nested too deeply");
    }
    NoteYaml yaml = new NoteYaml(lines, firstLine);
    while (yaml.events.hasNext()) {
      Event event = yaml.events.next();
      switch (event.getEventId()) {
        case SequenceStart -> yaml.list();
        case MappingStart -> yaml.entry(event);
        case Scalar, Alias -> yaml.stray(event);
        default -> {
          // The beginnings and ends of the stream and its documents.
        }
      }
    }
    return yaml.entries;
  }

  /** How many brackets are open at once at most: the parser's time grows with the square of it. */
  private static int depth(List<String> lines) {
    int depth = 0;
    int deepest = 0;
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        char character = line.charAt(i);
        depth += character == '[' || character == '{' ? 1 : character == ']' || character == '}' ? -1 : 0;
        deepest = Math.max(deepest, depth);
      }
    }
    return deepest;
  }

  private void list() {
    for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      switch (event.getEventId()) {
        case MappingStart -> entry(event);
        case SequenceStart -> {
          entries.add(RawEntry.unreadable(line(event), "a list in a list says nothing; each entry begins with one dash and a field, such as `- run: latest`"));
          skip();
        }
        default -> stray(event);
      }
    }
  }

  /** Text that belongs to no field. */
  private void stray(Event event) {
    String text = event instanceof ScalarEvent scalar ? scalar.getValue().strip() : "*";
    if (text.isEmpty()) {
      return;
    }
    entries.add(
        RawEntry.unreadable(
            line(event), "“" + Quote.of(text) + "” is no field; an entry is made of lines such as `effort: 7`"));
  }

  private void entry(Event start) {
    List<RawField> fields = new ArrayList<>();
    String trouble = isMarked(start) ? "anchors (&), aliases (*) and tags (!) are not understood; write the value itself, in quotes if need be" : null;
    for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      if (!(key instanceof ScalarEvent name)) {
        trouble = "a field is named by a word, such as `effort: 7`";
        skipNode(key);
        skipNode(events.next());
        continue;
      }
      Event value = events.next();
      if (value instanceof ScalarEvent scalar && !isMarked(value)) {
        fields.add(new RawField(line(key), name.getValue(), List.of(scalar.getValue()), false, swallowed(key, scalar)));
      } else if (value.getEventId() == Event.ID.SequenceStart && !isMarked(value)) {
        List<String> values = values();
        if (values == null) {
          trouble = name.getValue() + " is nested too deeply; a list is written `[one, two]`";
        } else {
          fields.add(new RawField(line(key), name.getValue(), values, true, null));
        }
      } else {
        trouble =
            value.getEventId() == Event.ID.MappingStart
                ? name.getValue() + " is followed by fields of its own; put them on the same level"
                : "anchors (&), aliases (*) and tags (!) are not understood; write the value of " + name.getValue() + " itself, in quotes if need be";
        skipNode(value);
      }
    }
    entries.add(new RawEntry(line(start), fields, trouble));
  }

  /** @return null when there is more than text in it */
  private List<String> values() {
    List<String> values = new ArrayList<>();
    boolean plain = true;
    for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      if (event instanceof ScalarEvent scalar && values.size() < MOST_VALUES) {
        values.add(scalar.getValue());
      } else {
        plain = false;
        skipNode(event);
      }
    }
    return plain ? values : null;
  }

  private void skipNode(Event event) {
    if (event.getEventId() == Event.ID.SequenceStart || event.getEventId() == Event.ID.MappingStart) {
      skip();
    }
  }

  /** Passes what has been opened, however deep. */
  private void skip() {
    int depth = 1;
    while (depth > 0) {
      switch (events.next().getEventId()) {
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        default -> {
          // What lies within.
        }
      }
    }
  }

  private static boolean isMarked(Event event) {
    return event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor().isPresent())
        || (event instanceof ScalarEvent scalar && scalar.getTag().isPresent());
  }

  /** What YAML left out behind a value because of a {@code #}. */
  private String swallowed(Event key, ScalarEvent value) {
    Mark end = (value.getValue().isEmpty() && value.isPlain() ? key.getEndMark() : value.getEndMark()).orElseThrow();
    String line = end.getLine() < lines.size() ? lines.get(end.getLine()) : "";
    String rest = line.substring(line.offsetByCodePoints(0, Math.min(end.getColumn(), line.codePointCount(0, line.length()))));
    Matcher lost = SWALLOWED.matcher(rest.startsWith(":") ? rest.substring(1) : rest);
    return lost.matches() ? "#" + lost.group(1).strip() : null;
  }

  private int line(Event event) {
    return firstLine + event.getStartMark().map(Mark::getLine).orElse(0);
  }

  private static int lineOf(YamlEngineException e, int firstLine) {
    return e instanceof MarkedYamlEngineException marked
        ? firstLine + marked.getProblemMark().or(marked::getContextMark).map(Mark::getLine).orElse(0)
        : firstLine;
  }

  private static RawEntry trouble(List<String> lines, YamlEngineException e, int firstLine) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher lost = LOST_NUMBER.matcher(lines.get(i));
      if (lost.find()) {
        return RawEntry.unreadable(firstLine + i, lostNumber(lost.group(1), lost.group(2)));
      }
    }
    int index = Math.min(lineOf(e, firstLine) - firstLine, lines.size() - 1);
    while (index > 0 && lines.get(index).isBlank()) {
      index--;
    }
    for (int i = 0; i < lines.size(); i++) {
      Matcher bare = BARE_FIELD.matcher(lines.get(i));
      if (bare.matches() && Field.of(bare.group(1)).isPresent()) {
        return RawEntry.unreadable(
            firstLine + i,
            "“" + Quote.of(lines.get(i)) + "” lacks its colon; write `" + Quote.of(bare.group(1)) + ": " + Quote.of(bare.group(2)) + "`");
      }
    }
    String problem = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
    return RawEntry.unreadable(
        firstLine + index,
        "“" + Quote.of(lines.get(index)) + "” cannot be read as YAML (" + Quote.of(problem)
            + "); a line is `field: value`, with the value in quotes if it holds anything odd");
  }

  static String lostNumber(String before, String swallowed) {
    return "behind a blank YAML takes " + Quote.of(swallowed) + " for a comment; write it without the blank, as `" + Quote.of(before)
        + Quote.of(swallowed) + "`, or put all of it in quotes";
  }
}
