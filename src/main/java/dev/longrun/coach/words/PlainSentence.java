package dev.longrun.coach.words;

/** A sentence of the model as Markdown of which nothing but plain text can be made, whatever it holds. */
final class PlainSentence {
  private PlainSentence() {}

  static String markdown(String text) {
    return text
        // Of letters, marks, digits, punctuation and symbols nothing that hides, joins or turns round.
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Z}]+", " ")
        .strip()
        .replaceAll("([\\\\`*_{}\\[\\]<>|#~&!@$^=+\"])", "\\\\$1")
        // Bare addresses become links in some renderers.
        .replaceAll("(?i)\\b(https?|ftp|mailto|xmpp|file|javascript|data):", "$1\\\\:")
        .replaceAll("(?i)\\bwww\\.", "www\\\\.")
        // A list, a quotation, a rule or an underlined heading begins a line.
        .replaceAll("^([-:])", "\\\\$1")
        .replaceAll("^(\\p{Nd}{1,9})([.)])", "$1\\\\$2");
  }
}
