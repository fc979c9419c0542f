package dev.longrun.inbox.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes YAML of what a hurried runner typed, line by line, so that a complaint can still name the line: tabs, smart quotes and
 * dashes of a phone, missing blanks, and text that YAML would take for something else.
 */
final class NoteLines {
  private static final Pattern BULLET = Pattern.compile("^( *)(?:[–—•*]\\s*|-\\s*)(?=[\\p{L}{\"“])");
  private static final Pattern KEY =
      Pattern.compile("^( *(?:- +)?)[\"“”']?([A-Za-z][A-Za-z _-]{0,30}?)[\"“”']? *[:：]([^\\n]*)$");
  private static final Pattern NEXT_KEY = Pattern.compile("(?:\\s*[,;]\\s*|\\s+)([A-Za-z][A-Za-z_]{1,30}):(?=\\s)");
  private static final Pattern BLOCK_TEXT = Pattern.compile("^[|>][+-]?[0-9]?[+-]?\\s*$");
  private static final Pattern SMART_QUOTED = Pattern.compile("^[“”„«»‘’‚]([^“”„«»‘’‚]*)[“”„«»‘’‚]$");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");

  private final List<String> lines;
  private final List<String> made = new ArrayList<>();
  private int at;

  private NoteLines(List<String> lines) {
    this.lines = lines;
  }

  /** As many lines as the text has. */
  static List<String> of(String text) {
    // Line feeds, whatever stood for them; the blanks and invisible characters that phones and browsers put in.
    String plain = text.replaceAll("\\R", "\n").replaceAll("[\\p{Zs}]", " ").replaceAll("[\\u200B\\u2060\\uFEFF]", "");
    return new NoteLines(List.of(plain.split("\n", -1))).make();
  }

  private List<String> make() {
    while (at < lines.size()) {
      String line = indented(lines.get(at));
      Optional<Matcher> key = knownKey(line);
      if (key.isEmpty()) {
        made.add(line);
        at++;
      } else {
        field(key.get());
      }
    }
    return made;
  }

  private static String indented(String line) {
    int start = 0;
    StringBuilder indent = new StringBuilder();
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      indent.append(line.charAt(start) == '\t' ? "  " : " ");
      start++;
    }
    String rest = line.substring(start).replace('\t', ' ');
    Matcher bullet = BULLET.matcher(indent + rest);
    return bullet.find() ? bullet.group(1) + "- " + (indent + rest).substring(bullet.end()) : indent + rest;
  }

  private static Optional<Matcher> knownKey(String line) {
    Matcher key = KEY.matcher(line);
    return key.matches() && Field.of(key.group(2)).isPresent() ? Optional.of(key) : Optional.empty();
  }

  private void field(Matcher key) {
    Field field = Field.of(key.group(2)).orElseThrow();
    String start = key.group(1) + field.title() + ": ";
    String value = key.group(3).strip();
    at++;
    String words = COMMENT.matcher(value).replaceFirst("").strip();
    if (field == Field.MORNING && NEXT_KEY.matcher(words).find()) {
      made.add(key.group(1) + inOneLine(field, words));
    } else if (BLOCK_TEXT.matcher(value).matches()) {
      made.add(start + value);
      copyBlock(key.group(1).length());
    } else if (value.startsWith("\"") || value.startsWith("'")) {
      made.add(start + value);
      copyQuoted(value);
    } else if (field.isFreeText()) {
      freeText(start, value, key.group(1).length());
    } else {
      made.add(start + quotedAsNeeded(field, value));
    }
  }

  /** {@code morning: today, resting_hr: 47, sleep: 7:20} as YAML writes several fields in one line. */
  private static String inOneLine(Field first, String values) {
    StringBuilder line = new StringBuilder("{" + first.title() + ": ");
    Matcher next = NEXT_KEY.matcher(values);
    int from = 0;
    while (next.find()) {
      line.append(quoted(values.substring(from, next.start()).strip())).append(", ").append(next.group(1)).append(": ");
      from = next.end();
    }
    return line.append(quoted(values.substring(from).strip())).append("}").toString();
  }

  /** Everything deeper than the key belongs to its text. */
  private void copyBlock(int indent) {
    while (at < lines.size() && (lines.get(at).isBlank() || indentOf(indented(lines.get(at))) > indent - 1)) {
      if (!lines.get(at).isBlank() && indentOf(indented(lines.get(at))) <= indent && knownKey(indented(lines.get(at))).isPresent()) {
        return;
      }
      made.add(indented(lines.get(at++)));
    }
  }

  private void copyQuoted(String value) {
    char quote = value.charAt(0);
    String soFar = value;
    while (!isClosed(soFar, quote) && at < lines.size() && knownKey(indented(lines.get(at))).isEmpty()) {
      soFar = soFar + "\n" + lines.get(at);
      made.add(indented(lines.get(at++)));
    }
  }

  private static boolean isClosed(String text, char quote) {
    return text.length() > 1 && COMMENT.matcher(text).replaceFirst("").strip().endsWith(String.valueOf(quote));
  }

  /** Words that go on in the next lines stay on one, with empty lines for the others so that the count is kept. */
  private void freeText(String start, String value, int indent) {
    StringBuilder words = new StringBuilder(value);
    int used = 0;
    while (at < lines.size() && isContinuation(indented(lines.get(at)), indent)) {
      words.append(words.isEmpty() ? "" : " ").append(lines.get(at).strip());
      at++;
      used++;
    }
    made.add(start + (words.isEmpty() ? "" : quoted(unquoted(words.toString()))));
    for (int i = 0; i < used; i++) {
      made.add("");
    }
  }

  private static boolean isContinuation(String line, int indent) {
    return !line.isBlank() && indentOf(line) > indent && !line.strip().startsWith("- ") && !line.strip().startsWith("#")
        && knownKey(line).isEmpty();
  }

  private static String quotedAsNeeded(Field field, String value) {
    Matcher comment = COMMENT.matcher(value);
    String behind = comment.find() ? comment.group() : "";
    String words = value.substring(0, value.length() - behind.length()).strip();
    Matcher smart = SMART_QUOTED.matcher(words);
    if (smart.matches()) {
      return quoted(smart.group(1)) + behind;
    }
    boolean odd = words.contains(": ") || words.endsWith(":") || words.matches("^[@`%!&*|>?~-].*");
    return field.isNameOrReference() && odd ? quoted(words) + behind : value;
  }

  private static String unquoted(String words) {
    Matcher smart = SMART_QUOTED.matcher(words);
    return smart.matches() ? smart.group(1) : words;
  }

  private static String quoted(String words) {
    return "'" + words.replace("'", "''") + "'";
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }
}
