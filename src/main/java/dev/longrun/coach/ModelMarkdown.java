package dev.longrun.coach;

/** The model's words as Markdown that loads and runs nothing: it has read text from outside, and may have been talked into it. */
final class ModelMarkdown {
  private ModelMarkdown() {}

  static String harmless(String words) {
    return words
        .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]+", "")
        .replaceAll("!?\\[([^\\]\\n]*)]\\([^)\\n]*\\)", "$1")
        .replaceAll("(?i)\\b(?:https?|ftp|file|data|javascript):\\S+", "(link left out)")
        .replaceAll("(?m)^#{1,6}\\s+(.*)$", "**$1**")
        .replace("<", "&lt;")
        .strip();
  }
}
