package dev.longrun.coach.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a text apart into sentences, and those with two questions in one into the questions. */
final class QuestionParts {
  /** Nobody reads the answers to more. */
  static final int MOST_QUESTIONS = 4;

  /** A sentence of more words says what it asks before its end. */
  private static final int LONGEST = 120;

  private static final Set<String> WHAT = Set.of("how", "what", "which", "when", "why", "where", "who", "wich", "whats", "hows", "wht", "waht", "whcih", "hwo");
  private static final Set<String> IS =
      Set.of("am", "is", "are", "was", "were", "did", "do", "does", "should", "can", "could", "will", "would", "have", "has", "had", "may", "shall", "shoud", "shuld", "must",
          "isn", "aren", "didn", "don", "doesn", "cna", "coudl", "wil");
  private static final Set<String> TELL =
      Set.of("tell", "show", "compare", "explain", "list", "give", "summarise", "summarize", "summary", "describe", "predict", "rate", "review", "analyse", "analyze", "any",
          "recommend", "suggest", "thoughts", "define", "plan", "recap", "estimate", "find", "calculate", "comparison", "difference", "help", "wondering", "wonder", "please", "curious");
  private static final Set<String> JOINTS = Set.of("and", "but", "also", ",", "or", "then", "plus", "&", ";", "so", "(");
  private static final Set<String> SUBJECTS =
      Set.of("i", "my", "it", "the", "that", "this", "there", "we", "you", "a", "an", "these", "those", "u");
  private static final Set<String> AFTER_WHAT =
      Set.of("is", "was", "were", "are", "did", "do", "does", "should", "much", "many", "far", "fast", "long", "hard", "about", "often", "pace", "shoe", "shoes", "i", "my",
          "well", "good", "bad", "slow", "s", "'", "can", "could", "will", "would", "hot", "old", "the", "it", "high", "low", "time", "kind", "else", "has", "have", "run", "of", "exactly");

  private QuestionParts() {}

  static List<Part> of(Tokens text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int sentence = 0;
    for (int i = 0; i < text.size(); i++) {
      boolean newLine = i > from && text.text().substring(text.at(i - 1).end(), text.at(i).start()).indexOf('\n') >= 0;
      if (newLine && i > from) {
        divide(text, from, i, false, sentence++, parts);
        from = i;
      }
      boolean ends = text.is(i, "?", "!", ";", "…") || text.is(i, ".") && isFullStop(text, i);
      if (ends) {
        boolean asks = text.is(i, "?") || text.is(i + 1, "?");
        if (i > from) {
          divide(text, from, i, asks, sentence++, parts);
        }
        from = i + 1;
      }
    }
    if (from < text.size()) {
      divide(text, from, text.size(), false, sentence, parts);
    }
    return parts;
  }

  private static boolean isFullStop(Tokens text, int i) {
    if (text.at(i + 1).glued() && i + 1 < text.size() && !text.is(i + 1, ".", "?", "\"", ")")) {
      return false;
    }
    // "10.11." and "Nov. 10" go on.
    boolean date = text.at(i - 1).isNumber() && text.is(i - 2, ".") && !text.at(i + 1).capital() && i + 1 < text.size();
    boolean shortened = text.at(i - 1).isWord() && text.word(i - 1).length() <= 4 && CalendarWords.month(text, i - 1) != null && text.at(i + 1).isNumber();
    boolean ordinal = text.at(i - 1).isNumber() && CalendarWords.month(text, i + 1) != null;
    return !date && !shortened && !ordinal && !text.is(i - 1, "vs", "approx", "min", "avg", "e", "g", "i");
  }

  private static void divide(Tokens text, int from, int to, boolean asks, int sentence, List<Part> parts) {
    int start = from;
    for (int i = from + 1; i < to; i++) {
      boolean joined = text.isOneOf(i - 1, JOINTS);
      if (joined && i - start > 2 && begins(text, i) && hasEnough(text, start, i - 1)) {
        int end = i - 1;
        while (end > start && text.isOneOf(end - 1, JOINTS)) {
          end--;
        }
        add(text, start, end, asks && text.is(i - 1, "and", "&", "or", "plus", "also"), sentence, parts);
        start = i;
      }
    }
    add(text, start, to, asks, sentence, parts);
  }

  /** "Compare May and what …": what stands before must be able to stand alone. */
  private static boolean hasEnough(Tokens text, int from, int to) {
    boolean leadsIn = text.is(from, "compared", "comparing", "unlike", "in", "during", "on", "for", "over", "from", "since", "after", "before", "between", "if", "when", "as", "with", "given");
    return to - from >= 2 && !leadsIn && !text.is(to - 1, "between", "know", "me", "if", "whether");
  }

  private static boolean begins(Tokens text, int i) {
    if (text.isOneOf(i, WHAT)) {
      return text.isOneOf(i + 1, AFTER_WHAT) || text.is(i, "why", "which", "how", "what");
    }
    return text.isOneOf(i, IS) && text.isOneOf(i + 1, SUBJECTS);
  }

  private static void add(Tokens text, int from, int to, boolean asks, int sentence, List<Part> parts) {
    int start = from;
    while (start < to && text.is(start, "and", "but", "so", ",", "-", ":", ".", "also", "hi", "hello", "hey", "please", "ok", "well") && !(text.is(start, "and") && isFragment(text, start, to))) {
      start++;
    }
    if (start >= to) {
      return;
    }
    Tokens part = text.part(start, Math.min(to, start + LONGEST));
    boolean spoken = part.isOneOf(0, WHAT) || part.isOneOf(0, IS) && part.isOneOf(1, SUBJECTS) || part.isOneOf(0, TELL) || hasIndirectQuestion(part);
    parts.add(new Part(part, asks || spoken, sentence));
  }

  private static boolean isFragment(Tokens text, int from, int to) {
    return to - from <= 6;
  }

  private static boolean hasIndirectQuestion(Tokens part) {
    return part.containsInOrder("i", "wonder") || part.containsInOrder("want", "to", "know") || part.containsInOrder("tell", "me") || part.containsInOrder("like", "to", "know")
        || part.containsInOrder("no", "idea", "why") || part.containsInOrder("what", "do", "you", "think");
  }
}
