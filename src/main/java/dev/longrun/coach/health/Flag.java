package dev.longrun.coach.health;

import java.util.ArrayList;
import java.util.List;

/**
 * One rule: a phrase of every group must stand close together in a sentence, none of them taken back, and no phrase of
 * {@code unless} beside them.
 *
 * @param negation null when a "no" takes nothing back because it is part of the complaint ("no period")
 */
record Flag(List<Phrases> groups, Phrases unless, Negation negation) {
  /** Words between the first and the last: more, and they speak of different things. */
  private static final int WIDEST = 14;

  Flag {
    groups = List.copyOf(groups);
  }

  boolean isIn(Sentence sentence) {
    List<List<Span>> places = new ArrayList<>();
    for (Phrases group : groups) {
      List<Span> found = group.in(sentence).stream().filter(span -> negation == null || !negation.takesBack(sentence, span)).toList();
      if (found.isEmpty()) {
        return false;
      }
      places.add(found);
    }
    return fits(places, List.of()) && !isExcused(sentence);
  }

  private static boolean fits(List<List<Span>> places, List<Span> chosen) {
    if (chosen.size() == places.size()) {
      int start = chosen.stream().mapToInt(Span::start).min().orElse(0);
      int end = chosen.stream().mapToInt(Span::end).max().orElse(0);
      return end - start <= WIDEST;
    }
    for (Span next : places.get(chosen.size())) {
      if (chosen.stream().noneMatch(next::overlaps)) {
        List<Span> more = new ArrayList<>(chosen);
        more.add(next);
        if (fits(places, more)) {
          return true;
        }
      }
    }
    return false;
  }

  // "Numb, and it was not even cold" is no excuse.
  private boolean isExcused(Sentence sentence) {
    return unless.in(sentence).stream()
        .anyMatch(span -> sentence.words().subList(Math.max(0, span.start() - 2), span.start()).stream().noneMatch(List.of("not", "no", "isnt", "wasnt", "without", "never")::contains));
  }
}
