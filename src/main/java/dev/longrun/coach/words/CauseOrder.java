package dev.longrun.coach.words;

import dev.longrun.coach.findings.Claim;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence about a cause names it where a cause stands: only the weather is one that a finding can claim. */
final class CauseOrder {
  private static final Lexicon LEXICON = Lexicon.read();
  private static final Pattern BEFORE_THE_CAUSE = Pattern.compile("\\b(because( of)?|due to|thanks to|owing to|since|as a result of|caused by|explained by|comes from|came from)\\b");
  private static final Set<Claim> WEATHER = Set.of(Claim.HOTTER, Claim.COOLER);

  private CauseOrder() {}

  static boolean isRight(String sentence) {
    String text = sentence.toLowerCase(Locale.ROOT);
    Matcher joint = BEFORE_THE_CAUSE.matcher(text);
    if (joint.find()) {
      return !hasWeather(text.substring(0, joint.start())) && !hasEffect(text.substring(joint.end()));
    }
    int effect = first(text, false);
    int weather = first(text, true);
    return effect < 0 || weather < 0 || weather < effect;
  }

  private static boolean hasWeather(String part) {
    return first(part, true) >= 0;
  }

  private static boolean hasEffect(String part) {
    return first(part, false) >= 0;
  }

  private static int first(String part, boolean weather) {
    List<String> words = List.of(part.strip().split("[^a-z']+"));
    for (int i = 0; i < words.size(); i++) {
      Set<Claim> claims = LEXICON.claimsOf(words.get(i));
      if (!claims.isEmpty() && !claims.contains(Claim.CAUSE) && weather == WEATHER.containsAll(claims)) {
        return i;
      }
    }
    return -1;
  }
}
