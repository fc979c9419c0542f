package dev.longrun.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to one question, as plain text for a terminal and for a file.
 *
 * @param sections in the order in which they are read
 */
public record Page(AnalysisQuestion question, String scope, List<Section> sections) {
  private static final int WIDTH = 100;

  /**
   * @param heading what it is about
   * @param blocks paragraphs, tables and plots; a block of several lines stands as it is
   */
  public record Section(String heading, List<String> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    public static Section of(String heading, String... blocks) {
      return new Section(heading, List.of(blocks));
    }
  }

  public Page {
    sections = List.copyOf(sections);
  }

  /** The whole page, at most {@value #WIDTH} columns wide but for long words. */
  public String text() {
    List<String> parts = new ArrayList<>();
    parts.add(question.title() + "\n" + "=".repeat(question.title().length()) + "\n\n" + wrap(scope));
    for (Section section : sections) {
      parts.add(section.heading() + "\n" + "-".repeat(section.heading().length()));
      section.blocks().forEach(block -> parts.add(block.contains("\n") ? block : wrap(block)));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String wrap(String paragraph) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : paragraph.strip().split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.toString();
  }
}
