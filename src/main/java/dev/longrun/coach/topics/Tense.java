package dev.longrun.coach.topics;

import java.util.Set;

/** Whether a question speaks of what is to come. */
final class Tense {
  private static final Set<String> AHEAD =
      Set.of(
          "next", "tomorrow", "tomorow", "tommorow", "tommorrow", "tmrw", "tmr", "will", "ll", "upcoming", "coming", "gonna", "shall", "planned", "planning", "until", "till",
          "tonight", "ahead");
  private static final Set<String> PERHAPS_AHEAD = Set.of("should", "shoud", "shuld", "shld", "can", "could", "must", "ought", "plan", "doing", "racing", "going");
  private static final Set<String> BEHIND =
      Set.of(
          "did", "was", "were", "ran", "had", "been", "felt", "went", "got", "since", "ago", "last", "yesterday", "wasn", "weren", "didn", "done", "averaged", "raced",
          "rode", "started", "average", "hurt");

  private Tense() {}

  static boolean isAhead(Tokens tokens) {
    boolean supposes = tokens.contains(Set.of("would", "could")) && tokens.contains(Set.of("if"));
    if (supposes) {
      return true;
    }
    if (tokens.contains(BEHIND)) {
      return tokens.contains(Set.of("tomorrow", "will")) && !tokens.contains(Set.of("did", "ran"));
    }
    return tokens.contains(AHEAD) || tokens.contains(PERHAPS_AHEAD);
  }

  static boolean isBehind(Tokens tokens) {
    return tokens.contains(BEHIND);
  }
}
