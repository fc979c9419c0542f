package dev.longrun.coach.topics;

import java.util.List;

/**
 * A dropped question as it was understood: one or two questions, and in a few words how.
 *
 * @param asked never empty; what could not be placed is {@link Topic#GENERAL}
 * @param how as the page says it: {@code Read as: how much did you run, May 2026.}
 */
public record Reading(List<Asked> asked, String how) {
  public Reading {
    asked = List.copyOf(asked);
  }
}
