package dev.longrun.coach.topics;

import java.util.Collection;

/** Whether two words are one, typed wrongly. */
final class Spelling {
  private static final int SHORTEST = 5;
  private static final int LONG = 8;

  private Spelling() {}

  /** The word of the list that was meant: the same, or one slip away (two in a long word); null when none or two are as near. */
  static String meant(String typed, Collection<String> words) {
    if (words.contains(typed)) {
      return typed;
    }
    if (typed.length() < SHORTEST - 1 || typed.length() > 24) {
      return null;
    }
    String best = null;
    int bestSlips = Integer.MAX_VALUE;
    boolean tied = false;
    for (String word : words) {
      int most = mostSlips(word);
      if (Math.abs(word.length() - typed.length()) > most) {
        continue;
      }
      int slips = slips(typed, word);
      if (slips <= most && slips < bestSlips) {
        best = word;
        bestSlips = slips;
        tied = false;
      } else if (slips == bestSlips) {
        tied = true;
      }
    }
    return tied ? null : best;
  }

  static boolean isMeant(String typed, String word) {
    return typed.equals(word)
        || typed.length() >= SHORTEST - 1 && Math.abs(typed.length() - word.length()) <= mostSlips(word) && slips(typed, word) <= mostSlips(word);
  }

  private static int mostSlips(String word) {
    return word.length() < SHORTEST ? 0 : word.length() < LONG ? 1 : 2;
  }

  /** Letters left out, put in, mistaken or swapped with their neighbour (Damerau 1964, restricted). */
  static int slips(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
        if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
