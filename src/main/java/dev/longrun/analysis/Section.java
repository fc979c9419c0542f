package dev.longrun.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * One answer on a page.
 *
 * @param heading what it is about
 */
public record Section(String heading, List<Passage> passages) {
  public Section {
    passages = List.copyOf(passages);
  }

  static Section of(String heading, Passage... passages) {
    return new Section(heading, List.of(passages));
  }

  /** Whatever is to be said instead of an answer: what is missing, and what would bring it. */
  static Section missing(String heading, String sentence) {
    return of(heading, Passage.prose(sentence));
  }

  Section with(Passage passage) {
    List<Passage> more = new ArrayList<>(passages);
    more.add(passage);
    return new Section(heading, more);
  }
}
