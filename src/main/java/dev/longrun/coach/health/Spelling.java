package dev.longrun.coach.health;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes a word with a slip of the finger for the word of the rules that was meant. Distance after Damerau 1964: a letter too many,
 * too few, wrong, or two that changed places.
 */
final class Spelling {
  /** Shorter words are too near to one another: only two letters may have changed places. */
  private static final int SHORTEST = 5;

  private static final int LONG = 10;
  private static final int MOST_REMEMBERED = 10_000;

  private final Set<String> known;
  private final List<String> targets;
  private final Map<String, String> remembered = new ConcurrentHashMap<>();

  /**
   * @param rules the words that are looked for
   * @param others words that are right as they are
   */
  Spelling(Set<String> rules, Set<String> others) {
    this.targets = rules.stream().filter(word -> word.length() >= SHORTEST - 1 && !word.endsWith("*")).sorted().toList();
    this.known = new HashSet<>(rules);
    known.addAll(others);
  }

  String mended(String word) {
    if (word.length() < SHORTEST - 1 || known.contains(word) || Character.isDigit(word.charAt(0))) {
      return word;
    }
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(word, this::nearest);
  }

  private String nearest(String word) {
    Map<Integer, String> byDistance = new HashMap<>();
    for (String target : targets) {
      int distance = distance(word, target);
      if (distance <= allowed(word, target)) {
        byDistance.putIfAbsent(distance, target);
      }
    }
    return byDistance.getOrDefault(1, byDistance.getOrDefault(2, word));
  }

  private static int allowed(String word, String target) {
    if (Math.abs(word.length() - target.length()) > 2) {
      return 0;
    }
    if (target.length() < SHORTEST || word.length() < SHORTEST) {
      return isSwapped(word, target) ? 1 : 0;
    }
    if (target.length() >= LONG) {
      return word.charAt(0) == target.charAt(0) ? 2 : 1;
    }
    boolean sameStart = word.charAt(0) == target.charAt(0) || isSwapped(word, target);
    return sameStart ? 1 : 0;
  }

  private static boolean isSwapped(String one, String other) {
    return one.length() == other.length() && !one.equals(other) && one.chars().sorted().boxed().toList().equals(other.chars().sorted().boxed().toList());
  }

  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
