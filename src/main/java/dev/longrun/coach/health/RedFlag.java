package dev.longrun.coach.health;

import java.util.List;

/**
 * A kind of complaint that no training advice may stand beside, with what must be said instead.
 *
 * @param id as {@code chest}
 * @param says our sentences, the first of which stands alone as the answer: stop, whom to see, how soon
 */
public record RedFlag(String id, List<String> says) {
  public RedFlag {
    says = List.copyOf(says);
  }

  /** The text as it stands on top of a page, in Markdown. */
  public String markdown() {
    return "**" + says.get(0) + "** " + String.join("\n\n", says.subList(1, says.size()));
  }
}
