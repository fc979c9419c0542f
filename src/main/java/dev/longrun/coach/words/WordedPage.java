package dev.longrun.coach.words;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The model's choice and order, with its connecting sentences.
 *
 * @param paragraphs empty when the page stands as code wrote it
 */
public record WordedPage(List<Paragraph> paragraphs, WordReport report) {
  public WordedPage {
    paragraphs = List.copyOf(paragraphs);
  }

  public boolean isWorded() {
    return !paragraphs.isEmpty();
  }

  /** Whether a finding, advice or explanation stands in it. */
  public boolean holds(String id) {
    return paragraphs.stream().anyMatch(paragraph -> paragraph.holds(id));
  }

  /** The model's sentences escaped, ours as they are. */
  public String markdown() {
    return paragraphs.stream().map(Paragraph::markdown).collect(Collectors.joining("\n\n"));
  }
}
