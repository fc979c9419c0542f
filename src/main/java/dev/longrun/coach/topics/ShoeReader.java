package dev.longrun.coach.topics;

import dev.longrun.coach.topics.LogCalendar.NamedShoe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the runner's shoes by their name, a part of it or a wrongly typed one. */
final class ShoeReader {
  static final Set<String> SHOE_WORDS =
      Set.of("shoe", "shoes", "sheos", "sneakers", "sneaker", "trainers", "pair", "pairs", "wear", "wearing", "wore", "worn", "footwear", "carbons", "racers", "flats",
          "rotation", "shoez", "schuhe", "schuh");
  /** In many names, and in many sentences about none. */
  private static final Set<String> EVERYDAY =
      Set.of("daily", "soft", "easy", "run", "runs", "runner", "running", "race", "racer", "long", "speed", "fast", "pro", "max", "trail", "trails", "road", "light", "ultra", "free",
          "wave", "cloud", "boston", "berlin", "pace", "ride", "ghost", "glide", "launch", "rebel", "flow", "air", "zoom", "boost", "energy", "original", "black", "blue", "red",
          "new", "old", "the", "marathon", "half", "tempo", "training", "trainer", "street", "fly", "one", "plus", "on", "in", "and", "of", "for", "my", "best", "elite",
          "streak", "mach", "peak", "shift", "flight", "green", "white", "next", "pink", "gore", "tex", "women", "men", "wide", "shoe", "shoes", "week", "day", "power",
          "challenger", "carbon", "heat", "form", "balance", "cumulus", "winter", "summer", "spring");
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_SHORTENED = 7;

  private final Tokens tokens;
  private final List<NamedShoe> shoes;
  private final boolean speaksOfShoes;

  ShoeReader(Tokens tokens, LogCalendar log) {
    this.tokens = tokens;
    this.shoes = log.shoes();
    this.speaksOfShoes = tokens.contains(SHOE_WORDS);
  }

  List<Span<List<NamedShoe>>> find() {
    List<Span<List<NamedShoe>>> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Span<List<NamedShoe>> span = at(i);
      if (span == null) {
        i++;
      } else {
        found.add(span);
        i = span.to();
      }
    }
    return found;
  }

  private Span<List<NamedShoe>> at(int i) {
    if (!tokens.at(i).isWord()) {
      return null;
    }
    int bestWords = 0;
    int bestEnd = i;
    List<NamedShoe> best = new ArrayList<>();
    for (NamedShoe shoe : shoes) {
      Tokens name = Tokens.of(shoe.name());
      int end = i;
      boolean strong = false;
      int words = 0;
      while (end < tokens.size() && isIn(name, end)) {
        strong |= isStrong(name, end);
        words++;
        end++;
        end += tokens.is(end, "'") && tokens.is(end + 1, "s") && isIn(name, end + 2) ? 2 : 0;
      }
      boolean byNumber = words >= 2;
      boolean plural = words == 1 && tokens.word(i).endsWith("s") && tokens.is(i - 1, "my", "the", "these", "those") && !isExactly(name, i);
      boolean carbon = shoe.carbon() && (tokens.is(i, "carbons") || tokens.is(i, "carbon") && tokens.is(i + 1, "shoe", "shoes", "ones", "plate", "plated", "pair"));
      if (carbon && words == 0) {
        words = 1;
        end = i + 1;
      }
      boolean means = words > 0 && (strong || byNumber || plural || carbon || speaksOfShoes || tokens.is(i, "carbon"));
      if (means && words > bestWords) {
        best.clear();
      }
      if (means && words >= bestWords) {
        best.add(shoe);
        bestWords = words;
        bestEnd = Math.max(end, i + 1);
      }
    }
    // A word that all their names share, and everyday speech too, tells none of them.
    boolean tells = !best.isEmpty() && (best.size() < shoes.size() || best.size() == 1 || isStrong(Tokens.of(best.get(0).name()), i));
    if (!tells) {
      return null;
    }
    while (tokens.is(bestEnd, "shoe", "shoes", "s", "'") && bestEnd - i < 10) {
      bestEnd++;
    }
    return new Span<>(i, bestEnd, List.copyOf(best));
  }

  private boolean isExactly(Tokens name, int i) {
    for (int j = 0; j < name.size(); j++) {
      if (name.word(j).equals(tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Tokens name, int i) {
    String word = tokens.word(i);
    for (int j = 0; j < name.size(); j++) {
      if (isSame(word, name.word(j))) {
        return true;
      }
    }
    return false;
  }

  private boolean isStrong(Tokens name, int i) {
    String word = tokens.word(i);
    if (EVERYDAY.contains(word) || tokens.at(i).isNumber()) {
      return false;
    }
    for (int j = 0; j < name.size(); j++) {
      String part = name.word(j);
      if (isSame(word, part) && !EVERYDAY.contains(part) && part.length() >= SHORTEST_PART && (part.equals(word) || word.length() >= SHORTEST_PART)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String word, String part) {
    if (!Character.isLetterOrDigit(word.charAt(0)) || word.equals("s")) {
      return false;
    }
    if (word.equals(part) || word.length() > 3 && word.equals(part + "s")) {
      return true;
    }
    if (Character.isDigit(word.charAt(0)) || EVERYDAY.contains(word)) {
      return false;
    }
    String bare = word.length() > SHORTEST_PART && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    boolean shortened = part.length() >= SHORTEST_SHORTENED && bare.length() >= SHORTEST_PART && part.startsWith(bare);
    return shortened || word.length() > SHORTEST_PART + 1 && Spelling.isMeant(bare, part) || part.length() >= 5 && Spelling.slips(bare, part) == 1 && bare.length() == part.length() && isSwap(bare, part);
  }

  /** Two neighbours that changed places: nobody's other word. */
  private static boolean isSwap(String word, String part) {
    int differences = 0;
    for (int i = 0; i < word.length(); i++) {
      differences += word.charAt(i) == part.charAt(i) ? 0 : 1;
    }
    return differences == 2;
  }
}
