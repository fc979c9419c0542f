package dev.longrun.coach.health;

import java.util.List;

/**
 * Recognises red flags in a question or a note, in a runner's own words, with slips of the finger. It errs to the side of safety:
 * what is unclear is a red flag. Everything it knows stands in {@code health/red-flags.txt}. Thread-safe.
 */
public final class RedFlags {
  private static final RuleFile RULES = RuleFile.read();

  private RedFlags() {}

  /**
   * @param text from outside; may be null
   * @return the kinds it speaks of, the most urgent first; empty when there are none
   */
  public static List<RedFlag> in(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    List<Sentence> sentences = Sentence.of(text, RULES.spelling()).stream().map(RULES::withoutHarmless).toList();
    return RULES.kinds().stream()
        .filter(kind -> kind.flags().stream().anyMatch(flag -> sentences.stream().anyMatch(flag::isIn)))
        .map(Kind::redFlag)
        .toList();
  }

  /** All kinds there are, the most urgent first. */
  public static List<RedFlag> all() {
    return RULES.kinds().stream().map(Kind::redFlag).toList();
  }
}
