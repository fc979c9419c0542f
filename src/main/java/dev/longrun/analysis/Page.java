package dev.longrun.analysis;

import dev.longrun.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to one question: as plain text for a terminal, and as Markdown for a file.
 *
 * @param scope what all of it rests on
 * @param sections in the order in which they are read
 */
public record Page(AnalysisQuestion question, String scope, List<Section> sections) {
  private static final int WIDTH = 100;
  private static final String BULLET = "- ";
  private static final String FENCE = "```";

  public Page {
    sections = List.copyOf(sections);
  }

  /** At most {@value #WIDTH} columns wide but for long words. */
  public String text() {
    List<String> parts = new ArrayList<>();
    parts.add(underlined(question.title(), "="));
    parts.add(wrapped(scope, "", ""));
    for (Section section : sections) {
      parts.add(underlined(section.heading(), "-"));
      section.passages().forEach(passage -> parts.add(plain(passage)));
    }
    return String.join("\n\n", parts) + "\n";
  }

  /** No text from outside is markup in it. */
  public String markdown() {
    List<String> parts = new ArrayList<>();
    parts.add("# " + Markdown.escaped(question.title()));
    parts.add(Markdown.escaped(scope));
    for (Section section : sections) {
      parts.add("## " + Markdown.escaped(section.heading()));
      section.passages().forEach(passage -> parts.add(marked(passage)));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String underlined(String heading, String with) {
    return heading + "\n" + with.repeat(heading.length());
  }

  private static String plain(Passage passage) {
    if (passage instanceof Passage.Points points) {
      return points.items().stream().map(item -> wrapped(item, BULLET, "  ")).collect(Collectors.joining("\n"));
    }
    return passage instanceof Passage.Prose prose ? wrapped(prose.text(), "", "") : ((Passage.Drawing) passage).text();
  }

  private static String marked(Passage passage) {
    if (passage instanceof Passage.Points points) {
      return points.items().stream().map(item -> BULLET + Markdown.escaped(item)).collect(Collectors.joining("\n"));
    }
    return passage instanceof Passage.Prose prose ? Markdown.escaped(prose.text()) : fenced(((Passage.Drawing) passage).text());
  }

  /** A name full of backticks must not end the fence. */
  private static String fenced(String text) {
    String fence = FENCE;
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + text + "\n" + fence;
  }

  private static String wrapped(String paragraph, String first, String following) {
    StringBuilder text = new StringBuilder(first);
    int column = first.length();
    boolean atStart = true;
    for (String word : paragraph.strip().split("\\s+")) {
      if (!atStart && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(following);
        column = following.length();
      } else if (!atStart) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
      atStart = false;
    }
    return text.toString();
  }
}
