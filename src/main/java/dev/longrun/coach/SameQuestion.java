package dev.longrun.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two texts are the same question: the same words but for case, punctuation, order, words that add nothing and one slip of
 * the keyboard. A question about another month, race or number is another question, which the distance of vectors does not tell.
 */
final class SameQuestion {
  private static final Pattern SHORT_FORM = Pattern.compile("['’](s|m|re)\\b");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}:.,]+|[:.,](?!\\p{N})|(?<!\\p{N})[:.,]");

  private static final Set<String> ADDING_NOTHING =
      Set.of("a", "an", "the", "is", "am", "are", "please", "hi", "hey", "hello", "coach", "so", "and", "then", "now", "just", "again");

  /** In a shorter word one letter makes another word: heat, heart. */
  private static final int SHORTEST_MISTYPED = 5;

  private SameQuestion() {}

  static boolean is(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    if (left.isEmpty() || right.isEmpty()) {
      return one.strip().equalsIgnoreCase(other.strip());
    }
    List<String> more = new ArrayList<>(right);
    left.removeIf(more::remove);
    return left.isEmpty() && more.isEmpty() || left.size() == 1 && more.size() == 1 && isSlip(left.get(0), more.get(0));
  }

  private static List<String> words(String question) {
    String plain = SHORT_FORM.matcher(question.toLowerCase(Locale.ROOT)).replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(plain)) {
      String stem = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (!word.isEmpty() && !ADDING_NOTHING.contains(word)) {
        words.add(stem);
      }
    }
    return words;
  }

  /** One letter too many, too few, another one, or two in the wrong order; not the first one, and no digit. */
  private static boolean isSlip(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter == one ? other : one;
    if (shorter.length() < SHORTEST_MISTYPED || longer.length() - shorter.length() > 1 || shorter.charAt(0) != longer.charAt(0)
        || (one + other).chars().anyMatch(Character::isDigit)) {
      return false;
    }
    int i = 1;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    if (shorter.length() < longer.length()) {
      return shorter.substring(i).equals(longer.substring(i + 1));
    }
    boolean isOtherLetter = shorter.substring(i + 1).equals(longer.substring(i + 1));
    boolean isSwapped =
        i + 1 < shorter.length()
            && shorter.charAt(i) == longer.charAt(i + 1)
            && shorter.charAt(i + 1) == longer.charAt(i)
            && shorter.substring(i + 2).equals(longer.substring(i + 2));
    return isOtherLetter || isSwapped;
  }
}
