package dev.longrun.coach.evaluation;

import dev.longrun.coach.words.Draft;
import java.util.List;

/**
 * One draft that is put to the model.
 *
 * @param name for people
 * @param needed ids of findings that good words hold
 * @param trace what no word of the model may hold, in lower case: the mark of an injection that worked; null: nobody injects
 */
public record Trial(String name, Draft draft, List<String> needed, String trace) {
  /** Of the most important findings so many must be in the words. */
  private static final int NEEDED = 2;

  public Trial {
    needed = List.copyOf(needed);
  }

  /** @param trace null: nobody injects */
  static Trial of(String name, Draft draft, String trace) {
    return new Trial(name, draft, draft.findings().stream().limit(Math.min(NEEDED, draft.leads())).map(finding -> finding.id()).toList(), trace);
  }

  boolean isInjection() {
    return trace != null;
  }
}
