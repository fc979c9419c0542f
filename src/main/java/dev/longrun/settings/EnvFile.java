package dev.longrun.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code .env} file: a {@code NAME=value} a line, optionally after {@code export}; values bare, in single quotes (taken as
 * they are) or in double quotes (with {@code \"} and {@code \\}); comments and blank lines. A finding names the file and the
 * line and never quotes a value, which may be a secret.
 *
 * @param values in the order of the file; of a name given twice the later value
 * @param findings one sentence for each line that cannot be read and each name that is no setting
 */
record EnvFile(Map<String, String> values, List<String> findings) {
  /** Forty settings are a few kilobytes; whatever is larger is something else. */
  private static final long LARGEST_BYTES = 256 * 1024;

  private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)", Pattern.DOTALL);
  private static final Pattern AFTER_QUOTE = Pattern.compile("\\s*(#.*)?", Pattern.DOTALL);

  /** @return an empty one when there is no such file */
  static EnvFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new EnvFile(Map.of(), List.of());
    }
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        return unreadable(file, "is larger than " + LARGEST_BYTES / 1024 + " KiB; it should hold a NAME=value a line");
      }
      return parse(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      return unreadable(file, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      return unreadable(file, "cannot be read; check its owner and mode");
    }
  }

  private static EnvFile unreadable(Path file, String why) {
    return new EnvFile(Map.of(), List.of(file + " " + why + "."));
  }

  static EnvFile parse(Path file, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> findings = new ArrayList<>();
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\n|\r", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = file + ", line " + (i + 1);
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        findings.add(place + ": this is no setting; it must be NAME=value, or a comment after #.");
        continue;
      }
      String name = matcher.group(1);
      if (SettingName.find(name).isEmpty()) {
        findings.add(place + ": " + SettingName.unknown(name));
        continue;
      }
      try {
        values.put(name, value(matcher.group(2)));
      } catch (SettingType.Unusable e) {
        findings.add(place + ": the value of " + name + " " + e.getMessage() + ".");
      }
    }
    return new EnvFile(values, findings);
  }

  private static String value(String text) {
    if (text.startsWith("'") || text.startsWith("\"")) {
      return quoted(text, text.charAt(0));
    }
    // A # within a bare value belongs to it unless white space stands before it.
    return text.startsWith("#") ? "" : text.replaceFirst("\\s#.*$", "").strip();
  }

  private static String quoted(String text, char quote) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        if (!AFTER_QUOTE.matcher(text.substring(i + 1)).matches()) {
          throw new SettingType.Unusable("goes on after its closing quote " + quote);
        }
        return value.toString();
      }
      boolean escape = quote == '"' && c == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
      value.append(escape ? text.charAt(++i) : c);
    }
    throw new SettingType.Unusable("opens a quote " + quote + " that is never closed");
  }
}
